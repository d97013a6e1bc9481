"""Today: what is owed, in the parts of a person's day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from goodword.kit import clock
from goodword.people.models import Agent
from goodword.promises.tasks import sweep_promises
from tests.browser import scenes

SignIn = Callable[[Page, Agent], None]
Look = Callable[..., None]


def test_an_agent_sees_what_is_owed_and_when(
    page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    cases = scenes.full_desk(ada, lena, at)
    owed = cases[2].promises.get()
    sign_in(page, ada)
    page.goto("/")
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert headings == ["Broken", "Next two hours", "Today", "Later", "To mend"]
    expect(page.get_by_role("link", name="Log the call")).to_have_attribute(
        "href", f"/cases/{cases[2].pk}?do=call&promise={owed.pk}"
    )
    axe(page)
    picture(page, "today-light")
    page.emulate_media(color_scheme="dark")
    axe(page)
    picture(page, "today-dark")


def test_today_fits_a_hand(
    phone: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(phone, ada)
    phone.goto("/")
    axe(phone)
    picture(phone, "today-phone")


def test_an_empty_day_is_calm(page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/")
    expect(page.get_by_role("heading", name="Nothing is owed")).to_be_visible()
    axe(page)
    picture(page, "today-empty")


def test_the_next_step_opens_the_case_where_it_is_done(
    page: Page, sign_in: SignIn, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    sign_in(page, ada)
    page.goto("/")
    page.get_by_role("link", name="Log the call").click()
    expect(page.get_by_label("Log a call", exact=True)).to_be_checked()
    expect(page.get_by_label("I will call you at half past ten about the boots")).to_be_checked()
    page.goto("/")
    page.get_by_role("link", name="Tell them first").click()
    expect(page.locator("textarea[name=reply-text]")).not_to_have_value("")
    page.goto("/")
    page.get_by_role("link", name="Show proof").click()
    expect(page.get_by_text("How do we know?")).to_be_visible()


def test_a_lead_takes_note_of_a_missed_promise(
    page: Page, sign_in: SignIn, axe: Look, picture: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    scenes.full_desk(ada, lena, at)
    later = clock.move_to(at + timedelta(minutes=45))
    sweep_promises(later)
    sign_in(page, lena)
    page.goto("/")
    expect(page.get_by_role("heading", name="Nobody has taken note")).to_be_visible()
    axe(page)
    picture(page, "today-lead")
    page.get_by_role("button", name="Take note").click()
    expect(page.get_by_role("heading", name="Nobody has taken note")).to_have_count(0)
