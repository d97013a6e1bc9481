"""Writing people: customers and their identities, agents, teams and absences."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.kit.errors import Conflict, Malformed
from goodword.kit.rows import insert
from goodword.ledger.actions import record
from goodword.people import queries
from goodword.people.models import Absence, Agent, Customer, Health, Identity, IdentityKind, Organisation, Role, Team

SOFT_BOUNCES_UNTIL_BOUNCING = 3


def meet(
    kind: str, address: str, name: str, at: datetime, *, has_written: bool = False, language: str = ""
) -> tuple[Identity, bool]:
    """Returns the identity with this address and whether it is new; an unknown address is a new customer.

    An address from which somebody `has_written` is a good one.
    """
    address = queries.normal(kind, address)
    found = _known(kind, address)
    if found:
        return found, False
    health = Health.GOOD if has_written else Health.UNVERIFIED
    try:
        with transaction.atomic():
            customer = insert(Customer(name=name[:160], language=language[:12], created_at=at))
            made = Identity(customer=customer, kind=kind, address=address, health=health, created_at=at)
            return insert(made), True
    except IntegrityError:  # another worker met the same address at the same moment
        found = _known(kind, address)
        if found is None:
            raise
        return found, False


def _known(kind: str, address: str) -> Identity | None:
    known = Identity.objects.raw("SELECT * FROM people_identity WHERE kind = %s AND address = %s", [kind, address])
    return next(iter(known), None)


def add_identity(customer: Customer, kind: str, address: str, at: datetime, by: Agent | None = None) -> Identity:
    """Adds a way to reach a customer; raises Conflict when the address belongs to somebody else."""
    normal = queries.normal(kind, address)
    if kind == IdentityKind.EMAIL and not queries.is_email(normal):
        raise Malformed("That is not an e-mail address.", field="address")
    known = queries.identity(kind, normal)
    if known and known.customer_id != customer.pk:
        raise Conflict("That address belongs to another customer.", code="address_taken")
    if known:
        return known
    with transaction.atomic():
        made = Identity.objects.create(customer=customer, kind=kind, address=normal, created_at=at)
        record("identity.added", at=at, subject=made, by=by, customer=customer.pk, touch=(f"customer:{customer.pk}",))
    return made


def mail_arrived(identity: Identity) -> None:
    """Notes that a message to or from this address arrived. Call it in the transaction of that message."""
    if identity.health != Health.GOOD:
        identity.health, identity.soft_bounces = Health.GOOD, 0
        identity.save(update_fields=["health", "soft_bounces"])


def mail_bounced(identity: Identity, *, permanent: bool, at: datetime) -> bool:
    """Counts a bounce; returns whether the address now counts as bouncing (one permanent or three temporary)."""
    identity.soft_bounces = min(identity.soft_bounces + 1, 1000)
    if permanent or identity.soft_bounces >= SOFT_BOUNCES_UNTIL_BOUNCING:
        identity.health = Health.BOUNCING
    identity.save(update_fields=["health", "soft_bounces"])
    record("identity.bounced", at=at, subject=identity, permanent=permanent, health=identity.health)
    return identity.health == Health.BOUNCING


def introduce(
    name: str, at: datetime, *, reach: str = "", largest_mail_mb: int = 15, by: Agent | None = None
) -> Organisation:
    """Says who we are to customers, how to reach us when a link does not work, and from which size files are links."""
    name, reach = name.strip(), reach.strip()
    if not name or len(name) > 120:
        raise Malformed("A name has 1 to 120 characters.", field="name")
    if len(reach) > 300:
        raise Malformed("Say it in at most 300 characters.", field="reach")
    if not 1 <= largest_mail_mb <= 50:
        raise Malformed("A mail has 1 to 50 MB.", field="largest_mail_mb")
    with transaction.atomic():
        said = {"name": name, "reach": reach, "largest_mail_mb": largest_mail_mb}
        row, _ = Organisation.objects.update_or_create(singleton=True, defaults=said)
        record("organisation.introduced", at=at, by=by, name=name)
    return row


def add_agent(
    email: str, name: str, role: str, at: datetime, *, password: str | None = None, by: Agent | None = None,
    team: Team | None = None, stand_in: Agent | None = None, time_zone: str = "UTC",
) -> Agent:  # fmt: skip
    """Adds a person who works here; without a password they can only ask for one by mail."""
    if role not in Role.values:
        raise Malformed("There is no role %(role)s.", values={"role": role}, field="role")
    if Agent.objects.filter(email=email.strip().lower()).exists():
        raise Conflict("Somebody with this address works here already.", code="address_taken", field="email")
    agent = Agent(
        email=email.strip().lower(), name=name.strip(), role=role, team=team, stand_in=stand_in, time_zone=time_zone
    )
    if password is None:
        agent.set_unusable_password()
    else:
        agent.set_password(password)
    agent.full_clean(exclude=["password"])
    with transaction.atomic():
        agent.save(force_insert=True)
        record("agent.added", at=at, subject=agent, by=by, role=role)
    return agent


def change_agent(agent: Agent, at: datetime, by: Agent, **changes: object) -> Agent:
    """Changes name, role, team, stand-in, time zone or signature; deactivation is `promises.owners.leave`."""
    for name, value in changes.items():
        setattr(agent, name, value)
    agent.full_clean(exclude=["password"])
    with transaction.atomic():
        if "role" in changes:
            _keep_an_admin(agent)
        agent.save(update_fields=list(changes))
        record("agent.changed", at=at, subject=agent, by=by, fields=sorted(changes))
    return agent


def set_active(agent: Agent, *, active: bool, at: datetime, by: Agent | None) -> None:
    """Writes whether a person works here; a database trigger refuses to let go who still owns promises."""
    with transaction.atomic():
        agent.is_active = active
        _keep_an_admin(agent)
        agent.save(update_fields=["is_active"])
        record("agent.activated" if active else "agent.deactivated", at=at, subject=agent, by=by)


def _keep_an_admin(agent: Agent) -> None:
    """Refuses to let go of the last admin: nobody could change the settings any more. Locks the admins."""
    if agent.is_active and agent.is_admin:
        return
    admins = list(Agent.objects.select_for_update().filter(role=Role.ADMIN, is_active=True).order_by("pk"))
    if [admin.pk for admin in admins] == [agent.pk]:
        raise Conflict("Somebody else must be an admin first.", code="last_admin", field="role")


def plan_absence(
    agent: Agent, starts_at: datetime, ends_at: datetime, stand_in: Agent | None, at: datetime, by: Agent
) -> Absence:
    """Plans an absence; at its start the clock hands over what falls due in it."""
    if ends_at <= max(starts_at, at):
        raise Malformed("An absence ends after it starts, and in the future.", field="ends_at")
    if stand_in and (stand_in == agent or not stand_in.is_active):
        raise Malformed("The stand-in must be another active person.", field="stand_in")
    with transaction.atomic():
        absence = Absence.objects.create(
            agent=agent, starts_at=starts_at, ends_at=ends_at, stand_in=stand_in, wakes_at=max(starts_at, at)
        )
        record("absence.planned", at=at, subject=absence, by=by, agent=agent.pk)
    return absence


def begin_absence(absence: Absence, at: datetime) -> None:
    """Marks an absence as begun, so that the clock does not take it again."""
    absence.wakes_at = None
    absence.save(update_fields=["wakes_at"])
    record("absence.began", at=absence.starts_at, noted=at, subject=absence, agent=absence.agent_id)


def end_absence(absence: Absence, at: datetime, by: Agent) -> None:
    """Ends an absence early or takes back a planned one."""
    with transaction.atomic():
        record("absence.ended", at=at, subject=absence, by=by, agent=absence.agent_id)
        absence.delete()
