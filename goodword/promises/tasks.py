"""What follows and what time brings: the sweep of the clock, and the followers of messages."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from goodword.asks.models import Ask
from goodword.asks.queries import WITH as ASK_WITH
from goodword.cases.models import Case, Closed, Message
from goodword.cases.queries import family
from goodword.hours.queries import remembered
from goodword.kit.sweep import Swept, sweep
from goodword.ledger.models import Entry
from goodword.people import skills
from goodword.people.models import Absence
from goodword.promises import actions, dependencies, dues, listening, matching, owners, queries, rules
from goodword.promises.models import Dependency, Evidence, EvidenceState, Promise, Status, Verdict


def sweep_promises(now: datetime) -> Swept:
    """Lets time do its part to every promise whose moment has come."""
    waits = Exists(Dependency.objects.filter(promise=OuterRef("pk"), ended_at=None))
    with remembered():
        return sweep(Promise.objects.select_related("kind", "owner", "owner__team").annotate(waits=waits), _ring, now)


def _ring(promise: Promise, now: datetime) -> None:
    catch_up = dependencies.catch_up if getattr(promise, "waits", True) else actions.catch_up
    if catch_up(promise, now) == 0:  # hours were changed since: only the next moment moves
        promise.wakes_at = rules.next_wake(promise.facts(queries.hours_of(promise.owner)))
        promise.save(update_fields=["wakes_at"])


def sweep_absences(now: datetime) -> Swept:
    """Hands over what falls due in absences that have begun."""
    with remembered():
        return sweep(Absence.objects.select_related("agent"), owners.begin_absence, now)


def message_is_out(entry: Entry, now: datetime) -> None:
    """A message was handed over: the proofs waiting for it stand, the dues it tells take effect."""
    message = Message.objects.get(pk=entry.row)
    dues.told(message, entry.at, now)
    for proof in Evidence.objects.filter(message=message, state=EvidenceState.PENDING).select_related("promise"):
        _proof_stands(proof, entry.at, now)


def _proof_stands(proof: Evidence, at: datetime, now: datetime) -> None:
    with transaction.atomic():
        promise = actions.held(proof.promise)
        proof.refresh_from_db()
        if proof.state != EvidenceState.PENDING:
            return
        actions.catch_up(promise, at, noted=now)
        proof.state, proof.at = EvidenceState.STANDING, at
        proof.save(update_fields=["state", "at"])
        if promise.status == Status.OWED:
            facts = promise.facts(queries.hours_of(promise.owner))
            change = actions.allowed(rules.deliver, facts, proof.type, at)
            actions.write(promise, change, by=proof.by, noted=now, evidence=proof.type)


def message_did_not_arrive(entry: Entry, now: datetime) -> None:
    """A message bounced or failed for good: what relied on it falls, and what it announced is at risk."""
    message = Message.objects.get(pk=entry.row)
    why = "the message bounced" if entry.verb == "message.bounced" else "the message could not be sent"
    dues.never_told(message, entry.at, why)
    for proof in Evidence.objects.filter(message=message).exclude(state=EvidenceState.FALLEN):
        actions.evidence_falls(proof, max(entry.at, proof.at), why)
    announced = list(Promise.objects.filter(told_by=message, status=Status.OWED))
    actions.alarm(announced, entry.at, why)


def listen_to_message(entry: Entry, now: datetime) -> None:
    """Something of ours went out: what it promises and nobody recorded becomes a question to its writer."""
    related = ("author", "author__team", "case__customer", "case__owner", "case__owner__team")
    message = Message.objects.select_related(*related).get(pk=entry.row)
    listening.listen(message, str(entry.get("via") or ""))


def keep_what_is_certain(entry: Entry, now: datetime) -> None:
    """A message went out from elsewhere: what it surely keeps is delivered by it."""
    matching.keep(Message.objects.select_related("author", "case").get(pk=entry.row), now)


def ask_has_moved(entry: Entry, now: datetime) -> None:
    """An answer is late, or may come only after a due: the promises that wait for it are at risk from then on."""
    ask = Ask.objects.select_related(*ASK_WITH).get(pk=entry.row)
    dependencies.endanger(ask, entry.at)


def case_was_closed(entry: Entry, now: datetime) -> None:
    """A matter ended well, with a promise kept: whoever held it knows about such matters."""
    case = Case.objects.select_related("category", "owner").get(pk=entry.row)
    if entry.get("how") not in (Closed.WORD, Closed.SILENCE) or not (case.category and case.owner):
        return
    kept = Promise.objects.filter(case_id__in=family(case), verdict__in=[Verdict.KEPT, Verdict.KEPT_RENEGOTIATED])
    if kept.exists():
        skills.learn(case.owner, case.category.name, case.pk, entry.at)
