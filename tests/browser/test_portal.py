"""The customer's page in a real browser: in a hand and on a desk, by day and by night, without any script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from goodword.cases.models import Attachment, Case
from goodword.closing import checks
from goodword.closing.tasks import sweep_checks
from goodword.kit import clock
from goodword.people.actions import introduce
from goodword.people.models import Agent, Customer
from goodword.promises.actions import deliver
from goodword.promises.links import link_for, token_of
from tests.browser.conftest import NARROW, WIDE, OpenPage
from tests.conftest import MakePromise

Picture = Callable[[Page, str], Path]
Axe = Callable[[Page], None]


@pytest.fixture
def address(desk: object, case: Case, kim: Customer, at: datetime) -> str:
    """Where Kim's page is."""
    introduce("Larch & Lane", at, reach="030 1234567")
    kim.time_zone, kim.language = "Europe/London", "en"
    kim.save(update_fields=["time_zone", "language"])
    return f"/portal/{token_of(link_for(case, at))}"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_the_matter_ends_by_the_customers_word_without_any_script(
    new_page: OpenPage, address: str, promised: MakePromise, ada: Agent, case: Case, at: datetime, size: dict[str, int],
    tmp_path: Path,
) -> None:  # fmt: skip
    promise = promised(kind="other", words="I will send you the gift card.", due=date(2026, 3, 5))
    page = new_page(size, java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("This is what we promised you.")
    expect(page.get_by_text("Thursday 5 March, by 5 pm your time").first).to_be_visible()

    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We know that you are waiting.")
    page.get_by_role("link", name="Back to what we promised you").click()
    expect(page.get_by_text("Ada knows that you are waiting.")).to_be_visible()

    page.get_by_role("link", name="This date does not suit me").click()
    page.get_by_label("The day that you would like").fill("2026-03-09")
    page.get_by_role("button", name="Send my wish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Ada has your wish now.")

    deliver(promise, "agent_statement", clock.now(), by=ada)
    page.goto(address)
    page.get_by_role("button", name="Got it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have noted that it has arrived.")
    page.reload()
    page.get_by_role("link", name="Back to what we promised you").click()

    picture = tmp_path / "card.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    page.get_by_label("Your message").fill("It is lovely.")
    page.get_by_label("Add pictures or files").set_input_files(picture)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Your message has arrived.")
    assert Attachment.objects.get(message__channel="page").filename == "card.png"

    page.goto(address)
    page.get_by_role("button", name="Nothing more, thanks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Then everything is settled.")
    case.refresh_from_db()
    assert case.closed_how == "word"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_every_page_can_be_used_by_everybody(
    new_page: OpenPage, address: str, promised: MakePromise, ada: Agent, case: Case, at: datetime, axe: Axe,
    picture: Picture, size: dict[str, int], scheme: str,
) -> None:  # fmt: skip
    page = new_page(size, color_scheme=scheme)

    def look(name: str, heading: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        for details in page.locator("details:not([open]) > summary").all():
            details.click()
        axe(page)
        picture(page, f"portal-{name}-{size['width']}-{scheme}")

    page.goto(address)
    look("empty", "Your matter is with us.")
    late = promised(
        kind="other", words="I will call the workshop.", at=at - timedelta(days=3), due=at - timedelta(hours=1)
    )
    promise = promised(kind="other", words="I will send you the gift card.", due=date(2026, 3, 5))
    page.goto(address)
    look("late", "We owe you this, and we are late.")
    page.get_by_role("button", name="Send").click()
    look("fault", "We owe you this, and we are late.")
    page.goto(f"{address}/promises/{promise.pk}/day")
    look("day", "Which day is better for you?")
    for one in (late, promise):
        deliver(one, "agent_statement", clock.now(), by=ada)
    page.goto(address)
    page.get_by_role("button", name="Not yet").first.click()
    look("not-there", "Thank you for telling us. We owe it to you again.")
    deliver(late, "agent_statement", clock.now(), by=ada)
    checks.consider(case, clock.now())
    sweep_checks(clock.now() + timedelta(days=2))
    page.goto(address)
    look("check", "Did this really solve it?")
    page.goto(f"{address}x")
    look("gone", "This link does not work any more")
