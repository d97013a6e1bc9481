"""Which asks a person may see: those of the cases they may see, and whatever waits for their own answer."""

from __future__ import annotations

from goodword.asks.models import Ask, File, Purpose, State
from goodword.asks.queries import WITH
from goodword.cases.access import case_for
from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.people.access import may_write
from goodword.people.models import Agent, Partner, Team
from goodword.people.queries import able_to_own


def ask_for(agent: Agent, pk: int) -> Ask:
    """Returns an ask this person may see; raises NotFound otherwise. Colleagues see what they are asked, no more."""
    found = Ask.objects.select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such ask.")
    if found.holder_id == agent.pk and agent.is_active:
        return found
    case_for(agent, found.case_id)
    return found


def ask_to_write(agent: Agent, pk: int) -> Ask:
    """Returns an ask in whose case this person may write."""
    return ask_for(may_write(agent), pk)


def ask_to_change(agent: Agent, pk: int) -> Ask:
    """Returns an ask whose time and end this person decides: who asked, who holds the case, or a lead."""
    found = ask_to_write(agent, pk)
    if not _decides(agent, found):
        raise NotAllowed("%(name)s has asked this, and decides about it.", values={"name": found.by.name})
    return found


def ask_to_answer(agent: Agent, pk: int) -> Ask:
    """Returns an ask that this person may answer, or whose answer they write down; an approval is its holder's."""
    found = ask_to_write(agent, pk)
    if not _answers(agent, found):
        raise NotAllowed(
            "%(holder)s was asked to decide this, and nobody else can.",
            values={"holder": found.holder or found.receiver},
        )
    return found


def offers(agent: Agent, ask: Ask) -> tuple[str, ...]:
    """Returns what this person may do with an ask, the likeliest first; the rules still have the last word."""
    if ask.state != State.OPEN or agent.only_reads:
        return ()
    answers = ("answer",) if _answers(agent, ask) else ()
    decides = ("extension", "withdrawal") if _decides(agent, ask) else ()
    return (*answers, *decides, "dependencies")


def _decides(agent: Agent, ask: Ask) -> bool:
    return agent.is_lead or agent.pk in (ask.by_id, ask.case.owner_id)


def _answers(agent: Agent, ask: Ask) -> bool:
    return ask.purpose == Purpose.QUESTION or agent.pk == ask.holder_id


def file_for(agent: Agent, ask: int, pk: int) -> File:
    """Returns a file that came along with an ask's answer; raises NotFound otherwise."""
    found = File.objects.filter(ask=ask_for(agent, ask), pk=pk).first()
    if found is None:
        raise NotFound("There is no such file.")
    return found


def receiver_named(word: str) -> Agent | Team | Partner:
    """Returns whom a word of a form names ("agent-5", "team-2", "partner-3"); raises Malformed for nobody."""
    kind, _, number = word.partition("-")
    pk = int(number) if number.isdecimal() and len(number) < 19 else 0
    found: Agent | Team | Partner | None = None
    if kind == "agent":
        found = able_to_own().filter(pk=pk).first()
    elif kind == "team":
        found = Team.objects.select_related("lead").filter(pk=pk).first()
    elif kind == "partner":
        found = Partner.objects.filter(is_active=True, pk=pk).first()
    if found is None:
        raise Malformed("Choose whom you ask.", field="to")
    return found
