"""Ten days without a worker: the history is the same as if it had run, each stage once, its lateness on record."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from goodword.asks.models import Ask
from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent
from goodword.promises.models import Promise
from tests.flows.conftest import Town, Worker, move_to, text_of, until
from tests.flows.story import SWIFT, Cast, as_if_it_had_run, counted, letters, lines, tell

WHAT_TIME_BRINGS = {
    "promise.at_risk", "promise.due_soon", "promise.broken", "promise.escalated", "promise.not_apologised",
    "promise.owner_changed", "absence.began", "ask.reminded", "ask.late", "ask.escalated", "ask.handed_on",
    "case.woken", "case.checking", "check.scheduled",
}  # fmt: skip
TEN_DAYS = timedelta(days=10)


@pytest.fixture
def cast(ada: Agent, ben: Agent, lena: Agent, mara: Agent, omar: Agent) -> Cast:
    return Cast(ada, ben, lena, mara, omar)


def test_after_ten_days_the_history_is_the_same_as_if_the_worker_had_run(
    worker: Worker, town: Town, cast: Cast, at: datetime
) -> None:
    promises = tell(cast, at)
    last = Entry.objects.latest("id").pk
    should_be, should_be_sent = as_if_it_had_run(at + TEN_DAYS, last)
    assert Entry.objects.latest("id").pk == last, "it was only tried"
    town.write("Late <late@home.example>", "Is anybody there?", "Hello?")
    move_to(at + TEN_DAYS)

    worker.start()
    until(lambda: len(lines(last, at + TEN_DAYS)) >= len(should_be), "all that time has brought")
    until(lambda: letters(last).keys() >= should_be_sent.keys(), "what was to be sent meanwhile")
    until(lambda: Case.objects.filter(subject="Is anybody there?").exists(), "the mail that waited is taken")
    assert "I will be back" in text_of(town.letter_to("guest2@home.example"))
    until(lambda: Message.objects.filter(text__contains="Did this really solve it?").exists(), "the check goes out")
    until(lambda: Notice.objects.filter(person=cast.mara, verb="promise.escalated").exists(), "the admin is told")
    seen = counted()
    an_answer_still_counts(town)
    worker.stop()

    was = lines(last, at + TEN_DAYS)
    assert ([one for one in was if one not in should_be], [one for one in should_be if one not in was]) == ([], [])
    assert was == should_be, "line by line"
    assert {verb for verb, *_ in was} >= WHAT_TIME_BRINGS
    assert letters(last).keys() == should_be_sent.keys(), "each letter once, and it says for when it was meant"
    assert all(sent >= at + TEN_DAYS for sent in letters(last).values())
    assert all(row.noted_at >= at + TEN_DAYS for row in Entry.objects.filter(verb="promise.broken"))
    nothing_came_twice(town, seen)
    assert {owed.verdict for owed in Promise.objects.filter(pk__in=[one.pk for one in promises], status="owed")} == {
        "broken"
    }
    assert "Traceback" not in worker.said()


def an_answer_still_counts(town: Town) -> None:
    """The worker goes on, and looks once more at everything."""
    clock.move_to(clock.now() + timedelta(seconds=30))
    town.write(f"Swift <{SWIFT}>", "Re: question", "Sorry, in the van.", answers=town.letter_to(SWIFT))
    until(lambda: Ask.objects.filter(to_partner__email=SWIFT, state="answered").exists(), "late, and still an answer")


def nothing_came_twice(town: Town, seen: Counter[tuple[str, str, int | None, str]]) -> None:
    assert {key: count for key, count in counted().items() if key in seen} == seen
    assert set(seen.values()) == {1}
    assert len(town.letters_to("guest2@home.example")) == 1
    assert (len(town.letters_to(SWIFT)), len(town.letters_to("omar@desk.example"))) == (2, 2), "no reminder once late"
    assert told("ask.escalated") == {"Lena": 3, "Mara": 4}
    assert set(Counter(Notice.objects.values_list("person", "cause")).values()) == {1}


def told(verb: str) -> Counter[str]:
    return Counter(Notice.objects.filter(verb=verb).values_list("person__name", flat=True))
