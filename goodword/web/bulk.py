"""What is done to the ticked cases of the inbox, and how it is taken back: a signed note says how things stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core import signing
from django.utils.translation import gettext

from goodword.cases import labelling
from goodword.cases.access import cases_for
from goodword.cases.changes import assign, assign_all, open_again, snooze, wait_for_customer
from goodword.cases.models import Case
from goodword.closing import spam
from goodword.closing.actions import close, reopen
from goodword.closing.rules import NO_MATTER
from goodword.kit.errors import Conflict, DeskError
from goodword.people.access import agent_at_desk
from goodword.people.models import Agent

SALT, LASTS = "goodword.bulk", 15 * 60  # seconds in which it may be taken back
MOST_NAMED = 5
CASES = "%(cases)s"  # where they are named in what was done


@dataclass
class Outcome:
    """What became of the ticked cases: those that were changed, and those that were not, each with the reason."""

    did: str
    changed: list[Case] = field(default_factory=list)
    refused: list[tuple[Case, str]] = field(default_factory=list)
    note: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Returns what to say: how many were changed, and which were not and why."""
        said = [self.did.replace(CASES, _named(self.changed))] if self.changed else []
        said += [
            gettext("Not “%(case)s”: %(why)s") % {"case": case, "why": why} for case, why in self.refused[:MOST_NAMED]
        ]
        more = len(self.refused) - MOST_NAMED
        if more > 0:
            said.append(gettext("And %(more)s more were not.") % {"more": more})
        return " ".join(said) or gettext("Tick some cases first.")

    @property
    def undo(self) -> str:
        """Returns the address that takes it back; empty when nothing was changed."""
        return f"/inbox/undoing/{signing.dumps(self.note, salt=SALT, compress=True)}" if self.changed else ""


def _named(cases: Sequence[Case]) -> str:
    return f"“{cases[0]}”" if len(cases) == 1 else gettext("%(number)s cases") % {"number": len(cases)}


def give(cases: Sequence[Case], to: Agent, agent: Agent, now: datetime) -> Outcome:
    """Gives the cases to one person: all of them or none."""
    before = [[case.pk, case.owner_id or 0] for case in cases]
    assign_all(cases, to, now, agent)
    return Outcome(
        gettext("%(cases)s yours now.")
        if to == agent
        else gettext("%(cases)s with %(name)s now.") % {"cases": CASES, "name": to},
        list(cases),
        note={"owners": before},
    )


def set_aside(cases: Sequence[Case], until: datetime, agent: Agent, now: datetime) -> Outcome:
    """Snoozes the cases, each by itself; promises stay as they are."""
    outcome = Outcome(gettext("%(cases)s set aside."))
    for case in cases:
        _each(outcome, case, lambda one: snooze(one, until, now, agent))
    outcome.note = {
        "woken": [case.pk for case in outcome.changed if case.status == "open"],
        "waiting": [case.pk for case in outcome.changed if case.status != "open"],
    }
    return outcome


def tag(cases: Sequence[Case], name: str, agent: Agent, now: datetime) -> Outcome:
    """Puts a tag on the cases; one that all of them have already is taken off."""
    name = labelling.tag_named(name)
    takes_off = all(name in case.tags for case in cases)
    add, remove = ([], [name]) if takes_off else ([name], [])
    outcome = Outcome(
        (gettext("%(cases)s no longer tagged “%(tag)s”.") if takes_off else gettext("%(cases)s tagged “%(tag)s”."))
        % {"cases": CASES, "tag": name}
    )
    for case in cases:
        if takes_off or name not in case.tags:
            _each(outcome, case, lambda one: labelling.tag(one, add, remove, now, agent))
    outcome.note = {"tag": [add, remove], "tagged": [case.pk for case in outcome.changed]}
    return outcome


def prioritise(cases: Sequence[Case], priority: str, agent: Agent, now: datetime) -> Outcome:
    """Says of the cases how much they press."""
    outcome = Outcome(
        gettext("%(cases)s now of %(priority)s priority.") % {"cases": CASES, "priority": gettext(priority)}
    )
    for case in cases:
        _each(outcome, case, lambda one: labelling.prioritise(one, priority, now, agent))
    outcome.note = {"priorities": [[case.pk, case.priority] for case in outcome.changed]}
    return outcome


def end(cases: Sequence[Case], agent: Agent, now: datetime) -> Outcome:
    """Closes the cases in which nothing was asked or promised, each through the close gate."""
    outcome = Outcome(gettext("%(cases)s closed."))
    for case in cases:
        _each(outcome, case, lambda one: close(one, NO_MATTER, now, agent))
    outcome.note = {"reopened": [case.pk for case in outcome.changed]}
    return outcome


def set_spam(cases: Sequence[Case], agent: Agent, now: datetime, *, is_spam: bool) -> Outcome:
    """Marks the cases as spam, or says that they are none; each by itself."""
    outcome = Outcome(
        gettext("%(cases)s marked as spam.") if is_spam else gettext("%(cases)s no spam: back where it was.")
    )
    for case in cases:
        _each(outcome, case, lambda one: (spam.mark if is_spam else spam.unmark)(one, now, agent))
    outcome.note = {"spam" if is_spam else "not_spam": [case.pk for case in outcome.changed]}
    return outcome


def _each(outcome: Outcome, case: Case, action: Any) -> None:
    try:
        action(case)
    except DeskError as refusal:
        outcome.refused.append((case, refusal.spoken))
    else:
        outcome.changed.append(case)


def take_back(token: str, agent: Agent, now: datetime) -> str:
    """Takes back what the note tells, as far as it can be; raises Conflict for a note that is too old or no note."""
    try:
        note = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        raise Conflict("That was too long ago to be taken back.", code="too_late") from None
    outcome = Outcome(gettext("%(cases)s as before."))
    owners = dict(note.get("owners", ()))
    for case in cases_for(agent, list(owners)):
        owner = agent_at_desk(agent, owners[case.pk]) if owners[case.pk] else None
        assign(case, owner, now, agent)
        outcome.changed.append(case)
    priorities = dict(note.get("priorities", ()))
    for case in cases_for(agent, list(priorities)):
        _each(outcome, case, lambda one: labelling.prioritise(one, priorities[one.pk], now, agent))
    added, removed = note.get("tag", ((), ()))
    ways = {
        "tagged": lambda case: labelling.tag(case, removed, added, now, agent),
        "woken": lambda case: open_again(case, now, agent, gettext("%(cases)s taken back.")),
        "waiting": lambda case: wait_for_customer(case, now, agent),
        "reopened": lambda case: reopen(case, now, agent, gettext("%(cases)s taken back.")),
        "spam": lambda case: spam.unmark(case, now, agent),
        "not_spam": lambda case: spam.mark(case, now, agent),
    }
    for name, way in ways.items():
        for case in cases_for(agent, note[name]) if note.get(name) else ():
            _each(outcome, case, way)
    return outcome.words
