"""What cases wait for, promises by the matter, and the policies under which they break."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from goodword.cases.actions import receive
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.insight.definitions import BY_KEY, PERSONAL
from goodword.insight.folding import count_all
from goodword.insight.line import Line
from goodword.insight.matters import Promised, standing
from goodword.insight.tables import Cell, Fact
from goodword.insight.waiting import parts_of_whole, shares
from goodword.insight.waits import WAIT_KEYS, WHOLE
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish
from goodword.promises import actions as promises
from goodword.promises.queries import kind_named
from goodword.promises.tasks import sweep_promises
from goodword.remedies.actions import Proposal, carried_out_by, propose
from goodword.remedies.models import RemedyKind
from tests.conftest import mail

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def line(hour: float, verb: str, subject: int = 1, **data: object) -> Line:
    return Line(verb, MONDAY + timedelta(hours=hour), 1, subject, data=data)


def waited(*lines: Line) -> dict[str, float]:
    found = shares(lines, ALWAYS_NINE_TO_FIVE())
    return {key.removeprefix("wait_"): share / WHOLE for key, share in found.items() if share}


def test_each_stretch_of_working_time_has_one_reason() -> None:
    """From Monday at nine to Tuesday at five in the afternoon: sixteen hours, the night in none."""
    assert waited(
        line(0, "case.started"),
        line(0, "message.received"),
        line(2, "message.written"),
        line(2, "promise.made", 7),
        line(4, "ask.made", 3, purpose="question"),
        line(24, "ask.answered", 3),
        line(26, "promise.delivered", 7),
        line(26, "check.scheduled", 5),
        line(28, "check.answered", 5),
        line(32, "case.closed", how="word"),
    ) == {"us": 2 / 16, "promise": 4 / 16, "partner": 4 / 16, "check": 2 / 16, "customer": 4 / 16}


def test_a_broken_promise_waits_for_us_and_an_approval_comes_before_all() -> None:
    found = waited(
        line(0, "case.started"),
        line(0, "message.written"),
        line(0, "promise.made", 7),
        line(2, "promise.broken", 7),
        line(4, "ask.made", 3, purpose="approval", holder=9),
        line(6, "ask.answered", 3),
        line(8, "promise.delivered", 7),
        line(8, "case.closed", how="word"),
    )
    assert found == {"promise": 0.25, "us": 0.5, "approval": 0.25}


def test_what_passes_while_a_case_is_closed_or_the_house_is_not_open_counts_nowhere() -> None:
    ends = (line(0, "case.started"), line(0, "message.received"), line(4, "message.written"))
    closed = (line(4, "case.closed", how="word"), line(30, "case.reopened"), line(30, "case.closed", how="word"))
    assert waited(*ends, *closed) == {"us": 1.0}
    assert waited(line(9, "case.started"), line(11, "case.closed", how="word")) == {}


def test_the_parts_are_always_the_whole() -> None:
    assert sum(parts_of_whole({"a": 1, "b": 1, "c": 1}).values()) == WHOLE
    assert parts_of_whole({"a": 0}) == {}


def test_what_cases_wait_for_is_kept_for_nobody(ada: Agent) -> None:
    assert not set(WAIT_KEYS) & set(PERSONAL)
    assert not [key for key in PERSONAL if BY_KEY[key].unit in ("hours", "minutes")]


def test_many_small_promises_do_not_make_up_for_a_large_one(ada: Agent, at: datetime) -> None:
    kept, broken = {"kept": 1, "renegotiated": 0, "broken": 0}, {"kept": 0, "renegotiated": 0, "broken": 1}
    small = [Promised(number, at, kept, [ada.pk]) for number in range(1, 6)]
    found = standing([*small, Promised(9, at, broken, [ada.pk])])
    assert found == {**{number: {} for number in range(1, 6)}, 9: {key: [0, ada.pk] for key in kept}}


def test_a_broken_promise_shows_under_the_policy_of_its_remedy(ada: Agent, mara: Agent, at: datetime) -> None:
    policy = publish(Words("Lost parcels", "We refund them."), at, mara)
    case = receive(mail("kim@home.example", "It is lost."), at).case
    remedy = propose(
        case, Proposal(RemedyKind.objects.get(slug="refund"), 2600, "lost", policy=policy.current), at, ada
    )
    told = promises.Told(kind_named("refund"), "Your refund", at + timedelta(hours=4))
    carried_out_by(remedy, promises.make(case, told, ada, at), at, ada)
    sweep_promises(at + timedelta(hours=5))
    count_all(at + timedelta(hours=6))
    assert Fact.objects.get(what="promise").policy == policy.pk
    assert Cell.objects.get(grain="d", person=0, measure="broken", policy=policy.pk).total == 1
    assert not Cell.objects.exclude(person=0).exclude(measure__in=PERSONAL).exists()
