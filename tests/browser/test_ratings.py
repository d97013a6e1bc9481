"""Fair ratings in a real browser: a score that a reader of screens can read, and an appeal that comes back decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from goodword.cases.models import Case
from goodword.insight.fairness import runs
from goodword.kit import clock
from goodword.people.models import Agent
from tests.insight.rated import rated_past


def test_a_rating_is_read_and_its_coding_appealed(
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[..., None],
    case: Case,
    ada: Agent,
    lena: Agent,
    at: datetime,
) -> None:
    rated_past(case, [lena, ada], at, many=200)
    runs.run(at + timedelta(hours=1))
    clock.make_movable(at + timedelta(hours=2))
    sign_in(page, ada)
    page.goto("/insight/rating")
    expect(page.get_by_role("heading", name="Above the usual range")).to_be_visible()
    expect(page.get_by_role("img", name="likely between")).to_be_visible()
    first = page.locator("#drivers li").first
    first.get_by_text("Coded wrongly?").click()
    first.get_by_label("Why").fill("The part is not made any more.")
    axe(page)
    first.get_by_role("button", name="Appeal").click()
    expect(page.locator("#appeals")).to_contain_text("Waits")
    sign_in(page, lena)
    page.goto("/insight/ratings")
    expect(page.get_by_role("button", name="Uphold")).to_be_visible()
    axe(page)
