"""Finding who knows about something, and whom one may ask at all. Bounded, by trigram indexes where words are given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from goodword.kit.search import SHORTEST, TAKEN
from goodword.people.models import Agent, Partner, Role, Skill, Team
from goodword.people.queries import able_to_own

MOST_WORDS, MOST_FOUND, LONGEST = 6, 8, 100


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
class Askable:
    """Whom one may ask: people with what they know about, teams, partners."""

    people: list[Knows]
    teams: list[Team]
    partners: list[Partner]


def askable(asker: Agent, words: str, most: int = MOST_FOUND) -> Askable:
    """Returns whom the words name or who knows about them; without words the asker's own team, all teams, partners.

    Four queries, each bounded.
    """
    words = " ".join(words.split())[:LONGEST]
    everybody = able_to_own().exclude(pk=asker.pk).select_related("team")
    teams = Team.objects.select_related("lead").order_by("name")
    partners = Partner.objects.filter(is_active=True).exclude(email="")
    if not words:
        own = everybody.filter(Q(team=asker.team_id) | Q(role__in=[Role.LEAD, Role.ADMIN]))
        return Askable(_with_topics(list(own[:most])), list(teams[:most]), list(partners[:most]))
    named = everybody.filter(Q(name__icontains=words) | Q(email__istartswith=words))[:most]
    known = [one for one in who_knows(words, most) if one.person.pk != asker.pk]
    seen = {one.person.pk for one in known}
    people = [*(Knows(person) for person in named if person.pk not in seen), *known]
    fits = Q(name__icontains=words)
    return Askable(people[: most * 2], list(teams.filter(fits)[:most]),
                   list(partners.filter(fits | Q(about__icontains=words))[:most]))  # fmt: skip


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


def everybody_with_topics(most: int = 200) -> list[Knows]:
    """Returns all who may be asked, with what they know about. Two queries."""
    return _with_topics(list(able_to_own().select_related("team")[:most]))
