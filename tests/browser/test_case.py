"""The main job in a real browser: read, answer, promise, keep, close; by mouse, by keys, in a hand, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.models import Attachment, Case, Message, Note
from goodword.people.models import Agent
from goodword.promises.models import Due, Promise
from goodword.promises.tasks import sweep_promises
from tests.browser.conftest import OpenPage
from tests.conftest import MakePromise, mail

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


def test_a_reply_waits_when_the_customer_has_written_meanwhile(opened: Page, case: Case, at: datetime) -> None:
    write(opened, "We are looking for it.")
    cases.receive(mail(text="It came after all!", subject=f"[#{case.pk}]", message_id=""), at + timedelta(minutes=1))
    opened.get_by_role("button", name="Send", exact=True).click()
    held = opened.get_by_role("alert").filter(has_text="The customer has written since you began")
    expect(held).to_contain_text("It came after all!")
    expect(opened.get_by_role("textbox", name="Message")).to_have_value("We are looking for it.")
    opened.get_by_role("button", name="Send after all").click()
    expect(opened.locator("article.ours")).to_have_count(1)


def test_what_comes_in_shows_at_once_and_leaves_the_draft_alone(opened: Page, case: Case, at: datetime) -> None:
    write(opened, "Dear Kim")
    expect(opened.locator("html")).to_have_attribute("data-line", "open")
    cases.receive(mail(text="It came after all!", subject=f"[#{case.pk}]", message_id=""), at)
    expect(opened.get_by_role("region", name="What happened")).to_contain_text("It came after all!")
    expect(opened.get_by_role("textbox", name="Message")).to_have_value("Dear Kim")
    expect(opened.get_by_role("textbox", name="Message")).to_be_focused()


def test_what_somebody_has_unfolded_stays_so_when_something_comes_in(
    page: Page, sign_in: SignIn, case: Case, ada: Agent, at: datetime
) -> None:
    said = "Any news?\n\nOn Sunday, Ada wrote:\n> I will call you."
    cases.receive(mail(text=said, reply_text="Any news?", subject=f"[#{case.pk}]", message_id=""), at)
    for number in range(230):
        cases.note(case, ada, f"Note {number}.", at + timedelta(seconds=number))
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    expect(page.locator("html")).to_have_attribute("data-line", "open")
    page.get_by_role("link", name="Show earlier").click()
    page.locator(".message-rest summary").click()
    cases.receive(mail(text="It came after all!", subject=f"[#{case.pk}]", message_id=""), at + HOUR)
    what_happened = page.get_by_role("region", name="What happened")
    expect(what_happened).to_contain_text("It came after all!")
    expect(what_happened.get_by_text("On Sunday, Ada wrote:")).to_be_visible()
    expect(what_happened).to_contain_text("Note 0.")
    assert what_happened.get_by_text("Note 60.").count() == 1


def test_a_draft_survives_closing_the_tab_and_is_forgotten_once_sent(opened: Page, case: Case) -> None:
    write(opened, "I will send you the invoice by Friday.")
    expect(chip(opened, "I will send you the invoice by Friday")).to_be_visible()
    opened.goto("/inbox/")
    opened.goto(f"/cases/{case.pk}")
    expect(opened.get_by_role("textbox", name="Message")).to_have_value("I will send you the invoice by Friday.")
    expect(chip(opened, "I will send you the invoice by Friday")).to_be_visible()
    opened.get_by_role("button", name="Send", exact=True).click()
    expect(opened.locator("article.ours")).to_have_count(1)
    opened.goto(f"/cases/{case.pk}")
    expect(opened.get_by_role("textbox", name="Message")).to_have_value("")


def test_files_are_added_left_out_and_sent(opened: Page, tmp_path: Path) -> None:
    for name in ("photo.png", "list.txt"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n123")
    add = opened.get_by_label("Add files")
    add.set_input_files([tmp_path / "photo.png", tmp_path / "list.txt"])
    expect(opened.locator("#reply-files .chip")).to_have_count(2)
    opened.get_by_role("button", name="Leave out list.txt").click()
    write(opened, "Here is the photo.")
    opened.get_by_role("button", name="Send", exact=True).click()
    expect(opened.get_by_role("list", name="Files").get_by_role("link", name="photo.png")).to_be_visible()
    assert [file.filename for file in Attachment.objects.all()] == ["photo.png"]


def test_a_pasted_picture_becomes_a_file(opened: Page) -> None:
    opened.get_by_role("textbox", name="Message").focus()
    opened.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "screen.png", { type: "image/png" }));
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }"""
    )
    expect(opened.locator("#reply-files")).to_contain_text("screen.png")


def test_html_is_seen_as_it_was_sent_and_does_nothing(
    page: Page, sign_in: SignIn, case: Case, ada: Agent, at: datetime
) -> None:
    html = (
        '<p>Hello <b>there</b></p><script>top.document.title = "caught"</script><img src="https://spy.example/1.png">'
    )
    cases.receive(mail(text="Hello there", html=html, subject=f"[#{case.pk}]", message_id=""), at)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    assert not [url for url in asked if "/body" in url]
    page.get_by_text("As it was sent").click()
    frame = page.frame_locator(".message-html iframe")
    expect(frame.get_by_text("Hello there")).to_be_visible()
    assert "caught" not in page.title()
    assert not [url for url in asked if "spy.example" in url]


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


def test_a_new_case_hears_promises_too(page: Page, sign_in: SignIn, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/cases/new")
    page.get_by_label("E-mail address").fill("rosa@correo.example")
    page.get_by_label("Subject").fill("Your tent")
    write(page, "I will send you a new pole by Friday.")
    expect(chip(page, "I will send you a new pole by Friday")).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Your tent")).to_be_visible()
    assert Message.objects.get().to == ["rosa@correo.example"]
