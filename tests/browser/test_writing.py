"""Writing in a real browser: drafts, files, what comes in meanwhile, and a letter as it was sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from goodword.cases import actions as cases
from goodword.cases.models import Attachment, Case, Message
from goodword.people.models import Agent
from tests.conftest import mail

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
    for number in range(8):
        cases.note(case, ada, f"Note {number}", at)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    assert not [url for url in asked if "/body" in url]
    page.get_by_text("As it was sent").click()
    frame = page.frame_locator(".message-html iframe")
    expect(frame.get_by_text("Hello there")).to_be_visible()
    expect(page.get_by_text("As it was sent")).to_be_in_viewport()
    expect(page.locator(".message-html iframe")).to_be_in_viewport()
    assert "caught" not in page.title()
    assert not [url for url in asked if "spy.example" in url]


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
