"""What one decides by beside a case, in a real browser: handed over, looked up, given, proposed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

from django.apps import apps
from playwright.sync_api import Page, expect

from goodword.cases import changes, proposing
from goodword.cases.models import Case
from goodword.handovers.actions import offer
from goodword.handovers.brief import Brief
from goodword.people.models import Agent
from goodword.people.purchases import take
from goodword.policies.actions import Words, publish
from goodword.remedies.actions import Proposal, propose
from goodword.remedies.models import Remedy, RemedyKind
from tests.browser.conftest import NARROW, WIDE, OpenPage

Look = Callable[..., None]
SignIn = Callable[[Page, Agent], None]
Picture = Callable[[Page, str], None]
BRIEF = Brief("The parcel is lost", "A new one", "Asked the carrier", "A call at noon", "Call the carrier")
BOUGHT = {
    "email": "kim@home.example", "number": "4711", "product": "MX-200", "options": "size: 42",
    "bought_on": "2026-01-05", "amount": "120",
}  # fmt: skip


def prepare(case: Case, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime) -> None:
    """Ada's case is on offer to Ben, with a policy, a category, a purchase and remedies beside it."""
    changes.assign(case, ada, at, ada)
    offer(case, ben, BRIEF, at, ada)
    publish(Words("Lost parcels", "After ten days we send a new one.", "We will send a new one by Friday."), at, lena)
    proposing.categorise(case, proposing.set_category("Broken", ["Since when?", "Which part?"], at, mara), at, ada)
    proposing.diagnose(case, "Since when?", "Since May", at, ada)
    take([BOUGHT], at, None)
    import_module("goodword.remedies.migrations.0002_first_kinds").add(apps, None)
    refund = RemedyKind.objects.get(slug="refund")
    propose(case, Proposal(refund, 2600, "The card never came"), at, ada)
    propose(case, Proposal(refund, 9000, "The whole trip"), at, ada)


def test_a_case_is_taken_over_decided_and_answered(
    new_page: OpenPage, sign_in: SignIn, axe: Look, picture: Picture, case: Case, ada: Agent, ben: Agent, lena: Agent,
    mara: Agent, at: datetime,
) -> None:  # fmt: skip
    prepare(case, ada, ben, lena, mara, at)
    page = new_page(WIDE)
    sign_in(page, ben)
    page.goto("/")
    expect(page.get_by_role("heading", name="Offered to you")).to_be_visible()
    axe(page)
    page.goto(f"/cases/{case.pk}")
    expect(page.get_by_role("heading", name="Before proposing")).to_be_visible()
    axe(page)
    picture(page, "deciding-offer")
    page.get_by_role("button", name="Accept").click()
    answers_from_the_brief_and_the_policy(page, axe, picture)
    gives_beyond_their_authority(page, axe, picture)
    page.get_by_role("link", name="Propose a course").click()
    expect(page.get_by_role("dialog")).to_contain_text("Ask what outcome the customer wants.")
    axe(page)
    picture(page, "deciding-course")


def answers_from_the_brief_and_the_policy(page: Page, axe: Look, picture: Picture) -> None:
    begin = page.get_by_role("link", name="Begin with this")
    expect(begin).to_be_visible()
    begin.click()
    text = page.get_by_role("textbox", name="Message")
    expect(text).to_have_value(
        "I have taken over from Ada and have read everything: The parcel is lost. Is that right?"
    )
    page.get_by_role("searchbox", name="Search policies").press_sequentially("parc")
    page.get_by_role("link", name="Insert the customers’ part").click()
    expect(text).to_have_value(re.compile(r"We will send a new one by Friday\.$"))
    text.press_sequentially(" What is your order number?")
    expect(page.get_by_role("list", name="Said better")).to_contain_text("This is on file")
    axe(page)
    picture(page, "deciding-hints")
    page.get_by_role("button", name="Put this hint aside").first.click()


def gives_beyond_their_authority(page: Page, axe: Look, picture: Picture) -> None:
    page.get_by_role("link", name="Give", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("How much?").press_sequentially("95")
    expect(dialog.get_by_text("This is beyond it: somebody is asked.")).to_be_visible()
    axe(page)
    picture(page, "deciding-remedy")
    dialog.get_by_label("Why?").fill("It came twice too late")
    dialog.get_by_role("button", name="Give it").click()
    expect(page.get_by_text("It came twice too late, Ben")).to_be_visible()
    assert Remedy.objects.latest("pk").state == "awaiting"


def test_all_of_it_fits_into_a_hand_and_into_the_dark(
    new_page: OpenPage, sign_in: SignIn, axe: Look, picture: Picture, case: Case, ada: Agent, ben: Agent, lena: Agent,
    mara: Agent, at: datetime,
) -> None:  # fmt: skip
    prepare(case, ada, ben, lena, mara, at + timedelta(seconds=1))
    pages = (
        (ben, f"/cases/{case.pk}"), (lena, "/policies/"), (lena, "/policies/lost-parcels"), (lena, "/policies/new"),
        (mara, "/settings/remedies"), (mara, "/settings/categories"), (mara, "/settings/purchases"),
    )  # fmt: skip
    for size, scheme in ((NARROW, "light"), (NARROW, "dark"), (WIDE, "dark")):
        page = new_page(size, color_scheme=scheme)
        for person, path in pages:
            sign_in(page, person)
            page.goto(path)
            if path.startswith("/cases"):
                expect(page.get_by_role("heading", name="Before proposing")).to_be_visible()
            axe(page)
            picture(page, f"deciding-{size['width']}-{scheme}-{path.strip('/').replace('/', '-')}")
