"""The inbox, with mouse, finger and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from goodword.cases.models import Case
from goodword.people.models import Agent
from tests.browser import scenes

SignIn = Callable[[Page, Agent], None]
Look = Callable[..., None]


def test_the_inbox_shows_cases_densely_and_counts_its_views(
    page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(page, ada)
    page.goto("/inbox/")
    expect(page.get_by_role("link", name="Mine 4")).to_be_visible()
    expect(page.get_by_role("link", name="Nobody’s yet 1")).to_be_visible()
    axe(page)
    picture(page, "inbox-light")
    page.get_by_label("Tick “A question about the stove”").check()
    page.emulate_media(color_scheme="dark")
    axe(page)
    picture(page, "inbox-dark-ticked")


def test_the_inbox_fits_a_hand(
    phone: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(phone, ada)
    phone.goto("/inbox/open/")
    axe(phone)
    picture(phone, "inbox-phone")


def test_a_case_is_taken_without_leaving_the_list(
    page: Page, sign_in: SignIn, picture: Look, axe: Look, ada: Agent, at: datetime
) -> None:
    case = scenes.cases(at)[-1]
    sign_in(page, ada)
    page.goto("/inbox/unowned/")
    page.get_by_label(f"Tick “{case}”").check()
    page.get_by_role("button", name="Take", exact=True).click()
    expect(page.get_by_text("yours now")).to_be_visible()
    expect(page.get_by_role("link", name="A question about the stove")).to_have_count(0)
    assert Case.objects.get(pk=case.pk).owner == ada
    axe(page)
    picture(page, "inbox-taken")


def test_a_case_is_given_to_somebody_from_a_menu_that_is_fetched_when_it_opens(
    page: Page, sign_in: SignIn, axe: Look, ada: Agent, ben: Agent, at: datetime
) -> None:
    case = scenes.cases(at)[-1]
    sign_in(page, ada)
    page.goto("/inbox/unowned/")
    expect(page.get_by_role("button", name="Ben")).to_have_count(0)
    page.get_by_label(f"Tick “{case}”").check()
    page.get_by_text("Give to").click()
    axe(page)
    page.get_by_role("button", name="Ben").click()
    expect(page.get_by_text("with Ben now")).to_be_visible()
    assert Case.objects.get(pk=case.pk).owner == ben


def test_a_case_is_found_by_a_part_of_a_name(page: Page, sign_in: SignIn, axe: Look, ada: Agent, at: datetime) -> None:
    scenes.cases(at)
    sign_in(page, ada)
    page.goto("/inbox/open/")
    page.keyboard.press("/")
    page.keyboard.type("solb")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Found for “solb”")).to_be_visible()
    expect(page.get_by_role("link", name="Boots in the wrong size")).to_be_visible()
    axe(page)
    page.goto("/inbox/open/?q=nothing at all")
    expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()


def test_the_keyboard_reaches_everything(
    page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, at: datetime
) -> None:
    cases = scenes.cases(at)
    sign_in(page, ada)
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page).to_have_url("/inbox/open/")
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=str(cases[-2]))).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_label(f"Tick “{cases[-2]}”")).to_be_checked()
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    axe(page)
    picture(page, "keys")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("tent")
    expect(page.get_by_role("option", name="The tent leaks")).to_be_visible()
    axe(page)
    picture(page, "palette")
    page.keyboard.type("zzz")
    page.keyboard.press("Control+a")
    page.keyboard.type("clsd")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/inbox/closed/")


def test_notices_open_under_the_bell(
    page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(page, ada)
    page.goto("/")
    page.get_by_label("Notices, 2 unread").click()
    expect(page.get_by_text("Hanna Virtanen wrote")).to_be_visible()
    axe(page)
    picture(page, "notices-panel")
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_role("button", name="Mark all as read")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Notices", exact=True)).to_be_visible()
    page.goto("/notices")
    axe(page)
    picture(page, "notices-page")
