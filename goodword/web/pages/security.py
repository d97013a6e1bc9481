"""What the page of one's own security says about open sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip
SMALL = ("iPhone", "iPad", "Android")


@dataclass(frozen=True)
class Place:
    """One browser in which somebody is signed in."""

    pk: int
    name: str
    icon: str
    address: str
    since: datetime
    is_here: bool


def places_of(sessions: Iterable[Any], here: str) -> list[Place]:
    """Returns the places of some sessions, the present one first."""
    found = [
        Place(
            one.pk, device_of(one.user_agent), _icon_of(one.user_agent), one.ip, one.created_at,
            one.session_key == here,
        )
        for one in sessions
    ]  # fmt: skip
    return sorted(found, key=lambda place: not place.is_here)


def device_of(user_agent: str) -> str:
    """Says which browser on what, as people say it: "Firefox on Windows"."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "A browser")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{browser} on {system}" if system else browser


def _icon_of(user_agent: str) -> str:
    return "device-phone-mobile" if any(sign in user_agent for sign in SMALL) else "computer-desktop"
