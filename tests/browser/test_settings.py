"""The settings in a real browser: a fresh desk is set up from the first page, at both widths, by day and by night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from goodword.hours.actions import set_hours
from goodword.hours.models import Calendar
from goodword.people.models import Agent, Organisation
from tests.browser.conftest import NARROW, WIDE, OpenPage
from tests.conftest import MakePromise

Picture = Callable[[Page, str], Path]
Axe = Callable[[Page], None]
SignIn = Callable[[Page, Agent], None]
WEEK = [[(540, 1020)]] * 5 + [[], []]


def test_a_fresh_desk_is_set_up_from_its_first_page(page: Page, mara: Agent, sign_in: SignIn) -> None:
    sign_in(page, mara)
    page.goto("/settings/")
    expect(page.get_by_text("1 of 5 done")).to_be_visible()

    page.get_by_role("link", name="Your name").last.click()
    page.get_by_label("Name", exact=True).fill("Larch & Lane")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("2 of 5 done")).to_be_visible()
    assert Organisation.objects.get().name == "Larch & Lane"

    page.get_by_role("link", name="Your hours").click()
    page.get_by_label("Time zone").fill("Berlin")
    page.get_by_label("Monday").fill("nine to five")
    page.get_by_label("Public holidays of").select_option("DE")
    page.get_by_label("Region").select_option("BE")
    expect(page.get_by_text("Women's Day").first).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("is no span of time")).to_be_visible()
    expect(page.get_by_label("Monday")).to_have_value("nine to five")
    page.get_by_label("Monday").fill("9-12, 13-17")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Office")).to_be_visible()
    office = Calendar.objects.get()
    assert (office.zone, office.region, office.week[0]) == ("Europe/Berlin", "BE", [[540, 720], [780, 1020]])

    page.goto("/settings/people")
    page.get_by_role("link", name="Add somebody").click()
    page.get_by_label("Email").fill("nora@shop.example")
    page.get_by_label("Name", exact=True).fill("Nora Quist")
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("link", name="Nora Quist")).to_be_visible()
    page.goto("/settings/")
    expect(page.get_by_text("4 of 5 done")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
def test_every_page_can_be_used_by_everybody(
    new_page: OpenPage, mara: Agent, ada: Agent, promised: MakePromise, sign_in: SignIn, axe: Axe, picture: Picture,
    at: datetime, size: dict[str, int], scheme: str,
) -> None:  # fmt: skip
    office = set_hours("Office", zone="Europe/Berlin", week=WEEK, country="DE", at=at)
    promise = promised(owner=ada)
    page = new_page(size, color_scheme=scheme)
    sign_in(page, mara)
    places = (
        "", "organisation", "mailboxes", "mailboxes/new?provider=gmail", "hours", f"hours/{office.pk}", "people",
        "people/new", f"people/{ada.pk}", f"people/{ada.pk}/departure", "teams/new", "kinds",
        f"kinds/{promise.kind_id}", "me",
    )  # fmt: skip
    for place in places:
        page.goto(f"/settings/{place}")
        axe(page)
        picture(page, f"settings-{place.replace('/', '-').partition('?')[0]}-{size['width']}-{scheme}")
    page.goto("/settings/kinds/new")
    page.get_by_label("Name", exact=True).fill("callback")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Another kind has this name.")).to_be_visible()
    axe(page)
