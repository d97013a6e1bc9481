"""Every way into a mail's page, in a real browser with scripts on and without frame or policy: nothing happens.

The page is sandboxed and has its own policy at the desk; here the cleaning stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.channels.showing.harmless import shown
from tests.channels.showing.test_vectors import VECTORS

ACTIVE = "script,iframe,frame,object,embed,form,input,button,svg,math,style,link,meta,base,video,audio"
TOUCH = """document.querySelectorAll('*').forEach(element => {
    for (const name of ['click', 'mouseover', 'mouseenter', 'pointerenter', 'focus', 'toggle', 'scroll', 'dragstart'])
        element.dispatchEvent(new Event(name))
})"""


@dataclass
class Watched:
    """A page, what it said and what it asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context()
    watched = Watched(context.new_page())
    watched.page.on("dialog", lambda dialog: (watched.said.append(dialog.message), dialog.dismiss()))
    watched.page.on(
        "request",
        lambda request: None if request.url.startswith(("data:", "about:")) else watched.fetched.append(request.url),
    )
    yield watched
    context.close()


def test_no_vector_says_or_fetches_anything(watched: Watched) -> None:
    active = []
    for vector in VECTORS:
        watched.page.set_content(shown(vector).html)
        active += [vector] if watched.page.query_selector(ACTIVE) else []
        watched.page.evaluate(TOUCH)
    watched.page.wait_for_timeout(500)
    assert (watched.said, watched.fetched, active) == ([], [], [])


def test_the_same_vectors_uncleaned_would(watched: Watched) -> None:
    """Else the test above would prove nothing."""
    for vector in VECTORS[:80]:
        try:
            watched.page.set_content(vector, timeout=3_000)
        except Error:
            continue
    watched.page.wait_for_timeout(500)
    assert len(watched.said) > 20
