"""The desk from 360 to 2560 pixels, zoomed, in forced colours, on paper, and in the theme that somebody chose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from goodword.people.models import Agent
from tests.browser import scenes

SignIn = Callable[[Page, Agent], None]
Look = Callable[..., None]
PAGES = {
    "today": "/",
    "inbox": "/inbox/open/",
    "notices": "/notices",
    "error": "/no/such/page",
    "password": "/accounts/password/change/",
}


@pytest.mark.parametrize("width", [360, 720, 1000, 2560])  # 720 is 1440 at a zoom of 200 %
def test_pages_fit_every_width(
    new_page: Callable[..., Page], sign_in: SignIn, axe: Look, picture: Look, width: int, ada: Agent, lena: Agent,
    at: datetime,
) -> None:  # fmt: skip
    scenes.full_desk(ada, lena, at)
    page = new_page({"width": width, "height": 900})
    sign_in(page, ada)
    for name, path in PAGES.items():
        page.goto(path)
        axe(page)
        picture(page, f"{name}-{width}")


def test_forced_colours_leave_every_state_readable(
    new_page: Callable[..., Page], sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    page = new_page(forced_colors="active")
    sign_in(page, ada)
    for name in ("today", "inbox"):
        page.goto(PAGES[name])
        axe(page)
        picture(page, f"{name}-forced")


def test_paper_shows_the_content_alone(
    page: Page, sign_in: SignIn, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(page, ada)
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="The desk")).to_be_hidden()
    expect(page.get_by_role("heading", name="Broken")).to_be_visible()
    picture(page, "today-print")


def test_a_chosen_theme_holds_on_the_next_page_before_any_script(page: Page, sign_in: SignIn, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/")
    page.get_by_label("Ada: account and look").click()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    answer = page.request.get("/inbox/open/")
    assert 'data-theme="dark"' in answer.text()
    page.get_by_role("button", name="As the system").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
    assert "data-theme=" not in page.request.get("/inbox/open/").text()


def test_the_sign_in_looks_right(page: Page, phone: Page, axe: Look, picture: Look) -> None:
    for name, one in (("wide", page), ("phone", phone)):
        one.goto("/accounts/login/")
        axe(one)
        picture(one, f"sign-in-{name}")
        one.get_by_label("Email").fill("nobody@desk.example")
        one.get_by_label("Password").fill("nothing at all")
        one.get_by_role("button", name="Sign in", exact=True).click()
        expect(one.get_by_role("alert").first).to_be_visible()
        axe(one)
        picture(one, f"sign-in-fault-{name}")


def test_single_letters_can_be_switched_off(page: Page, sign_in: SignIn, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/")
    page.keyboard.press("?")
    page.get_by_label("Single letters are keys on this device").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page).to_have_url("/")
