"""What a desk had going when its worker went: promises, asks, absences, a snooze, a check, a survey, plans."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from goodword.asks.actions import Question
from goodword.asks.actions import make as ask
from goodword.cases.actions import Draft, receive, reply
from goodword.cases.changes import assign, snooze
from goodword.closing.actions import customer_is_done
from goodword.demo.director import Consequences, followers_by_hand
from goodword.demo.waking import next_to_wake
from goodword.kit.work import load
from goodword.ledger.models import Entry
from goodword.outreach.plans import set_plan
from goodword.people.actions import plan_absence
from goodword.people.models import Agent, Partner, Team
from goodword.people.purchases import take
from goodword.promises import dependencies
from goodword.promises.actions import Told, deliver, make
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests.conftest import mail

SWIFT = "desk@swift.example"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LETTERS = ("check.asked", "survey.sent", "plan.contacted", "plan.gave_task")
BY_ITSELF = ("promise.", "ask.", "absence.", "case.woken", "case.checking", "check.scheduled", "survey.offered")
SAYS = ("owner", "previous", "holder", "escalations", "verdict", "status", "why", "state", "moment")

Line = tuple[str, str, int | None, datetime, tuple[tuple[str, Any], ...]]


@dataclass(frozen=True)
class Cast:
    """Who works here."""

    ada: Agent
    ben: Agent
    lena: Agent
    mara: Agent
    omar: Agent


def promised(number: int, owner: Agent, at: datetime, due: timedelta) -> Promise:
    """One matter of one guest, with one promise."""
    case = receive(mail(f"guest{number}@home.example", text=f"Matter {number}"), at).case
    return make(case, Told(kind_named("other"), f"Promise {number}", at + due), owner, at)


def tell(cast: Cast, at: datetime) -> list[Promise]:
    """Makes all of it at one moment; returns the promises for every second day, the second of them delivered."""
    owners = {0: cast.ben, 4: cast.lena}
    promises = [promised(number, owners.get(number, cast.ada), at, 2 * number * DAY + 5 * HOUR) for number in range(5)]
    deliver(promises[1], "agent_statement", at + timedelta(minutes=5), by=cast.ada)
    snoozed = promised(5, cast.ada, at, 3 * DAY).case
    snooze(snoozed, at + DAY, at + timedelta(minutes=6), cast.ada)
    plan_absence(cast.ben, at + HOUR, at + 20 * DAY, cast.ada, at, cast.lena)
    plan_absence(cast.lena, at + 8 * DAY, at + 9 * DAY, cast.mara, at, cast.lena)
    reply(promises[2].case, cast.ada, Draft(text="I will be back to you."), at)
    _asks(cast, promises, at)
    _end_well(cast, at)
    _plans(cast, at)
    return promises


def _asks(cast: Cast, promises: list[Promise], at: datetime) -> None:
    """A carrier is asked, Omar, the team of Ben, who is away soon, and Ben; a promise waits for the first answer."""
    carrier = Partner.objects.create(name="Swift Parcels", email=SWIFT)
    dependencies.ask(promises[3].case, Question("Where is it?", carrier, at + 8 * HOUR), at, cast.ada, promises[3])
    ask(promises[0].case, Question("Is the blue one in stock?", cast.omar, at + 4 * HOUR), cast.ada, at)
    stores = Team.objects.create(name="Stores", lead=cast.ben)
    ask(promises[2].case, Question("Where is it?", stores, at + 2 * DAY), cast.ada, at)
    ask(promises[4].case, Question("Do you know it?", cast.ben, at + 3 * DAY), cast.lena, at)


def _end_well(cast: Cast, at: datetime) -> None:
    """A matter that the customer's word has closed: its survey is to come."""
    kept = promised(6, cast.ada, at, 5 * HOUR)
    assign(kept.case, cast.ada, at, None)
    deliver(kept, "agent_statement", at + timedelta(minutes=5), by=cast.ada)
    customer_is_done(kept.case, at + timedelta(minutes=20), "Nothing more, thanks")


def _plans(cast: Cast, at: datetime) -> None:
    """A letter four days after delivery, and a task a week after it, about one purchase."""
    row = {"email": "buyer@home.example", "name": "Buyer", "number": "1", "product": "Lamp", "bought_on": "2026-02-28"}
    take([row | {"delivered_on": "2026-03-02"}], at, None)
    given = {"milestone": "delivered_on", "product": "", "owner": cast.ada, "is_active": True, "subject": "Your lamp"}
    set_plan(None, at, cast.lena, name="Letter", days=4, does="letter", text="Does it shine?", **given)
    set_plan(None, at, cast.lena, name="Task", days=7, does="task", text="Call them.", **given)


class _AsIfItHadNotBeen(Exception):
    """Takes back what was only tried."""


def as_if_it_had_run(until: datetime, after: int) -> tuple[list[Line], dict[Any, datetime]]:
    """Returns what a worker would have written that never stopped; nothing of it stays."""
    try:
        with transaction.atomic(), followers_by_hand():
            consequences = Consequences(followed=0)
            consequences.follow(first_moment(after))
            while woken := next_to_wake(until):
                moment, sweep = woken
                load(sweep)(moment)
                consequences.follow(moment)
            found = lines(after, until), letters(after)
            raise _AsIfItHadNotBeen
    except _AsIfItHadNotBeen:
        return found


def first_moment(after: int) -> datetime:
    """Returns when the last of what was told came to be."""
    return Entry.objects.filter(id__lte=after).latest("at").at


def lines(after: int, until: datetime) -> list[Line]:
    """Returns all that time alone has brought by `until`: what, to what, when it became true, and its particulars."""
    found = []
    for line in Entry.objects.filter(id__gt=after, at__lte=until).order_by("at", "verb", "subject_id"):
        if line.verb.startswith(BY_ITSELF):
            is_new = line.subject_type in ("check", "survey", "heard")
            said = tuple((name, str(line.get(name))) for name in SAYS if name in line.data)
            found.append((line.verb, line.subject_type, line.case_id if is_new else line.subject_id, line.at, said))
    return sorted(found, key=lambda one: (one[3], one[0], one[2] or 0, one[4]))


def letters(after: int) -> dict[Any, datetime]:
    """Returns each first letter (and task) of the desk's own with the moment at which it was really written."""
    found: dict[Any, datetime] = {}
    for line in Entry.objects.filter(id__gt=after, verb__in=LETTERS).order_by("id"):
        found.setdefault((line.verb, line.get("plan") or line.case_id, line.get("due")), line.at)
    return {key: at for key, at in found.items() if not _is_second(key, found)}


def _is_second(key: Any, found: dict[Any, datetime]) -> bool:
    """Says whether another attempt at the same came before: its day counts from when that one was really sent."""
    return any(one[:2] == key[:2] and at < found[key] for one, at in found.items())


def counted() -> Counter[tuple[str, str, int | None, str]]:
    """Every line about a promise or an ask, counted with its level."""
    rows = Entry.objects.filter(subject_type__in=["promise", "ask"])
    return Counter((row.verb, row.subject_type, row.subject_id, str(row.get("escalations"))) for row in rows)
