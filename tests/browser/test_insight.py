"""The pages of figures in a real browser: plots that a reader of screens can read, filters that keep the place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from goodword.people.models import Agent
from tests.web.test_insight import history


def test_figures_are_read_by_eye_and_by_ear_and_narrowed_without_losing_the_place(
    page: Page, sign_in: Callable[..., None], axe: Callable[..., None], ada: Agent, lena: Agent, at: datetime
) -> None:
    history([ada, lena], at, many=26)
    sign_in(page, lena)
    page.goto("/insight/team")
    expect(page.get_by_role("img", name="Broken promises of each colleague")).to_be_visible()
    page.get_by_text("The same as a table, by name").click()
    expect(page.get_by_role("row", name="Ada")).to_be_visible()
    axe(page)
    page.get_by_label("Period").select_option("365")
    page.wait_for_url("**/insight/team?days=365*")
    expect(page.get_by_role("row", name="Kept on time").first).to_contain_text("26")
    page.get_by_role("link", name="Broken", exact=True).click()
    expect(page.get_by_role("heading", name="Broken")).to_be_visible()
    axe(page)
