"""The main job in a real browser: read, answer, promise, keep, close; by mouse, by keys, in a hand, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.models import Case, Note
from goodword.people.models import Agent
from goodword.promises.models import Due, Promise
from goodword.promises.tasks import sweep_promises
from tests.browser.conftest import OpenPage
from tests.conftest import MakePromise

Look = Callable[..., None]
SignIn = Callable[[Page, Agent], None]
HOUR = timedelta(hours=1)


@pytest.fixture
def opened(page: Page, sign_in: SignIn, case: Case, ada: Agent) -> Page:
    """Ada has opened Kim's case."""
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    return page


def chip(page: Page, words: str) -> Any:
    return page.get_by_role("group", name=f"Promise heard: {words}")


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Message").press_sequentially(words)


def test_a_promise_is_heard_while_one_writes_and_stands_in_the_panel_once_sent(opened: Page, axe: Look) -> None:
    axe(opened)
    write(opened, "I will send you the invoice by Friday.")
    heard = chip(opened, "I will send you the invoice by Friday")
    expect(heard.get_by_role("checkbox")).to_be_checked()
    expect(heard.get_by_label("Day", exact=True)).to_have_value("2026-03-06")
    axe(opened)
    opened.get_by_role("button", name="Send", exact=True).click()
    panel = opened.get_by_role("complementary", name="Promises and customer")
    expect(panel.get_by_role("link", name="I will send you the invoice by Friday")).to_be_visible()
    expect(opened.get_by_role("region", name="What happened")).to_contain_text("I will send you the invoice by Friday.")
    expect(opened.get_by_role("textbox", name="Message")).to_have_value("")
    assert Promise.objects.get().words == "I will send you the invoice by Friday"
    axe(opened)


def test_the_whole_of_it_by_keys(opened: Page, ada: Agent, ben: Agent) -> None:
    keys = opened.keyboard
    keys.press("r")
    keys.type("I will call you at 3 pm.")
    expect(chip(opened, "I will call you at 3 pm")).to_be_visible()
    keys.press("Control+Enter")
    expect(opened.get_by_role("link", name="It is done")).to_be_visible()
    opened.get_by_role("heading", name="Promises").click()
    keys.press("n")
    keys.type("Kim is in Lisbon")
    keys.press("Control+Enter")
    expect(opened.get_by_role("article", name="Note by Ada")).to_contain_text("Kim is in Lisbon")
    opened.get_by_role("heading", name="Promises").click()
    keys.press("a")
    expect(opened.get_by_label("Who takes it?")).to_be_focused()
    opened.get_by_label("Who takes it?").select_option("Ben")
    opened.get_by_role("button", name="Hand over").press("Enter")
    expect(opened.locator("#case-head")).to_contain_text("Ben")
    keys.press("c")
    opened.get_by_label("Reached the customer").check()
    opened.get_by_role("textbox", name="What was said").fill("It is in Lisbon.")
    opened.locator("#call-chips").get_by_label("I will call you at 3 pm").check()
    opened.get_by_role("textbox", name="What was said").press("Control+Enter")
    expect(opened.get_by_role("complementary", name="Promises and customer")).to_contain_text("Kept")
    promise = Promise.objects.get()
    assert (promise.status, promise.verdict, Note.objects.count()) == ("delivered", "kept", 1)


def test_an_undated_promise_asks_for_a_date_and_one_press_gives_it(opened: Page, axe: Look) -> None:
    write(opened, "I will look into the matter soon.")
    heard = chip(opened, "I will look into the matter soon")
    expect(heard).to_contain_text("By when?")
    axe(opened)
    heard.get_by_role("button", name="Tomorrow 12:00").click()
    opened.get_by_role("button", name="Send", exact=True).click()
    expect(opened.locator(".promise")).to_have_count(1)
    assert Promise.objects.get().due_at == datetime.fromisoformat("2026-03-03T12:00:00+00:00")


def test_a_promise_that_is_none_is_dismissed_by_the_space_bar_and_stays_so(opened: Page, case: Case) -> None:
    write(opened, "I will send you the invoice by Friday")
    box = chip(opened, "I will send you the invoice by Friday").get_by_role("checkbox")
    box.press("Space")
    expect(opened.get_by_label("Reason")).to_be_visible()
    write(opened, " as you asked")
    opened.wait_for_timeout(900)
    expect(opened.locator(".heard-one input[type=checkbox]")).not_to_be_checked()
    opened.get_by_role("button", name="Send", exact=True).click()
    expect(opened.get_by_role("region", name="What happened")).to_contain_text("did not record")
    assert Promise.objects.count() == 0


def test_a_broken_promise_is_apologised_for_with_a_new_date(
    page: Page, sign_in: SignIn, case: Case, ada: Agent, promised: MakePromise, at: datetime, axe: Look
) -> None:
    promise = promised(at=at - 5 * HOUR, due=at - 2 * HOUR)
    sweep_promises(at)
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    page.get_by_role("link", name="Apologise").click()
    expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    assert "I did not keep my word." in page.get_by_role("textbox", name="Message").input_value()
    expect(page.locator(".heard-one")).to_have_count(1)
    expect(page.locator(".heard-one")).to_contain_text("gets this new date")
    axe(page)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(f"#promise-{promise.pk}")).to_contain_text("a new date is on its way")
    assert (Promise.objects.count(), Due.objects.latest("id").state) == (1, "proposed")


def test_the_gate_says_what_stands_in_the_way_and_opens_when_nothing_does(
    page: Page, sign_in: SignIn, case: Case, ada: Agent, promised: MakePromise, axe: Look
) -> None:
    promised(kind="fix", words="We will repair the zip")
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    page.get_by_role("link", name="Close", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("A promise in this case is still owed.")
    axe(page)
    dialog.get_by_label("In words").fill("“All good”")
    dialog.get_by_role("button", name="Close", exact=True).last.click()
    expect(dialog).to_contain_text("A promise in this case is still owed.")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="It is done").click()
    dialog.get_by_label("An agent's statement").check()
    dialog.get_by_label("In words").fill("New zip fitted")
    dialog.get_by_role("button", name="Record the proof").click()
    expect(page.locator(".promise")).to_contain_text("Delivered")
    page.get_by_role("link", name="Close", exact=True).click()
    dialog.get_by_label("In words").fill("“All good, thanks” on the phone")
    dialog.get_by_role("button", name="Close", exact=True).last.click()
    expect(page.locator("#case-head")).to_contain_text("Closed by word")
    axe(page)


def test_the_main_job_in_a_hand(
    phone: Page, sign_in: SignIn, case: Case, ada: Agent, promised: MakePromise, at: datetime, axe: Look
) -> None:
    promised()
    for number in range(12):
        cases.note(case, ada, f"Note {number}\n\nwith a second line", at)
    sign_in(phone, ada)
    phone.goto(f"/cases/{case.pk}")
    axe(phone)
    expect(phone.locator(".composer")).to_be_in_viewport()
    write(phone, "I will send you the invoice by Friday.")
    expect(chip(phone, "I will send you the invoice by Friday")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Send", exact=True).tap()
    expect(phone.locator(".promise")).to_have_count(2)
    phone.get_by_role("link", name="2 owed").tap()
    expect(phone.get_by_role("heading", name="Promises")).to_be_in_viewport()
    phone.get_by_role("link", name="I will send you the invoice by Friday").tap()
    expect(phone.get_by_role("heading", name="Every date it ever had")).to_be_visible()
    axe(phone)


def test_everything_works_without_scripts(
    new_page: OpenPage, sign_in: SignIn, case: Case, ada: Agent, ben: Agent, promised: MakePromise
) -> None:
    promised(kind="fix", words="We will repair the zip")
    page = new_page(java_script_enabled=False)
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    page.get_by_role("textbox", name="Message").fill("I will send you the invoice by Friday.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("This promises something.")).to_be_visible()
    expect(chip(page, "I will send you the invoice by Friday").get_by_role("checkbox")).to_be_checked()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".promise")).to_have_count(2)
    page.locator("label[for=tab-note]").click()
    page.get_by_role("textbox", name="Note").fill("Kim is in Lisbon")
    page.get_by_role("button", name="Note", exact=True).click()
    expect(page.get_by_role("article", name="Note by Ada")).to_be_visible()
    page.get_by_role("link", name="Assign").click()
    page.get_by_label("Who takes it?").select_option("Ben")
    page.get_by_role("button", name="Hand over").click()
    expect(page.locator("#case-head")).to_contain_text("Ben")
    page.get_by_role("link", name="It is done").first.click()
    page.get_by_label("An agent's statement").check()
    page.get_by_label("In words").fill("New zip fitted")
    page.get_by_role("button", name="Record the proof").click()
    expect(page.get_by_role("heading", name="Proof")).to_be_visible()
    assert Promise.objects.get(words="We will repair the zip").status == "delivered"


def test_every_sheet_and_page_is_clean_in_light_and_dark(
    page: Page, sign_in: SignIn, case: Case, lena: Agent, promised: MakePromise, at: datetime, axe: Look
) -> None:
    promise = promised(at=at - 5 * HOUR, due=at - 2 * HOUR)
    sweep_promises(at)
    sent = cases.reply(case, lena, cases.Draft("It is on its way."), at)
    delivery.bounced(sent, ("kim@home.example",), at, "550 no such user")
    sign_in(page, lena)
    asked = ["owner", "snooze", "closure", "subject", "wanted-outcome", "merge", "promises", "address", "links"]
    moves = ["evidence", "renegotiations", "release", "owner", "dispute"]
    sheets = [f"/cases/{case.pk}/{name}" for name in asked] + [f"/promises/{promise.pk}/{name}" for name in moves]
    for path in (*sheets, f"/cases/{case.pk}", f"/promises/{promise.pk}", "/cases/new"):
        page.goto(path)
        axe(page)
    for path in (f"/cases/{case.pk}", f"/promises/{promise.pk}", f"/cases/{case.pk}/closure"):
        page.context.add_cookies([{"name": "theme", "value": "dark", "url": page.url}])
        page.goto(path)
        axe(page)
