"""Remedies: at once within authority, asked for beyond it, compared with precedents, overruled with a reason."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.asks.actions import answer
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.remedies import queries, rules
from goodword.remedies.actions import Proposal, carried_out_by, overrule, propose, set_limit
from goodword.remedies.models import Remedy, RemedyKind
from goodword.remedies.tasks import approval_was_answered
from tests.conftest import MakePromise, mail

HOUR = timedelta(hours=1)


@pytest.fixture
def refund(db: None) -> RemedyKind:
    return RemedyKind.objects.get(slug="refund")


def test_the_front_line_gives_a_small_refund_at_once(case: Case, ada: Agent, refund: RemedyKind, at: datetime) -> None:
    remedy = propose(case, Proposal(refund, 2600, "the card never came"), at, ada)
    assert (remedy.state, remedy.decided_by, remedy.ask) == ("granted", ada, None)


def test_beyond_authority_the_nearest_with_enough_is_asked(
    case: Case, ada: Agent, lena: Agent, mara: Agent, refund: RemedyKind, at: datetime
) -> None:
    remedy = propose(case, Proposal(refund, 9000, "two of them"), at, ada)
    assert remedy.ask is not None
    assert (remedy.state, remedy.ask.holder, remedy.ask.purpose) == ("awaiting", lena, "approval")
    huge = propose(case, Proposal(refund, 90_000, "the whole trip"), at, ada)
    assert huge.ask is not None
    assert huge.ask.holder == mara


@pytest.mark.parametrize(("decision", "state"), [("yes", "granted"), ("no", "declined")])
def test_the_answer_decides_and_repeating_it_changes_nothing(
    decision: str, state: str, case: Case, ada: Agent, lena: Agent, refund: RemedyKind, at: datetime
) -> None:
    remedy = propose(case, Proposal(refund, 9000, "two of them"), at, ada)
    assert remedy.ask is not None
    answer(remedy.ask, "", at + HOUR, lena, decision=decision)
    entry = Entry.objects.get(verb="ask.answered")
    approval_was_answered(entry, at + HOUR)
    approval_was_answered(entry, at + HOUR)
    remedy.refresh_from_db()
    assert (remedy.state, remedy.decided_by) == (state, lena)
    assert Entry.objects.filter(verb__in=["remedy.granted", "remedy.declined"]).count() == 1


def test_a_granted_remedy_is_promised_once(
    case: Case, ada: Agent, refund: RemedyKind, promised: MakePromise, at: datetime
) -> None:
    remedy = propose(case, Proposal(refund, 2600, "the card never came"), at, ada)
    promise = promised("refund", "26 euros by Friday", at + 30 * HOUR)
    assert carried_out_by(remedy, promise, at, ada).promise == promise
    with pytest.raises(Conflict):
        carried_out_by(remedy, promised(), at, ada)
    waiting = propose(case, Proposal(refund, 9000, "more"), at, ada)
    with pytest.raises(Conflict):
        carried_out_by(waiting, promised(), at, ada)


def test_a_remedy_far_from_its_precedents_is_flagged_both_ways(
    ada: Agent, refund: RemedyKind, case: Case, at: datetime
) -> None:
    for number in range(10):
        other = receive(mail(f"c{number}@home.example", f"Matter {number}"), at).case
        propose(other, Proposal(refund, 2000 + number * 10, "as usual"), at, ada)
    flags = [propose(case, Proposal(refund, cents, "so"), at, ada).flag for cents in (2000, 3000, 3200, 500)]
    assert flags == ["", "", "too_much", "too_little"]
    assert queries.precedents(refund, case).spread is not None


def test_too_few_precedents_flag_nothing() -> None:
    assert rules.spread_of([100] * 7) is None
    assert rules.outlier(10**6, None) == ""


def test_only_a_lead_overrules_and_says_why(
    case: Case, ada: Agent, lena: Agent, refund: RemedyKind, at: datetime
) -> None:
    remedy = propose(case, Proposal(refund, 2600, "the card never came"), at, ada)
    with pytest.raises(NotAllowed):
        overrule(remedy, grant=False, why="no", at=at, by=ada)
    with pytest.raises(Malformed):
        overrule(remedy, grant=False, why=" ", at=at, by=lena)
    decided = overrule(remedy, grant=False, why="it had been refunded already", at=at, by=lena)
    assert (decided.state, decided.decided_by, decided.overruled_by) == ("declined", ada, lena)


def test_what_was_promised_to_the_customer_is_not_overruled(
    case: Case, ada: Agent, lena: Agent, refund: RemedyKind, promised: MakePromise, at: datetime
) -> None:
    remedy = propose(case, Proposal(refund, 2600, "the card never came"), at, ada)
    carried_out_by(remedy, promised(), at, ada)
    with pytest.raises(Conflict):
        overrule(remedy, grant=False, why="changed my mind", at=at, by=lena)


def test_approvals_that_always_come_suggest_a_higher_limit(
    case: Case, ada: Agent, mara: Agent, refund: RemedyKind, at: datetime
) -> None:
    assert rules.better_limit(3000, [(4000, True)] * 9) is None
    assert rules.better_limit(3000, [(4000, True)] * 9 + [(4000, False)]) is None
    assert rules.better_limit(3000, [(cents, True) for cents in range(3100, 5100, 100)]) == 4600
    set_limit("agent", refund, None, at, mara)
    assert queries.limit_for(ada, refund) is None
    assert propose(case, Proposal(refund, 1, "one cent"), at, ada).state == "awaiting"
    assert queries.suggestions() == []


@pytest.mark.parametrize(("amount", "reason"), [(0, "so"), (-5, "so"), (10**9, "so"), (500, "  ")])
def test_an_amount_and_a_reason_are_needed(
    amount: int, reason: str, case: Case, ada: Agent, refund: RemedyKind, at: datetime
) -> None:
    with pytest.raises(Malformed):
        propose(case, Proposal(refund, amount, reason), at, ada)
    assert not Remedy.objects.exists()
