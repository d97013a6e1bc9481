"""Reading people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet

from goodword.people.models import (
    Absence,
    Agent,
    Customer,
    Identity,
    IdentityKind,
    Organisation,
    Partner,
    Role,
    Team,
)


def identity(kind: str, address: str) -> Identity | None:
    """Returns the identity with this address, with its customer, or None."""
    return Identity.objects.select_related("customer").filter(kind=kind, address=normal(kind, address)).first()


def normal(kind: str, address: str) -> str:
    """Returns an address in the form in which it is stored: lower case, and digits only for phones."""
    address = address.strip()
    if kind == IdentityKind.PHONE:
        plus = "+" if address.startswith(("+", "00")) else ""
        digits = "".join(letter for letter in address if letter.isdigit())
        return plus + digits.removeprefix("00") if plus else digits
    return address.lower()


def is_email(address: str) -> bool:
    """Says whether something can be an e-mail address at all; only a message that arrives proves that it is one."""
    name, _, host = address.strip().rpartition("@")
    return bool(name and host) and len(address) <= 320 and not any(letter.isspace() for letter in address.strip())


def names_of(agents: Collection[int]) -> dict[int, str]:
    """Returns the names of people who work or worked here, by number. One query."""
    return dict(Agent.objects.filter(pk__in=agents).values_list("pk", "name")) if agents else {}


def identities_of(customer: Customer) -> list[Identity]:
    """Returns the ways to reach a customer, healthy ones first."""
    order = {"good": 0, "unverified": 1, "bouncing": 2}
    return sorted(customer.identities.all(), key=lambda identity: (order[identity.health], identity.pk))


def absence_at(agent: Agent, at: datetime) -> Absence | None:
    """Returns the absence in which `at` falls, the longest first, or None."""
    return (
        Absence.objects.select_related("stand_in")
        .filter(agent=agent, starts_at__lte=at, ends_at__gt=at)
        .order_by("-ends_at")
        .first()
    )


def absences_of(agent: Agent, at: datetime) -> list[Absence]:
    """Returns the absences of a person that run or are still to come, the nearest first."""
    return list(Absence.objects.filter(agent=agent, ends_at__gt=at).select_related("stand_in").order_by("starts_at"))


def absences_among(people: Collection[int], at: datetime, most: int = 100) -> list[Absence]:
    """Returns the absences of these people that run or are still to come, the nearest first. One query."""
    rows = Absence.objects.filter(agent__in=people, ends_at__gt=at).select_related("agent", "stand_in")
    return list(rows.order_by("starts_at", "id")[:most])


def away_now(at: datetime) -> set[int]:
    """Returns the numbers of those who are away."""
    return set(Absence.objects.filter(starts_at__lte=at, ends_at__gt=at).values_list("agent_id", flat=True))


def everybody() -> QuerySet[Agent]:
    """Returns all who work or worked here, those who left last."""
    return Agent.objects.select_related("team").order_by("-is_active", "name", "id")


def teams() -> QuerySet[Team]:
    """Returns all teams with their leads and hours."""
    return Team.objects.select_related("lead", "calendar").order_by("name")


def leads() -> QuerySet[Agent]:
    """Returns who may lead a team: active leads and admins."""
    return Agent.objects.filter(is_active=True, role__in=[Role.LEAD, Role.ADMIN]).order_by("name", "id")


def partners() -> QuerySet[Partner]:
    """Returns all partners, those out of use last."""
    return Partner.objects.order_by("-is_active", "name", "id")


def organisation() -> Organisation | None:
    """Returns who we are to customers; None until an admin has said it."""
    return Organisation.objects.first()


def able_to_own() -> QuerySet[Agent]:
    """Returns the people who may own promises: everybody active but auditors, who only read."""
    return Agent.objects.filter(is_active=True).exclude(role=Role.AUDITOR).order_by("name", "id")


def at_desks() -> QuerySet[Agent]:
    """Returns the people who may own cases: everybody active with a desk who may also write."""
    return able_to_own().exclude(role=Role.COLLEAGUE)


def leads_of(agent: Agent) -> list[Agent]:
    """Returns whom to call first for what this person missed: the team's lead, else the admins."""
    lead = agent.team.lead if agent.team else None
    return [lead] if lead and lead.is_active and lead != agent else admins(besides=agent)


def admins(besides: Agent | None = None) -> list[Agent]:
    """Returns the active admins, without one person."""
    found = Agent.objects.filter(role=Role.ADMIN, is_active=True).order_by("id")
    return list(found.exclude(pk=besides.pk) if besides else found)


def cover_for(agent: Agent, due_at: datetime, at: datetime, tried: Collection[int] = ()) -> Agent:
    """Returns who holds what falls due at `due_at`: the agent, or while away the stand-in, the lead, an admin.

    Never nobody: when everybody is away or gone, it stays with the first active person of that row. Raises
    LookupError only when no active person is left at all.
    """
    if _is_there(agent, due_at, at):
        return agent
    absence = absence_at(agent, due_at) or absence_at(agent, at)
    named = [absence.stand_in if absence else None, agent.stand_in, *leads_of(agent), *admins()]
    row = [person for person in named if person and _may_own(person) and person.pk not in {agent.pk, *tried}]
    for person in row:
        if _is_there(person, due_at, at):
            return person
    if _may_own(agent):
        return agent
    fallback = row[0] if row else able_to_own().exclude(pk=agent.pk).first()
    if fallback is None:
        raise LookupError("Nobody active is left to own this promise.")
    return fallback


def _may_own(person: Agent) -> bool:
    return person.is_active and person.role != Role.AUDITOR


def _is_there(agent: Agent, due_at: datetime, at: datetime) -> bool:
    return _may_own(agent) and absence_at(agent, due_at) is None
