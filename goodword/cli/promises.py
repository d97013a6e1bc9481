"""`goodword promises`: hears promises in texts, one JSON line each. Needs no database and starts without Django."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from goodword.cli.lines import Unusable, answer_lines, text_of
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.promises.wording import Heard, hear


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def promises() -> None:
    """Hears promises in texts."""


@promises.command("hear")
def hear_command() -> None:
    """Reads JSON lines from standard input and prints, one line each, the promises that they hold.

    In: id, text, now (ISO 8601), timezone (such as Europe/Berlin), and if known channel, context, language.
    Out: id, promises: [{span, kind, due, due_text, who}]. Business time is Monday to Friday, 09:00 to 17:00.
    A line that cannot be read gives a line with `error` and exit code 1; the others are answered all the same.

    Example: echo '{"id": 1, "text": "I will call you tomorrow at 3.", "now": "2026-03-02T10:00",
    "timezone": "Europe/Berlin"}' | goodword promises hear
    """
    sys.exit(answer_lines(sys.stdin.buffer, answer))


def answer(line: dict[str, Any]) -> dict[str, Any]:
    """The answer to one line; raises Unusable, in plain words, for one that cannot be read."""
    zone = text_of(line, "timezone") or "UTC"
    heard = hear(
        text_of(line, "text", needed=True),
        now=_instant(line, zone),
        hours=ALWAYS_NINE_TO_FIVE(zone),
        zone=zone,
        channel=text_of(line, "channel"),
        context=text_of(line, "context"),
        language=text_of(line, "language"),
    )
    return {"promises": [_fields(promise) for promise in heard]}


def _instant(line: dict[str, Any], zone: str) -> datetime:
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Unusable(f"timezone: {zone!r} is not the name of a time zone, such as 'Europe/Berlin'.") from None
    words = text_of(line, "now", needed=True)
    try:
        now = datetime.fromisoformat(words)
    except ValueError:
        raise Unusable(f"now: {words!r} is not a time such as '2026-03-02T10:00+01:00'.") from None
    return now if now.tzinfo else now.replace(tzinfo=place)


def _fields(promise: Heard) -> dict[str, Any]:
    return {
        "span": promise.span,
        "kind": promise.kind,
        "due": promise.due.isoformat(timespec="minutes") if promise.due else None,
        "due_text": promise.due_text or None,
        "who": promise.who,
    }
