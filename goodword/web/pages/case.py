"""The Case screen: its parts, each gathered by itself, so that a part can be fetched anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from goodword.cases import queries as cases
from goodword.cases.models import Case
from goodword.channels.email.queries import active_mailboxes
from goodword.closing.queries import running_check
from goodword.kit import clock
from goodword.kit.text import first_words
from goodword.ledger.models import Entry
from goodword.people import queries as people
from goodword.people.models import Agent, Identity
from goodword.promises import queries as promises
from goodword.promises.drafts import new_date
from goodword.promises.matching import certain
from goodword.promises.models import Promise, Verdict
from goodword.web.composing import Composed
from goodword.web.forms.composer import CallForm, NoteForm, ReplyForm
from goodword.web.forms.due import due_of
from goodword.web.pages.ask import asks_of
from goodword.web.paging import number
from goodword.web.wordings import people_in, sentence

EARLIER_CASES = 4
PARTS = ("reply", "note", "call")
NAMED = ("promise.made", "promise.waits_for", "promise.waits_no_more")


def timeline(
    case: Case, agent: Agent, before: datetime | None = None, known: Sequence[Promise] | None = None
) -> dict[str, Any]:
    """Returns what the timeline shows; ledger lines come as sentences. Five to seven queries."""
    found = cases.timeline(case, before=before)
    lines = [one.row for one in found.happenings if one.kind == "line"]
    names = names_in(lines, case, [agent, *(one.owner for one in known or ())])
    words = {one.pk: first_words(one.words, 80) for one in (promises.panel_of(case) if known is None else known)}
    said = {line.pk: (sentence(line, names, agent.time_zone), _about(line, words)) for line in lines}
    shown = [
        (one, said.get(one.row.pk) if one.kind == "line" else None) for one in found.happenings if not _says_twice(one)
    ]
    has_chat = any(one.kind == "message" and one.row.channel == "chat" for one in found.happenings)
    earlier = found.starts_at if found.has_earlier else None
    return {"case": case, "happenings": shown, "earlier": earlier, "has_chat": has_chat}


def _says_twice(one: cases.Happening) -> bool:
    """That a case began is said by the customer's first message already."""
    return one.kind == "line" and one.row.verb == "case.started" and one.row.by_type == "customer"


def _about(line: Entry, words: dict[int, str]) -> str:
    """The promise that a line is about, where its sentence does not name it already."""
    return words.get(line.subject_id or 0, "") if line.subject_type == "promise" and line.verb not in NAMED else ""


def names_in(lines: list[Entry], case: Case, known: Iterable[Agent] = ()) -> dict[tuple[str, int], str]:
    """Returns the names of who did what these lines tell. One query, none where only people did it who are known."""
    names = {("agent", one.pk): one.name for one in (*known, case.owner) if one}
    missing = {pk for pk in people_in(lines) if ("agent", pk) not in names}
    names |= {("agent", pk): name for pk, name in people.names_of(missing).items()}
    names["customer", case.customer_id] = str(case.customer)
    return names


def panel(case: Case, found: Sequence[Promise] | None = None) -> dict[str, Any]:
    """Returns what stands beside the timeline: promises, asks, customer, check. Four to seven queries."""
    earlier = promises.of_customer_elsewhere(case)
    matters = cases.earlier_of(case, EARLIER_CASES)
    known = promises.panel_of(case) if found is None else found
    asks, awaited = asks_of(case, known)
    return {
        "case": case,
        "promises": [(one, promises.offers(one), awaited.get(one.pk)) for one in known],
        "asks": asks,
        "identities": people.identities_of(case.customer),
        "matters": matters[:EARLIER_CASES],
        "has_more_matters": len(matters) > EARLIER_CASES,
        "earlier": [(word, count) for word, count in _how_they_went(earlier) if count],
        "check": running_check(case) if case.status == "checking" else None,
    }


def _how_they_went(earlier: list[Promise]) -> list[tuple[str, int]]:
    verdicts = [promise.verdict for promise in earlier]
    return [
        (gettext("kept"), verdicts.count(Verdict.KEPT)),
        (gettext("kept with a new date"), verdicts.count(Verdict.KEPT_RENEGOTIATED)),
        (gettext("broken"), verdicts.count(Verdict.BROKEN)),
        (gettext("still open"), verdicts.count(Verdict.PENDING)),
    ]


def composer(case: Case, agent: Agent, found: Sequence[Promise], identities: Sequence[Identity]) -> dict[str, Any]:
    """Returns an empty composer. No query."""
    now = clock.now()
    form = reply_form(case, identities)
    return {
        "case": case,
        "tab": "reply",
        "reply": Composed("reply", case, agent, now, found, identities, form=form),
        "note": NoteForm(prefix="note"),
        "call": Composed(
            "call",
            case,
            agent,
            now,
            found,
            form=CallForm(prefix="call"),
            ticked=frozenset(one.pk for one in certain(found, spoken=True)),
        ),
    }


def composer_alone(case: Case, agent: Agent) -> dict[str, Any]:
    """Returns an empty composer for a page that stands. Two queries."""
    return composer(case, agent, promises.panel_of(case), people.identities_of(case.customer))


def draft_of(part: str, case: Case, agent: Agent) -> Composed:
    """Returns a draft without words. One query."""
    return Composed(part, case, agent, clock.now(), promises.panel_of(case))


def reply_of(request: HttpRequest, case: Case, agent: Agent) -> Composed:
    """Returns the reply that a form brings. Two queries."""
    draft = draft_of("reply", case, agent)
    draft.identities = people.identities_of(case.customer)
    draft.form = reply_form(case, draft.identities, request.POST)
    draft.version = number(request.POST.get("draft-version", ""))
    return draft


def call_of(request: HttpRequest, case: Case, agent: Agent) -> Composed:
    """Returns the call that a form brings. One query."""
    draft = draft_of("call", case, agent)
    draft.form = CallForm(request.POST, prefix="call")
    return draft


def begin_part(context: dict[str, Any], part: str, promise: int) -> None:
    """Opens the composer at one of its parts, with a promise of the case ticked as kept by what is written there."""
    if part in PARTS:
        context["tab"] = part
    if part in ("reply", "call") and promise:
        context[part].ticked = frozenset({promise})


def begin_words(context: dict[str, Any], words: str) -> None:
    """Begins a reply with words that were drafted elsewhere on the page."""
    if words.strip():
        draft: Composed = context["reply"]
        draft.form = reply_form(context["case"], draft.identities, text=words)


def begin_new_date(context: dict[str, Any], promise: Promise, asked: tuple[date | None, time | None], why: str) -> None:
    """Begins the letter that moves a promise of the case, in a composer that is still empty."""
    draft: Composed = context["reply"]
    if promise.case_id != context["case"].pk or promise.status != "owed":
        return
    due = due_of(*asked, promise.due_zone)
    letter = new_date(promise, due, draft.now, draft.agent, why=why)
    draft.form = reply_form(context["case"], draft.identities, text=letter.text)
    draft.pin(promise, letter, why)


def senders(case: Case, chosen: str) -> dict[str, Any]:
    """Returns our addresses from which a reply may go out, and the one that is used now. One query."""
    return {"case": case, "mailboxes": active_mailboxes(), "chosen": chosen[:320] or case.inbox}


def reply_form(case: Case, identities: Sequence[Identity], data: Any = None, text: str = "") -> ReplyForm:
    """Returns the form of a reply, to the address that the case uses unless mail to it comes back."""
    usual = next((one for one in identities if one.pk == case.identity_id and one.health != "bouncing"), None)
    first = usual or next((one for one in identities if one.kind == "email"), None)
    initial = {"seen": case.last_message, "text": text, "to": first.address if first else ""}
    return ReplyForm(data, prefix="reply", initial=initial, identities=identities)


def whole(case: Case, agent: Agent) -> dict[str, Any]:
    """Returns everything on the screen."""
    found = promises.panel_of(case)
    beside = panel(case, found)
    return {**timeline(case, agent, known=found), **beside, **composer(case, agent, found, beside["identities"])}
