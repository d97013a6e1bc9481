"""The help centre shows the parts for customers and nothing else, in the reader's language, found by their words."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from goodword.kit import clock
from goodword.kit.errors import Malformed
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish, set_active
from goodword.policies.models import Policy
from tests.portal.test_write import OPEN, set_website

INSIDE = "Grant up to forty euros, and never mention the zeppelin."


@pytest.fixture
def browser(mara: Agent, at: datetime) -> Client:
    """Anybody's browser; an admin has opened the help centre."""
    clock.make_movable(at)
    set_website(at, mara, **OPEN)
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def returns(mara: Agent, at: datetime) -> Policy:
    """How things are returned, with a part for customers."""
    public = "Send it back within thirty days.\n\n- <b>Unused</b>\n- In its box"
    words = Words("Returns", INSIDE, public, in_help_centre=True, help_topic="After you buy", language="en")
    return publish(words, at, mara)


def test_an_article_shows_the_part_for_customers_and_nothing_else(browser: Client, returns: Policy) -> None:
    home = browser.get("/portal/help").content.decode()
    assert "After you buy" in home
    page = browser.get("/portal/help/returns").content.decode()
    assert "Send it back within thirty days." in page
    assert "<li>&lt;b&gt;Unused&lt;/b&gt;</li>" in page
    for text in (home, page):
        assert "zeppelin" not in text


def test_it_is_found_by_its_public_words_and_never_by_internal_ones(browser: Client, returns: Policy) -> None:
    assert "<mark>thirty</mark>" in browser.get("/portal/help?q=thirt").content.decode()
    assert 'href="/portal/help/returns"' in browser.get("/portal/help?q=thirty+elephants").content.decode()
    for words in ("zeppelin", "forty", "<script>"):
        assert 'href="/portal/help/returns"' not in browser.get("/portal/help", {"q": words}).content.decode()


def test_what_is_not_shown_not_public_or_out_of_force_is_not_there(
    browser: Client, returns: Policy, mara: Agent, at: datetime
) -> None:
    publish(Words("Secret", "Inside", "For one customer at a time"), at, mara)
    assert browser.get("/portal/help/secret").status_code == 404
    with pytest.raises(Malformed):
        publish(Words("Empty", "Inside", "", in_help_centre=True), at, mara)
    set_active(returns, active=False, at=at, by=mara)
    assert browser.get("/portal/help/returns").status_code == 404
    assert "Returns" not in browser.get("/portal/help").content.decode()


def test_readers_see_what_is_in_their_language(browser: Client, returns: Policy, mara: Agent, at: datetime) -> None:
    german = Words("Rückgabe", INSIDE, "Dreißig Tage.", in_help_centre=True, language="de")
    publish(german, at, mara)
    home = browser.get("/portal/help", headers={"Accept-Language": "de-AT,en;q=0.5"}).content.decode()
    assert "Wie können wir helfen?" in home
    assert "Rückgabe" in home
    assert "Returns" not in home
    chosen = browser.get("/portal/help?lang=en", headers={"Accept-Language": "de"}).content.decode()
    assert "Returns" in chosen


def test_a_reader_says_whether_it_helped_and_looking_counts_nothing(browser: Client, returns: Policy) -> None:
    browser.get("/portal/help/returns/opinions")
    browser.get("/portal/help/returns?said=yes")
    answer = browser.post("/portal/help/returns/opinions", {"helped": "no"})
    assert answer.status_code == 303
    returns.refresh_from_db()
    assert (returns.helped, returns.not_helped) == (0, 1)


def test_search_engines_are_let_in_only_where_an_admin_says_so(
    browser: Client, returns: Policy, mara: Agent, at: datetime
) -> None:
    assert "noindex" in browser.get("/portal/help")["X-Robots-Tag"]
    assert browser.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"
    assert browser.get("/portal/help/sitemap.xml").status_code == 404
    set_website(at, mara, **{**OPEN, "help_is_found": True})
    assert "X-Robots-Tag" not in browser.get("/portal/help")
    assert "Allow: /portal/help" in browser.get("/robots.txt").content.decode()
    assert "/portal/help/returns</loc>" in browser.get("/portal/help/sitemap.xml").content.decode()


def test_a_page_of_it_takes_few_queries(
    browser: Client, returns: Policy, django_assert_max_num_queries: object
) -> None:
    for path in ("/portal/help", "/portal/help?q=thirty", "/portal/help/returns"):
        with django_assert_max_num_queries(6):  # type: ignore[operator]
            browser.get(path)
