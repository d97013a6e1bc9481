"""Who hears what of an ask: whoever is to answer, whoever asked, then the lead and the admins, each once.

Whoever is to answer gets a mail of its own for each of these, so their notices stay in the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from goodword.asks.models import Ask
from goodword.kit.text import first_words
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.people.queries import admins, leads_of
from goodword.promises.dependencies import of_asks
from goodword.promises.models import Status

TO_HOLDER = {
    "ask.made": _("{asker} asks you: “{words}”"),
    "ask.reminded": _("Still to answer: “{words}”, asked by {asker}"),
    "ask.late": _("Overdue: “{words}”, asked by {asker}"),
    "ask.handed_on": _("You answer instead of {previous_name}: “{words}”, asked by {asker}"),
    "ask.extended": _("You have more time for “{words}”, asked by {asker}"),
    "ask.withdrawn": _("No longer needed: “{words}”, asked by {asker}"),
    "ask.unclear": _("Your answer to “{words}” could not be taken for a yes or a no: please begin it with one of them"),
}
TO_ASKER = {
    "ask.late": _("No answer in time from {to}: “{words}”"),
    "ask.answered": _("{who} answered “{words}”: {answer}"),
    "ask.unclear": _("{to} answered “{words}”, but not so that it is sure. Please read it: {said}"),
    "ask.added": _("{to} had more to say on “{words}”: {said}"),
    "ask.robot_answered": _("An automatic reply from {to} to “{words}”: {said}"),
    "ask.not_delivered": _("Your question “{words}” did not reach {to}: {said}"),
    "ask.not_believed": _("A mail about “{words}” does not count as an answer: {why} ({to}). It is case #{case}"),
}
CALLED_OUT = _("Nobody answers {asker}: “{words}”, asked of {to}")
ANSWER_IS_THERE = _("The answer is there: {who} on “{words}”. “{promise}” waited for it")
ONCE_EACH = ("ask.escalated", "ask.robot_answered")


@dataclass(frozen=True)
class Telling:
    """One notice: to whom, in which words, about which promise if any, and whether unread it goes out by mail."""

    people: list[Agent]
    words: str
    values: Mapping[str, object]
    cause: str
    by_mail: bool = True
    promise: int | None = None


def tellings(entry: Entry, ask: Ask) -> Iterator[Telling]:
    """Returns what is told of a line of the ledger about an ask. Nobody hears of what they did themselves, but of an
    answer that was not understood."""
    known = _pieces(entry, ask)
    cause = f"{entry.verb}:{ask.pk if entry.verb in ONCE_EACH else entry.pk}"
    asker = who_asked(ask)
    if entry.verb == "ask.escalated":
        people = leads_of(ask.by) if int(entry.get("escalations", 1)) <= 1 else admins()
        yield Telling(people, CALLED_OUT, known, cause)
        return
    holder = _holder(entry, ask)
    unclear = entry.verb == "ask.unclear"
    if entry.verb in TO_HOLDER and holder and (unclear or holder.pk not in (entry.by_id, ask.by_id)):
        yield Telling([holder], TO_HOLDER[entry.verb], known, cause, by_mail=unclear)
    if entry.verb in TO_ASKER and entry.by_id not in [one.pk for one in asker]:
        yield Telling(asker, TO_ASKER[entry.verb], known, cause)
    if entry.verb == "ask.answered":
        yield from _to_owners(ask, entry, known, {one.pk for one in asker})


def _holder(entry: Entry, ask: Ask) -> Agent | None:
    """From whom the answer was expected when the line was written."""
    then = entry.get("holder", ask.holder_id)
    return ask.holder if then == ask.holder_id else Agent.objects.filter(pk=then).first()


def _to_owners(ask: Ask, entry: Entry, known: dict[str, str], besides: set[int]) -> Iterator[Telling]:
    """The owners of the promises that waited for an answer; who asked for it knows already."""
    for one in of_asks([ask.pk]):
        owner = one.promise.owner
        if one.promise.status == Status.OWED and owner.pk not in {*besides, entry.by_id}:
            values = {**known, "promise": first_words(one.promise.words, 60)}
            yield Telling(
                [owner], ANSWER_IS_THERE, values, f"ask.answered:{entry.pk}:{one.promise_id}", promise=one.promise_id
            )


def who_asked(ask: Ask) -> list[Agent]:
    """Returns who wants the answer: whoever asked, or once they have left whoever has the case, or their lead."""
    if ask.by.is_active:
        return [ask.by]
    owner = ask.case.owner
    return [owner] if owner and owner.is_active else leads_of(ask.by)


def _pieces(entry: Entry, ask: Ask) -> dict[str, str]:
    answered = ask.get_decision_display() if ask.decision else ""
    said = first_words(ask.answer, 120) if ask.answer else "see what came along"
    return {
        "words": first_words(ask.question, 70),
        "asker": ask.by.name,
        "to": str(entry.get("to") or ask.receiver),
        "who": str(ask.answered_by or ask.receiver),
        "answer": f"{answered}. {ask.answer and said}".strip() if answered else said,
        "said": first_words(str(entry.get("words", "")), 100) or "no words",
        "why": str(entry.get("why", "")),
        "case": str(entry.get("case", "")),
        "previous_name": str(entry.get("previous_name", "")),
    }
