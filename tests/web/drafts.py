"""Drafts as the page sends them."""

from __future__ import annotations

from typing import Any

from goodword.cases.models import Message

PROMISES = "I will send you the invoice by Friday."
HEARD = "I will send you the invoice by Friday"


def chip(number: int = 0, part: str = "reply", **given: Any) -> dict[str, Any]:
    """What a form says about one chip."""
    facts = {"record": "on", "words": HEARD, "kind": "document", "day": "2026-03-06", "time": ""} | given
    return {f"{part}-chips-{number}-{name}": value for name, value in facts.items() if value is not None}


def draft(text: str, *chips: dict[str, Any], part: str = "reply", **more: Any) -> dict[str, Any]:
    """A form as the page sends it."""
    form: dict[str, Any] = {f"{part}-text": text}
    for given in chips:
        form |= given
    count = {f"{part}-chips-TOTAL_FORMS": len(chips), f"{part}-chips-INITIAL_FORMS": len(chips)}
    return form | count | more


def ours() -> list[Message]:
    return list(Message.objects.filter(is_ours=True, call_outcome="").order_by("id"))
