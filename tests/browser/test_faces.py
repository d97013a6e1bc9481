"""Customer, team and guide, by keyboard and on the narrowest phone; and Today, which quiet questions leave standing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from goodword.cases.models import Case
from goodword.people.models import Agent
from tests.browser import scenes

SignIn = Callable[[Page, Agent], None]
Look = Callable[..., None]
NARROWEST = {"width": 360, "height": 740}


def test_a_customer_is_found_from_a_case_and_put_right_by_keyboard(
    page: Page, sign_in: SignIn, axe: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    case = Case.objects.filter(owner=ada).earliest("pk")
    sign_in(page, ada)
    page.goto("/")
    expect(page.locator("#overheard[data-live]")).to_be_attached()
    expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    page.goto(f"/cases/{case.pk}")
    page.locator(".customer-name a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(str(case.customer))
    axe(page)
    page.keyboard.press("e")
    page.get_by_label("Company").fill("Hartley & Co")
    page.keyboard.press("Enter")
    expect(page.locator("#customer").get_by_text("Hartley & Co")).to_be_visible()
    page.set_viewport_size(NARROWEST)
    page.emulate_media(color_scheme="dark", forced_colors="active")
    axe(page)


def test_the_team_and_the_guide_fit_the_narrowest_phone(
    page: Page, sign_in: SignIn, axe: Look, ada: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(page, mara)
    page.goto("/")
    expect(page.get_by_role("heading", name="The first five minutes")).to_be_visible()
    axe(page)
    page.set_viewport_size(NARROWEST)
    axe(page)
    page.goto("/team/?team=0")
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page)
    page.goto("/")
    page.get_by_role("button", name="Put away").click()
    expect(page.get_by_text("The list stays in the settings")).to_be_visible()
    expect(page.get_by_role("heading", name="The first five minutes")).to_have_count(0)
