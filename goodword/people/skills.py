"""Who knows about what: said by people, and learnt from who brought which matters to a good end."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.ledger.actions import record
from goodword.ledger.queries import of_cases
from goodword.people.access import may_write
from goodword.people.models import Agent, Skill

LONGEST_TOPIC, MOST_TOPICS = 80, 40


def say(person: Agent, topic: str, at: datetime, by: Agent) -> Skill:
    """Writes down what a person knows about: everybody for themselves, leads for others too."""
    _may_say(person, by)
    topic = " ".join(topic.split())
    if not 2 <= len(topic) <= LONGEST_TOPIC:
        raise Malformed(
            "A topic has 2 to %(longest_topic)s characters.", values={"longest_topic": LONGEST_TOPIC}, field="topic"
        )
    with transaction.atomic():
        if Skill.objects.filter(agent=person, is_hidden=False).count() >= MOST_TOPICS:
            raise Malformed(
                "%(most_topics)s topics are enough: take one away first.",
                values={"most_topics": MOST_TOPICS},
                field="topic",
            )
        skill = _row(person, topic)
        skill.is_said, skill.is_hidden = True, False
        skill.save(update_fields=["is_said", "is_hidden"])
        record("skill.said", at=at, subject=skill, by=by, agent=person.pk, topic=skill.topic)
    return skill


def unsay(skill: Skill, at: datetime, by: Agent) -> None:
    """Takes a topic away, one that was learnt as well; it is not learnt anew."""
    _may_say(skill.agent, by)
    with transaction.atomic():
        skill.is_said, skill.is_hidden = False, True
        skill.save(update_fields=["is_said", "is_hidden"])
        record("skill.unsaid", at=at, subject=skill, by=by, agent=skill.agent_id, topic=skill.topic)


def learn(person: Agent, topic: str, case: int, at: datetime) -> None:
    """Counts one matter that a person brought to a good end; each case once, however often it is closed."""
    with transaction.atomic():
        skill = _row(person, topic[:LONGEST_TOPIC])
        if of_cases([case]).filter(verb="skill.learnt").exists():
            return
        skill.learnt += 1
        skill.save(update_fields=["learnt"])
        record("skill.learnt", at=at, about=case, subject=skill, agent=person.pk, name=person.name, topic=skill.topic)


def skill_for(agent: Agent, pk: int) -> Skill:
    """Returns a topic that this person may take away; raises NotFound otherwise."""
    found = Skill.objects.select_related("agent").filter(pk=pk, is_hidden=False).first()
    if found is None or not (found.agent_id == agent.pk or agent.is_lead):
        raise NotFound("There is no such topic.")
    return found


def _may_say(person: Agent, by: Agent) -> None:
    if may_write(by).pk != person.pk and not by.is_lead:
        raise NotAllowed("Others say themselves what they know about, or a lead does.")


def _row(person: Agent, topic: str) -> Skill:
    """The row of a person and a topic in any capitals, locked until the end of the transaction."""
    rows = Skill.objects.select_for_update().filter(agent=person, topic__iexact=topic)
    found = rows.first()
    if found:
        return found
    try:
        with transaction.atomic():
            return Skill.objects.create(agent=person, topic=topic)
    except IntegrityError:  # somebody else wrote the same at the same moment
        return rows.get()
