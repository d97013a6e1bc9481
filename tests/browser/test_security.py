"""A passkey in a real browser, with a virtual key of Chromium: made in the settings, and opening the desk alone."""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache
from playwright.sync_api import Page, expect

from goodword.people.models import Agent
from tests.browser.conftest import NARROW, WIDE, Desk, OpenPage

PASSWORD = "a good word for ada"
Look = Callable[..., None]
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def test_a_passkey_opens_the_desk_alone(desk: Desk, new_page: OpenPage, ada: Agent, axe: Look, picture: Look) -> None:
    cache.clear()
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    page = new_page(WIDE, base_url=desk.address.replace("127.0.0.1", "localhost"))  # keys are for names, not numbers
    _plug_in(page)
    page.goto("/accounts/login/?next=/settings/security")
    page.get_by_label("Email").fill(ada.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    axe(page)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Its name").fill("Ada's laptop")
    axe(page)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    expect(page.get_by_role("list", name="Codes that are left").get_by_role("listitem")).to_have_count(10)
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("Ada's laptop").first).to_be_visible()
    for scheme, size in (("light", WIDE), ("dark", NARROW)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        axe(page)
        picture(page, f"security-{scheme}")

    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{desk.address.replace('127.0.0.1', 'localhost')}/")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()


def _plug_in(page: Page) -> None:
    """Gives the browser a key that answers by itself."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def test_every_component_stands_in_every_way_of_looking(
    page: Page, sign_in: Callable[[Page, Agent], None], axe: Look, picture: Look, mara: Agent
) -> None:
    sign_in(page, mara)
    page.goto("/styles")
    expect(page.get_by_role("heading", name="Empty places")).to_be_visible()
    for name, width, media in (
        ("light-wide", 2560, {"color_scheme": "light"}),
        ("dark-zoomed", 720, {"color_scheme": "dark"}),
        ("forced-narrow", 360, {"color_scheme": "light", "forced_colors": "active"}),
    ):
        page.emulate_media(**media)
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
        picture(page, f"styles-{name}")
    page.evaluate("document.documentElement.dir = 'rtl'")
    axe(page)
    picture(page, "styles-right-to-left")
