"""Every line of the ledger that a screen shows is said in plain words."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from goodword.cases.queries import SHOWN_LINES
from goodword.ledger.models import Entry
from goodword.web.wordings import SENTENCES, sentence
from tests.architecture.source import modules

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NAMES = {("agent", 1): "Ada", ("customer", 2): "Kim"}


def line(verb: str, by: tuple[str, int | None] = ("agent", 1), **data: object) -> Entry:
    return Entry(at=AT, noted_at=AT, verb=verb, by_type=by[0], by_id=by[1], data=data)


@pytest.mark.parametrize("verb", SHOWN_LINES)
def test_every_line_that_is_shown_has_a_sentence(verb: str) -> None:
    said = sentence(line(verb), NAMES, "UTC")
    assert verb.replace(".", ": ").replace("_", " ") != said
    assert "{" not in said


def test_every_verb_about_a_promise_or_a_message_has_a_sentence() -> None:
    text = "\n".join(path.read_text() for path in modules("promises", "closing", "cases", "channels"))
    verbs = set(re.findall(r'"((?:promise|evidence|check|message)\.[a-z_]+)"', text)) - {"promise.kind"}
    assert verbs - set(SENTENCES) <= {"check.answered"}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (line("case.assigned", owner=1, owner_name="Ada"), "Ada took this case"),
        (line("case.assigned", owner=3, owner_name="Ben"), "Ada gave this case to Ben"),
        (line("case.assigned", owner=None, owner_name=""), "Ada gave this case back to the inbox"),
        (line("case.started", ("customer", 2)), "Kim wrote to us"),
        (line("case.snoozed", until="2026-03-04T08:00:00+00:00"), "Ada set this case aside until Wed 4 Mar 09:00"),
        (line("case.closed", ("", None), how="silence", reason=""), "Closed by silence, after the documented attempts"),
        (line("promise.delivered", evidence="call_reached"), "Delivered: a call that reached the customer"),
        (line("promise.at_risk", ("", None), why="the message bounced"), "At risk: the message bounced"),
        (line("case.renamed", ("agent", 9), before="A", words="B"), "Somebody renamed this case from “A” to “B”"),
    ],
)
def test_lines_are_said_as_people_would(entry: Entry, said: str) -> None:
    assert sentence(entry, NAMES, "Europe/Berlin") == said


def test_what_a_customer_wrote_cannot_reach_into_a_sentence() -> None:
    said = sentence(line("case.outcome_wanted", words="{by.__class__} {0} {words}"), NAMES, "UTC")
    assert said == "Ada wrote down what the customer wants: “{by.__class__} {0} {words}”"
