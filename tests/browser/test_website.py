"""What customers find on the shop's own site, in a real browser: the chat, the help centre and the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from goodword.cases.models import Case, Message
from goodword.channels.form.actions import set_website
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish
from tests.browser.conftest import WIDE, OpenPage

SignIn = Callable[[Page, Agent], None]
Axe = Callable[[Page], None]


@pytest.fixture
def site(desk: object, mara: Agent, at: datetime) -> None:
    """An admin has opened everything."""
    set_website(at, mara, sites=[], form_is_on=True, help_is_on=True, chat_is_on=True)


def test_a_customer_chats_and_the_desk_answers_with_a_promise(
    site: None, page: Page, new_page: OpenPage, sign_in: SignIn, axe: Axe, ada: Agent
) -> None:
    page.goto("/demo/shop")
    page.get_by_role("button", name="Chat with us").click()
    assert page.evaluate("[document.cookie, sessionStorage.length, localStorage.length]") == ["", 0, 0]
    page.get_by_label("Your e-mail address").fill("kim@home.example")
    page.get_by_label("Your message").fill("Is it back in stock?")
    page.get_by_role("button", name="Begin the chat").click()
    expect(page.get_by_role("log")).to_contain_text("Somebody is on their way.")
    axe(page)

    desk = new_page(WIDE)
    sign_in(desk, ada)
    desk.goto(f"/cases/{Case.objects.get().pk}")
    expect(desk.locator("#chat-here")).to_contain_text("is in the chat now")
    expect(desk.get_by_role("region", name="What happened")).to_contain_text("Is it back in stock?")
    desk.get_by_role("textbox", name="Message").press_sequentially("I will send you the link tomorrow by noon.")
    expect(desk.get_by_role("group", name="Promise heard: I will send you the link")).to_be_visible()
    desk.keyboard.press("Control+Enter")

    expect(page.get_by_role("log")).to_contain_text("I will send you the link tomorrow by noon.")
    expect(page.get_by_role("link", name="See what we promised you")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Chat with us").click()
    expect(page.get_by_role("log")).to_contain_text("I will send you the link tomorrow by noon.")
    assert Message.objects.get(is_ours=True).channel == "chat"


def test_who_finds_no_answer_writes_to_us(site: None, phone: Page, axe: Axe, mara: Agent, at: datetime) -> None:
    public = "Send it back within thirty days."
    publish(Words("Returns", "Inside", public, in_help_centre=True, help_topic="After you buy"), at, mara)
    phone.goto("/portal/help")
    axe(phone)
    phone.get_by_label("Search the help centre").fill("thirty")
    phone.get_by_role("button", name="Search").click()
    phone.get_by_role("link", name="Returns").click()
    axe(phone)
    phone.get_by_role("button", name="No").click()
    expect(phone.get_by_role("status")).to_contain_text("We look at this article again")
    phone.get_by_role("main").get_by_role("link", name="Write to us").click()
    expect(phone.get_by_label("What is it about?")).to_have_value("Returns")
    axe(phone)
    phone.get_by_label("Your e-mail address").fill("kim@home.example")
    phone.get_by_label("Your message").fill("It is too late for that.")
    phone.get_by_role("button", name="Send").click()  # at once, as robots do
    expect(
        phone.get_by_text("Your browser has answered that for you.").or_(phone.get_by_role("status"))
    ).to_be_visible()
    if phone.get_by_role("button", name="Send").count():
        phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you. Your message has arrived.")
    assert Case.objects.get().subject == "Returns"
