"""What somebody who was asked sees on their page, and what they do there.

Built from values and not from rows, so that nothing else can slip into a template: no case, no customer, no note, and
of us only the first name of who asks and the name of the house.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goodword.asks import replies
from goodword.asks.links import open_link
from goodword.asks.models import Ask, Link, Purpose
from goodword.asks.queries import hours_of
from goodword.cases.inbound import InboundFile
from goodword.kit.dates import Reader
from goodword.kit.errors import Malformed
from goodword.kit.links import use
from goodword.people.models import Agent
from goodword.people.queries import organisation

NAME_SHOWN = 60


@dataclass(frozen=True)
class Page:
    """One ask as its receiver sees it; `state` is open, answered or withdrawn. The answer is shown to who gave it."""

    organisation: str
    asker: str
    receiver: str
    question: str
    answer_by: datetime
    is_late: bool
    is_approval: bool
    state: str
    answer: str
    decision: str
    files: tuple[str, ...]
    reader: Reader


def page_for(token: str, at: datetime) -> Page:
    """Returns the page behind a link; raises NotFound for one that is not good. Six queries, changes nothing."""
    link = open_link(token, at)
    ask, house = link.ask, organisation()
    is_theirs = ask.answered_by_id == link.agent_id
    return Page(
        organisation=house.name if house else "", asker=first_name(ask.by), receiver=_greeted(link),
        question=ask.question, answer_by=ask.answer_by, is_late=ask.answer_by <= at,
        is_approval=ask.purpose == Purpose.APPROVAL, state=ask.state, answer=ask.answer if is_theirs else "",
        decision=ask.decision if is_theirs else "", reader=reader_of(ask, link.agent),
        files=tuple(ask.files.order_by("id").values_list("filename", flat=True)) if is_theirs else (),
    )  # fmt: skip


def first_name(agent: Agent) -> str:
    """Returns the name by which strangers know a colleague."""
    return (agent.name.split() or [""])[0][:NAME_SHOWN]


def reader_of(ask: Ask, agent: Agent | None) -> Reader:
    """Returns who reads of this ask: a colleague on their own clock, a partner on that of its working hours."""
    if agent:
        return Reader("en", agent.time_zone)
    language = ask.to_partner.language if ask.to_partner else ""
    return Reader(language, hours_of(ask).zone, is_theirs=False)


def _greeted(link: Link) -> str:
    return first_name(link.agent) if link.agent else str(link.ask.to_partner or "")[:NAME_SHOWN]


def answer(token: str, words: str, decision: str, files: tuple[InboundFile, ...], form: str, at: datetime) -> str:
    """The answer given on the page; returns what became of it (as `replies.take`). `form` counts once.

    Raises Malformed for an approval without a decision and for an empty answer.
    """
    link = open_link(token, at)
    use(link, at)
    is_approval = link.ask.purpose == Purpose.APPROVAL
    if link.ask.state == "open" and is_approval and decision not in ("yes", "no"):
        raise Malformed("Choose yes or no.", field="decision", code="no_decision")
    if not (words.strip() or files or (is_approval and decision)):
        raise Malformed("There is nothing to send yet.", field="text", code="nothing_to_send")
    return replies.take(link.ask, replies.Reply(words, link.agent, decision, files, form), at)
