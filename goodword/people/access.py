"""Who may come in at all. Reading and permission are one call; doors get people in no other way."""

from __future__ import annotations

from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.people import queries
from goodword.people.models import Absence, Agent, Customer, IdentityKind, Partner, Role, Team


def desk_of(person: object) -> Agent:
    """Returns the person if they have a desk; raises NotFound otherwise, as if there were none."""
    if not isinstance(person, Agent) or not person.works_at_desk:
        raise NotFound("There is nothing here for you.")
    return person


def may_write(agent: Agent) -> Agent:
    """Returns the agent if they may change things; auditors only read."""
    if desk_of(agent).role == Role.AUDITOR:
        raise NotAllowed("Auditors read; they change nothing.")
    return agent


def may_lead(agent: Agent) -> Agent:
    """Returns the agent if they are a lead or an admin."""
    if not may_write(agent).is_lead:
        raise NotAllowed("This takes a lead.")
    return agent


def may_administer(agent: Agent) -> Agent:
    """Returns the agent if they are an admin."""
    if not may_write(agent).is_admin:
        raise NotAllowed("This takes an admin.")
    return agent


def may_oversee(agent: Agent) -> Agent:
    """Returns the agent if they may read what is behind the desk: leads, admins and auditors."""
    return agent if desk_of(agent).role == Role.AUDITOR else may_lead(agent)


def may_see_settings(agent: Agent) -> Agent:
    """Returns the agent if they may read the settings: admins and auditors."""
    return agent if desk_of(agent).role == Role.AUDITOR else may_administer(agent)


def agent_at_desk(agent: Agent, pk: int) -> Agent:
    """Returns somebody who may be given a case; raises Malformed for anybody else."""
    desk_of(agent)
    found = Agent.objects.filter(pk=pk, is_active=True).first()
    if found is None or not found.works_at_desk:
        raise Malformed("Choose somebody who has a desk.", field="owner")
    return found


def able_owner(agent: Agent, pk: int) -> Agent:
    """Returns somebody who may be given a promise; raises Malformed for anybody else."""
    desk_of(agent)
    found = queries.able_to_own().select_related("team").filter(pk=pk).first()
    if found is None:
        raise Malformed("Choose somebody active who may act.", field="owner")
    return found


def customers_at(agent: Agent, address: str) -> list[Customer]:
    """Returns whom an e-mail address or a phone number leads to, at most one of each. Two queries."""
    desk_of(agent)
    ways = [(kind, queries.identity(kind, address[:320])) for kind in (IdentityKind.EMAIL, IdentityKind.PHONE)]
    found = {way.customer_id: way.customer for _, way in ways if way and way.address}
    return list(found.values())


def customer_for(agent: Agent, pk: int) -> Customer:
    """Returns a customer whom this agent may see; raises NotFound otherwise."""
    desk_of(agent)
    customer = Customer.objects.select_related("company").filter(pk=pk).first()
    if customer is None:
        raise NotFound("There is no such customer.")
    return customer


def partner_for(agent: Agent, pk: int) -> Partner:
    """Returns a partner; everybody with a desk sees them."""
    desk_of(agent)
    found = Partner.objects.select_related("calendar").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such partner.")
    return found


def person_for(agent: Agent, pk: int) -> Agent:
    """Returns anybody who works or worked here, for an admin; raises NotFound for nobody."""
    may_administer(agent)
    found = Agent.objects.select_related("team", "stand_in").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such person.")
    return found


def team_for(agent: Agent, pk: int) -> Team:
    """Returns a team, for an admin; raises NotFound for none."""
    may_administer(agent)
    found = Team.objects.select_related("lead", "calendar").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such team.")
    return found


def absence_for(agent: Agent, pk: int) -> Absence:
    """Returns an absence of one's own, or of anybody for a lead; raises NotFound for all else."""
    may_write(agent)
    found = Absence.objects.select_related("agent").filter(pk=pk).first()
    if found is None or not (found.agent_id == agent.pk or agent.is_lead):
        raise NotFound("There is no such absence.")
    return found


def colleagues_of(agent: Agent, team: int = 0, most: int = 200) -> list[Agent]:
    """Returns who may own promises in a team (0: in all teams) by name, for anybody with a desk. One query."""
    desk_of(agent)
    found = queries.able_to_own().select_related("team", "stand_in")
    return list((found.filter(team=team) if team else found)[:most])
