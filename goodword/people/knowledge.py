"""Finding who knows about something, and whom one may ask at all. Bounded, by trigram indexes where words are given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from goodword.kit.search import SHORTEST, TAKEN
from goodword.people.models import Agent, Partner, Role, Skill, Team
from goodword.people.queries import able_to_own

MOST_WORDS, MOST_FOUND, LONGEST, MOST_PEOPLE = 6, 8, 100, 300


@dataclass(frozen=True)
class Knows:
    """A person and the topics of theirs that fit, the best first."""

    person: Agent
    topics: list[Skill] = field(default_factory=list)

    @property
    def learnt(self) -> int:
        """Returns how many matters of these topics the person brought to a good end."""
        return sum(topic.learnt for topic in self.topics)


def who_knows(words: str, most: int = MOST_FOUND) -> list[Knows]:
    """Returns the people who know about these words, the best fit first: more of the words, said before learnt.

    One query by the trigram index; words of fewer than three letters are left aside.
    """
    parts = [part for part in _parts(words) if len(part) >= SHORTEST]
    if not parts:
        return []
    fits = Q()
    for part in parts:
        fits |= Q(topic__has_part=part)
    rows = Skill.objects.filter(fits, is_hidden=False, agent__is_active=True).exclude(agent__role=Role.AUDITOR)
    found: dict[int, Knows] = {}
    for skill in sorted(rows.select_related("agent__team")[:TAKEN], key=lambda one: _worth(one, parts)):
        found.setdefault(skill.agent_id, Knows(skill.agent)).topics.append(skill)
    return list(found.values())[:most]


def _worth(skill: Skill, parts: list[str]) -> tuple[int, bool, int, str, int]:
    topic = skill.topic.lower()
    return -sum(part in topic for part in parts), not skill.is_said, -skill.learnt, topic, skill.pk


def _parts(words: str) -> list[str]:
    """The words without their endings, so that "warranties" finds "warranty"."""
    plain = words[:LONGEST].lower().replace(",", " ").split()[:MOST_WORDS]
    return [word[:-3] if len(word) >= 9 else word[:-1] if len(word) >= 5 else word for word in plain]


@dataclass(frozen=True)
class Receiver:
    """Somebody whom one may ask: an `agent` (with what they know about), a `team` or a `partner`."""

    kind: str
    row: Agent | Team | Partner
    topics: list[Skill] = field(default_factory=list)

    @property
    def word(self) -> str:
        """Returns the word that names it in a form."""
        return f"{self.kind}-{self.row.pk}"


def askable(asker: Agent, words: str, most: int = MOST_FOUND) -> list[Receiver]:
    """Returns whom the words name or who knows about them; without words the asker's own team and those above it,
    all teams and partners. Four queries, each bounded.
    """
    words = " ".join(words.split())[:LONGEST]
    everybody = able_to_own().exclude(pk=asker.pk).select_related("team")
    teams = Team.objects.select_related("lead").order_by("name")
    partners = Partner.objects.filter(is_active=True).exclude(email="")
    if words:
        teams = teams.filter(name__icontains=words)
        partners = partners.filter(Q(name__icontains=words) | Q(about__icontains=words))
        people = _named_or_knowing(asker, everybody, words, most)
    else:
        near = everybody.filter(Q(team=asker.team_id) | Q(role__in=[Role.LEAD, Role.ADMIN]))
        people = _with_topics(list(near[:most]))
    return [
        *(Receiver("agent", one.person, one.topics) for one in people[: most * 2]),
        *(Receiver("team", one) for one in teams[:most]),
        *(Receiver("partner", one) for one in partners[:most]),
    ]


def _named_or_knowing(asker: Agent, everybody: QuerySet[Agent], words: str, most: int) -> list[Knows]:
    named = everybody.filter(Q(name__icontains=words) | Q(email__istartswith=words))[:most]
    known = {one.person.pk: one for one in who_knows(words, most) if one.person.pk != asker.pk}
    return [*(known.pop(person.pk, Knows(person)) for person in named), *known.values()]


def _with_topics(people: list[Agent]) -> list[Knows]:
    topics = topics_of([person.pk for person in people])
    return [Knows(person, topics.get(person.pk, [])) for person in people]


def topics_of(people: Collection[int]) -> dict[int, list[Skill]]:
    """Returns what these people know about, the strongest first. One query."""
    found: dict[int, list[Skill]] = {}
    rows = Skill.objects.filter(agent__in=people, is_hidden=False)
    for skill in rows.order_by("-is_said", "-learnt", "topic") if people else ():
        found.setdefault(skill.agent_id, []).append(skill)
    return found


def may_say_of(agent: Agent) -> list[Agent]:
    """Returns the others of whom this person may say what they know about: everybody for leads, nobody for others."""
    return list(able_to_own().exclude(pk=agent.pk)[:MOST_PEOPLE]) if agent.is_lead else []


def everybody_with_topics(most: int = MOST_PEOPLE) -> list[Knows]:
    """Returns all who may be asked, with what they know about. Two queries."""
    return _with_topics(list(able_to_own().select_related("team")[:most]))
