"""How a case begins here: the customer's words are received as any others, ours are sent as from the composer."""

from __future__ import annotations

from datetime import datetime

from goodword.api.given import NewCase, NewPromise, NotPromised
from goodword.api.shown import Begun, CaseOut, MessageOut
from goodword.cases.access import case_for
from goodword.cases.actions import Draft, receive
from goodword.cases.inbound import Inbound
from goodword.kit.errors import Malformed
from goodword.people.access import customer_for
from goodword.people.models import Agent, Health, IdentityKind
from goodword.people.queries import identities_of, is_email
from goodword.promises import replies
from goodword.promises.actions import Told
from goodword.promises.models import Kind
from goodword.promises.queries import kind_named
from goodword.promises.replies import Dismissed


def begin(agent: Agent, given: NewCase, now: datetime) -> Begun:
    """Begins a case, or continues the one to which the words belong."""
    address = _address(agent, given)
    if given.by == "us":
        opening = replies.Opening(address, given.subject, given.name)
        message = replies.begin(opening, agent, Draft(given.text), now, makes=told(given.promises))
        outcome = "started"
    elif given.promises:
        raise Malformed("Only our own words promise something.", field="promises")
    else:
        received = receive(
            Inbound(
                given.channel, IdentityKind.EMAIL, address, name=given.name, subject=given.subject, text=given.text,
                reply_text=given.text,
            ),
            now,
        )  # fmt: skip
        message, outcome = received.message, received.outcome
    case = case_for(agent, message.case_id)
    return Begun(outcome=outcome, case=CaseOut.model_validate(case), message=MessageOut.model_validate(message))


def _address(agent: Agent, given: NewCase) -> str:
    """The e-mail address of the customer: the one named, or the healthiest of the customer who is named."""
    if (given.address is None) == (given.customer is None):
        raise Malformed("Name the customer by their address or by their number.", field="customer")
    if given.address is not None:
        if not is_email(given.address):
            raise Malformed("That is not an e-mail address.", field="address")
        return given.address
    customer = customer_for(agent, given.customer or 0)
    for way in identities_of(customer):
        if way.kind == IdentityKind.EMAIL and (given.by == "customer" or way.health != Health.BOUNCING):
            return way.address
    raise Malformed("This customer has no e-mail address that works.", field="customer", code="no_address")


def told(given: list[NewPromise]) -> list[Told]:
    """Returns promises as the actions take them."""
    return [Told(_kind(one.kind), one.words, one.due, one.due_words, one.asked, one.way) for one in given]


def dropped(given: list[NotPromised]) -> list[Dismissed]:
    """Returns what is no promise, and honest answers that it cannot be done, as the actions take them."""
    return [Dismissed(one.words, one.reason, one.asked, one.instead) for one in given]


def _kind(slug: str) -> Kind:
    found = kind_named(slug)
    if found.slug != slug:
        raise Malformed(f"There is no kind “{slug}” that can be promised.", field="kind")
    return found
