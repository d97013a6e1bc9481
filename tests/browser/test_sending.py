"""Taking a reply back and sending one later, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.sending.models import Reply

SignIn = Callable[[Page, Agent], None]
WORDS = "I will send you the invoice by Friday."


def test_a_reply_is_taken_back_from_the_toast_and_scheduled_instead(
    page: Page, sign_in: SignIn, case: Case, ada: Agent, axe: Callable[..., None], picture: Callable[[Page, str], None]
) -> None:
    ada.undo_seconds = 30
    ada.save(update_fields=["undo_seconds"])
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    box: Any = page.get_by_role("textbox", name="Message")
    box.fill(WORDS)
    expect(page.get_by_role("group", name="Promise heard: I will send you the invoice by Friday")).to_be_visible()
    page.get_by_text("Cc, Bcc, From").click()
    page.get_by_role("textbox", name="Cc", exact=True).fill("jo@home.example")
    expect(page.get_by_label("From", exact=True)).to_have_value("")
    page.get_by_role("button", name="Send", exact=True).click()
    toast = page.locator(".toast")
    expect(toast).to_contain_text("Going out…")
    strip = page.get_by_role("region", name="Replies that have not gone out")
    expect(strip).to_contain_text("Going out in a moment")
    expect(box).to_have_value("")
    picture(page, "undo")
    toast.get_by_role("button", name="Undo").click()
    expect(box).to_have_value(WORDS)
    expect(page.get_by_role("textbox", name="Cc", exact=True)).to_have_value("jo@home.example")
    expect(page.get_by_role("group", name="Promise heard: I will send you the invoice by Friday")).to_be_visible()
    page.get_by_label("Send later").click()
    picture(page, "later")
    page.get_by_role("button", name="Tomorrow 09:00").click()
    expect(strip).to_contain_text("Goes out")
    expect(strip).to_contain_text("Promised once it goes")
    picture(page, "scheduled")
    axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, "scheduled-narrow")
    strip.get_by_role("button", name="Cancel it").click()
    expect(strip).to_be_hidden()
    assert sorted(Reply.objects.values_list("state", flat=True)) == ["withdrawn", "withdrawn"]
