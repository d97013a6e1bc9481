"""A real server and a real Chromium: `desk`, `page`, `phone`, `sign_in(page, agent)`, `axe(page)`."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from goodword.kit import clock
from goodword.people.models import Agent
from tests.browser.chromium import FLAGS

# Playwright's synchronous interface keeps a loop in this thread, which Django would take for an asynchronous caller.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}
SETTLES_MS = 20_000  # a machine that builds and tests at once is slow, and a slow answer is no fault

expect.set_options(timeout=SETTLES_MS)


@dataclass(frozen=True)
class Desk:
    """A running desk with committed data; its clock stands at the tests' Monday morning and runs on from there."""

    address: str


@pytest.fixture(scope="session")
def _server(django_db_setup: None) -> Iterator[str]:
    """One server for all browser tests, in a thread of this process, on a port of its own."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        get_asgi_application(), lifespan="off", log_level="warning", ws="none", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="desk", daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def desk(transactional_db: None, _server: str, at: datetime) -> Desk:
    """The desk that a browser opens."""
    clock.make_movable(at)
    return Desk(_server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else the one that Playwright has brought."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("GOODWORD_CHROMIUM") or shutil.which("chromium") or None, args=FLAGS
        )
        yield browser
        browser.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, desk: Desk) -> Iterator[OpenPage]:
    """Opens further browsers, each with cookies of its own; a fault in a script or a blocked style fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(size: dict[str, int] = WIDE, **more: Any) -> Page:
        given: dict[str, Any] = {"base_url": desk.address, "viewport": size, "reduced_motion": "reduce"} | more
        context = browser.new_context(**given)
        context.set_default_timeout(SETTLES_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if _is_fault(said.type, said.text) else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, faults


def _is_fault(kind: str, text: str) -> bool:
    """What the browser itself says about a refused request is no fault of the page: tests refuse on purpose."""
    return kind == "error" and not text.startswith("Failed to load resource") and "Response Status Error" not in text


@pytest.fixture
def page(new_page: OpenPage) -> Page:
    """A browser on a desk."""
    return new_page(WIDE)


@pytest.fixture
def phone(new_page: OpenPage) -> Page:
    """A browser in a hand."""
    return new_page(NARROW, is_mobile=True, has_touch=True, device_scale_factor=2)


@pytest.fixture
def sign_in(desk: Desk) -> Callable[[Page, Agent], None]:
    """Gives a browser the session of an agent (the sign-in page has tests of its own)."""

    def give(page: Page, agent: Agent) -> None:
        client = Client()
        client.force_login(agent)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": desk.address}])

    return give


@pytest.fixture
def axe() -> Callable[..., None]:
    """Fails with what axe finds wrong on the page as it stands (WCAG 2.2 AA and axe's good practice)."""

    def look(page: Page, context: str | None = None) -> None:
        page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))")
        page.evaluate("new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
        found = Axe().run(page, context=context, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()
        assert not _overflows(page), "the page is wider than the screen"

    return look


def _overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Takes a picture to be looked at, where the folder GOODWORD_PICTURES is named."""

    def take(page: Page, name: str) -> None:
        folder = os.environ.get("GOODWORD_PICTURES")
        if folder:  # the caret is left alone, since hiding it takes an inline style
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, caret="initial")

    return take
