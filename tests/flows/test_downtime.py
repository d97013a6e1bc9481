"""Ten days without a worker: nothing is lost, each stage fires once at its own moment, its lateness on record."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from goodword.cases.actions import Draft, receive, reply
from goodword.cases.changes import snooze
from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.actions import plan_absence
from goodword.people.models import Agent
from goodword.promises.actions import Told, deliver, make
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests.conftest import mail
from tests.flows.conftest import Town, Worker, move_to, text_of, until

TEN_DAYS = timedelta(days=10)
STAGES = ("promise.at_risk", "promise.due_soon", "promise.broken")


def test_after_ten_days_nothing_is_lost_and_nothing_happens_twice(
    worker: Worker, town: Town, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    # Before the worker went: promises for every second day, one delivered, a snooze, an absence, a letter written.
    promises = []
    for day in range(5):
        case = receive(mail(f"guest{day}@home.example", text=f"Matter {day}"), at).case
        told = Told(kind_named("other"), f"Promise {day}", at + timedelta(days=2 * day, hours=5))
        promises.append(make(case, told, {0: ben, 4: lena}.get(day, ada), at))
    deliver(promises[1], "agent_statement", at + timedelta(minutes=5), by=ada)
    snooze(promises[1].case, at + timedelta(days=1), at + timedelta(minutes=6), ada)
    plan_absence(ben, at + timedelta(hours=1), at + timedelta(days=20), ada, at, lena)
    plan_absence(lena, at + timedelta(days=8), at + timedelta(days=9), mara, at, lena)
    reply(promises[2].case, ada, Draft(text="I will be back to you."), at)
    # While it was away: a mail came, and ten days passed.
    town.write("Late <late@home.example>", "Is anybody there?", "Hello?")
    move_to(at + TEN_DAYS)

    worker.start()
    owed = [promise for promise in promises if promise != promises[1]]
    broken = Entry.objects.filter(verb="promise.broken")
    until(lambda: broken.count() == len(owed), "every due that passed is noticed")
    assert "I will be back" in text_of(town.letter_to("guest2@home.example"))
    until(lambda: Case.objects.filter(subject="Is anybody there?").exists(), "the mail that waited is taken")
    until(lambda: Notice.objects.filter(person=mara, verb="promise.escalated").exists(), "the admin is told")
    until(lambda: Message.objects.filter(text__contains="Did this really solve it?").exists(), "the check goes out")
    stood_in = Promise.objects.filter(pk=promises[0].pk, owner=ada)
    until(stood_in.exists, "what fell due in an absence that goes on went to who stands in")
    assert Promise.objects.get(pk=promises[4].pk).owner == lena, "who is back from an absence keeps what they owe"

    # Each stage once, at its own moment, with its lateness; and nothing more when the worker looks again.
    seen = everything()
    clock.move_to(clock.now() + timedelta(seconds=30))
    town.write("Later <later@home.example>", "One more", "Hello again")
    until(lambda: Case.objects.filter(subject="One more").exists(), "the worker went on")
    worker.stop()
    assert {key: count for key, count in everything().items() if key[0] in STAGES} == {
        key: count for key, count in seen.items() if key[0] in STAGES
    }
    for promise in owed:
        for verb in STAGES:
            line = Entry.objects.get(verb=verb, subject_id=promise.pk)
            assert line.at <= promise.due_at
            assert line.noted_at >= at + TEN_DAYS
        assert Entry.objects.get(verb="promise.broken", subject_id=promise.pk).at == promise.due_at
        assert Promise.objects.get(pk=promise.pk).verdict == "broken"
    assert len(town.letters_to("guest2@home.example")) == 1
    causes = Counter(Notice.objects.values_list("person", "cause"))
    assert set(causes.values()) == {1}
    assert "Traceback" not in worker.said()


def everything() -> Counter[tuple[str, int | None]]:
    """Every line of the ledger about every row, counted."""
    return Counter(Entry.objects.values_list("verb", "subject_id"))
