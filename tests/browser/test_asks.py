"""Asking somebody in a real browser: found by what they know, by mouse and by keys, on a wide screen and in a hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from goodword.asks.actions import Question, answer, make
from goodword.asks.links import link_for, token_of
from goodword.asks.models import Ask
from goodword.asks.tasks import sweep_asks
from goodword.cases import changes
from goodword.cases.models import Case
from goodword.people import skills
from goodword.people.actions import introduce
from goodword.people.models import Agent, Partner
from goodword.promises import dependencies
from tests.browser.conftest import NARROW, WIDE, OpenPage
from tests.conftest import MakePromise

Look = Callable[..., None]
SignIn = Callable[[Page, Agent], None]
Picture = Callable[[Page, str], None]
HOUR = timedelta(hours=1)


@pytest.fixture
def carrier(case: Case) -> Partner:
    about = "Carrier for small parcels, Monday to Saturday"
    return Partner.objects.create(
        name="Swift Parcels", email="desk@swift.example", about=about, phone="+44 20 7946 0001"
    )


@pytest.fixture
def lively(
    case: Case, ada: Agent, ben: Agent, lena: Agent, omar: Agent, carrier: Partner, promised: MakePromise, at: datetime
) -> Case:
    """A case with a promise that waits for a carrier, and a partner with a record."""
    introduce("Bolt Bikes", at)
    changes.assign(case, ada, at, ada)
    skills.say(omar, "Warranty claims", at, lena)
    skills.say(ben, "Stoves", at, ben)
    for number in range(6):
        made = make(case, Question(f"Has parcel {number} left?", carrier, at - HOUR), ada, at - timedelta(days=2))
        answer(made, "It left on Friday, with the evening van.", at - (30 * HOUR if number else HOUR / 2))
    promise = promised("investigate", "I will find out where your parcel is", at + timedelta(days=2))
    late = make(
        case, Question("Where is parcel 77? It should have come on Friday.", carrier, at - HOUR), ada, at - 9 * HOUR
    )
    dependencies.depend(promise, late, at - 2 * HOUR, ada)
    make(case, Question("May I send a second one at once?", ada, at + 6 * HOUR), lena, at)
    sweep_asks(at)
    return case


def test_somebody_who_knows_is_found_and_asked(
    page: Page, sign_in: SignIn, axe: Look, lively: Case, ada: Agent, omar: Agent, picture: Picture
) -> None:
    sign_in(page, ada)
    page.goto(f"/cases/{lively.pk}")
    page.keyboard.press("q")
    sheet = page.get_by_role("dialog")
    search = sheet.get_by_role("searchbox")
    expect(search).to_be_focused()
    search.press_sequentially("warranties")
    expect(sheet.get_by_role("radio")).to_have_count(1)
    expect(sheet.get_by_role("radio", name="Omar")).to_be_checked()
    search.press("Enter")
    expect(sheet.get_by_role("heading", name="Ask somebody")).to_be_visible()
    assert not Ask.objects.filter(to_agent=omar).exists(), "Enter in the search asks nobody"
    sheet.get_by_label("Question").fill("Does the seam count as wear?")
    sheet.get_by_label("Which promise waits for it?").select_option(index=1)
    axe(page)
    picture(page, "ask-form")
    sheet.get_by_role("button", name="Ask", exact=True).click()
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("link", name="Does the seam count as wear?")).to_be_visible()
    expect(panel.get_by_text("waits for Omar")).to_be_visible()
    axe(page)
    picture(page, "ask-case")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_asks_is_fit_to_be_read(
    new_page: OpenPage, sign_in: SignIn, axe: Look, picture: Picture, lively: Case, lena: Agent, ada: Agent,
    carrier: Partner, at: datetime, size: dict[str, int], scheme: str,
) -> None:  # fmt: skip
    page = new_page(size, color_scheme=scheme)
    late = Ask.objects.get(question__startswith="Where is parcel 77")
    name = f"{scheme}-{size['width']}"
    for person, shots in (
        (ada, {"today": "/", "ask": f"/asks/{late.pk}", "case": f"/cases/{lively.pk}"}),
        (lena, {"partners": "/partners/", "partner": f"/partners/{carrier.pk}", "skills": "/skills/",
                "partner-form": f"/partners/{carrier.pk}/details", "ask-form-page": f"/cases/{lively.pk}/asks"}),
    ):  # fmt: skip
        sign_in(page, person)
        for shot, path in shots.items():
            page.goto(path)
            axe(page)
            picture(page, f"{shot}-{name}")
    page.goto(f"/portal/asks/{token_of(link_for(late, None, at))}")
    axe(page)
    picture(page, f"portal-ask-{name}")


def test_a_partner_answers_without_an_account_and_without_scripts(
    new_page: OpenPage, axe: Look, picture: Picture, lively: Case, at: datetime
) -> None:
    late = Ask.objects.get(question__startswith="Where is parcel 77")
    page = new_page(NARROW, java_script_enabled=False)
    page.goto(f"/portal/asks/{token_of(link_for(late, None, at))}")
    page.get_by_role("textbox", name="Your answer").fill("In the van, with you tomorrow.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("heading", name="Thank you. The answer has arrived.")).to_be_visible()
    picture(page, "portal-answered")
    late.refresh_from_db()
    assert late.answer == "In the van, with you tomorrow."


def test_an_ask_is_answered_from_today(page: Page, sign_in: SignIn, lively: Case, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/")
    page.get_by_role("region", name="Asks waiting for me").get_by_role("link", name="Answer").click()
    page.get_by_role("textbox", name="Answer").fill("Yes, send it.")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("heading", name="The answer")).to_be_visible()
    assert Ask.objects.get(question__startswith="May I").answer == "Yes, send it."


def test_the_palette_says_who_knows(page: Page, sign_in: SignIn, lively: Case, ada: Agent) -> None:
    sign_in(page, ada)
    page.goto("/")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").press_sequentially("warranty")
    page.get_by_role("option", name="Omar knows about Warranty claims").click()
    expect(page.get_by_role("heading", name="Who knows about what")).to_be_visible()
    expect(page.get_by_text("Warranty claims")).to_be_visible()
