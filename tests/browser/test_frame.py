"""The frame of the desk, with keyboard, at both widths."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from goodword.people.models import Agent


def test_somebody_who_works_here_signs_in_and_out(page: Page, axe: Callable[[Page], None], ada: Agent) -> None:
    ada.set_password("a good word for ada")
    ada.save(update_fields=["password"])
    page.goto("/")
    expect(page).to_have_url("/accounts/login/?next=/")
    axe(page)
    page.get_by_label("Email").fill("ada@desk.example")
    page.get_by_label("Password").fill("a good word for ada")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.get_by_label("Ada: account and look").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
