"""What is sent with a POST, where nothing at all would be refused for its form before anybody asks who sends it."""

from __future__ import annotations

from typing import Any

from tests.access.scene import Things

JSON = "application/json"
SAYS = {"words": "They said so."}
DATED = {"due": "2027-01-11T10:00:00+00:00", "due_words": "on Monday"}
BODIES: dict[str, dict[str, Any]] = {
    "portal/help/<slug:slug>/opinions": {"helped": "yes"},
    "api/v1/cases": {"address": "new@post.example", "text": "Hello"},
    "api/v1/cases/<pk>/closure": {"reason": "They said so."},
    "api/v1/cases/<pk>/messages": {"text": "Hello"},
    "api/v1/cases/<pk>/calls": {"outcome": "reached", "text": "Hello"},
    "api/v1/cases/<pk>/notes": {"text": "Hello"},
    "api/v1/cases/<pk>/priority": {"priority": "high"},
    "api/v1/cases/<pk>/fields": {"values": {"size": 42}},
    "api/v1/cases/<pk>/promises": {"words": "I will call you", **DATED},
    "api/v1/promises/<pk>/evidence": {"type": "agent_statement", **SAYS},
    "api/v1/promises/<pk>/events": {"id": "e-1", "type": "parcel.shipped", "at": "2026-01-11T10:00:00+00:00"},
    "api/v1/promises/<pk>/renegotiations": {"text": "Later", **DATED},
    "api/v1/promises/<pk>/release": SAYS,
    "api/v1/promises/<pk>/confirmation": SAYS,
    "api/v1/promises/<pk>/dispute": SAYS,
}
QUERIES = {
    "api/v1/customers": {"address": "kim.hartley@post.example"},
    "cases/<int:pk>/remedies/outlook": {"kind": "refund"},
}


def sent_to(method: str, address: str, things: Things) -> dict[str, Any]:
    """Returns what a test client is told to send to an address."""
    if method == "GET":
        return {"data": QUERIES.get(address, {})}
    given = BODIES.get(address, {})
    if address == "api/v1/promises/<pk>/owner":
        given = {"owner": things["people"]["lead"]}
    return {"data": given} | ({"content_type": JSON} if address.startswith("api/") else {})
