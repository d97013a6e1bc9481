"""A change made in one browser shows in another, and survives a line that breaks."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from django.db import connection
from playwright.sync_api import Page, expect

from goodword.cases.actions import receive
from goodword.people.models import Agent
from tests.browser import scenes
from tests.conftest import mail

SignIn = Callable[[Page, Agent], None]


def _listens(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-line", "open")


def test_what_one_browser_takes_leaves_the_list_of_another(
    new_page: Callable[..., Page], sign_in: SignIn, ada: Agent, ben: Agent, at: datetime
) -> None:
    case = scenes.cases(at)[-1]
    first, second = new_page(), new_page()
    sign_in(first, ada)
    sign_in(second, ben)
    for page in (first, second):
        page.goto("/inbox/unowned/")
        _listens(page)
    row = second.get_by_role("link", name=str(case))
    expect(row).to_be_visible()
    second.wait_for_timeout(2000)
    first.get_by_label(f"Tick “{case}”").check()
    started = time.monotonic()
    first.get_by_role("button", name="Take", exact=True).click()
    expect(row).to_have_count(0)
    seconds = time.monotonic() - started
    assert seconds < 3
    print(f"seen in the other browser after {seconds:.2f} s")  # noqa: T201


def test_two_tabs_share_one_line(page: Page, sign_in: SignIn, ada: Agent, at: datetime) -> None:
    sign_in(page, ada)
    page.goto("/inbox/open/")
    _listens(page)
    other = page.context.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto("/inbox/open/")
    expect(other.get_by_role("heading", name="Nothing here")).to_be_visible()
    receive(mail(subject="Seen in both tabs"), at)
    for tab in (page, other):
        tab.bring_to_front()
        expect(tab.get_by_role("link", name="Seen in both tabs")).to_be_visible()
    assert not [url for url in asked if url.endswith("/live")]


def test_after_the_line_to_the_database_broke_nothing_is_missed(
    page: Page, sign_in: SignIn, ada: Agent, at: datetime
) -> None:
    sign_in(page, ada)
    page.goto("/inbox/open/")
    _listens(page)
    page.wait_for_timeout(300)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'goodword live'"
        )
        assert cursor.rowcount >= 1
    receive(mail(subject="Came while nobody listened"), at)
    expect(page.get_by_role("link", name="Came while nobody listened")).to_be_visible()


def test_what_somebody_types_is_left_alone(page: Page, sign_in: SignIn, ada: Agent, at: datetime) -> None:
    sign_in(page, ada)
    page.goto("/inbox/open/")
    _listens(page)
    search = page.get_by_role("searchbox")
    search.fill("half a wo")
    receive(mail(subject="Came meanwhile"), at)
    page.wait_for_timeout(3500)  # more than twice the rest between two fetches
    expect(search).to_have_value("half a wo")
    search.fill("")
    page.keyboard.press("Escape")
    search.blur()
    expect(page.get_by_role("link", name="Came meanwhile")).to_be_visible()


def test_a_tick_and_the_focus_survive_a_change_by_others(page: Page, sign_in: SignIn, ada: Agent, at: datetime) -> None:
    case = scenes.cases(at)[0]
    sign_in(page, ada)
    page.goto("/inbox/open/")
    _listens(page)
    page.get_by_label(f"Tick “{case}”").check()
    page.get_by_role("link", name=str(case)).focus()
    receive(mail(subject="Somebody else"), at)
    expect(page.get_by_role("link", name="Somebody else")).to_be_visible()
    expect(page.get_by_label(f"Tick “{case}”")).to_be_checked()
    expect(page.get_by_role("link", name=str(case))).to_be_focused()
