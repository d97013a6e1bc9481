"""The one place where a letter that the desk writes by itself is counted: never above a customer's cap."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Message
from goodword.closing import queries, rules
from goodword.closing.models import Care, Contact, ContactKind, Quiet
from goodword.kit import links
from goodword.kit.errors import NotFound
from goodword.ledger.actions import record
from goodword.people.models import Agent, Customer

SALT = "goodword.closing.quiet"
NEVER = timedelta(days=3650)


def free_from(customer_id: int, at: datetime, *, belongs_to_a_case: bool = False) -> datetime | None:
    """Returns None when the desk may write to this customer now, else from when on: never, in effect, to one who
    wants no such letters, unless the letter belongs to a case of theirs (a check).

    Locks the customer until the end of the transaction, so that of two letters at once only one is the last allowed.
    """
    Customer.objects.select_for_update(no_key=True).only("pk").get(pk=customer_id)
    if not belongs_to_a_case and Quiet.objects.filter(customer_id=customer_id).exists():
        return at + NEVER
    return rules.may_contact(queries.contacts_of(customer_id, at), at, queries.care().contacts_per_month)


def count(message: Message, customer_id: int, kind: ContactKind, at: datetime) -> Contact:
    """Counts a letter that the desk has written by itself."""
    return Contact.objects.create(customer_id=customer_id, kind=kind, message=message, at=at)


def listed(message: Message) -> Contact | None:
    """Returns the contact that a message is, where its reader may want no more of the kind (a check is no such)."""
    return Contact.objects.filter(message=message).exclude(kind=ContactKind.CHECK).first()


def token_of(contact: Contact) -> str:
    """Returns the token of the address at which its reader says that they want no more."""
    return links.token_of(contact.pk, SALT)


def contact_behind(token: str) -> Contact:
    """Returns the contact of a token; raises NotFound for one that we did not make."""
    found = Contact.objects.select_related("customer").filter(pk=links.number_in(token, SALT)).first()
    if found is None:
        raise NotFound("This link is no longer valid.", code="link_gone")
    return found


def be_quiet(token: str, at: datetime) -> None:
    """A customer wants no more letters that the desk writes by itself. Harmless when repeated."""
    contact = contact_behind(token)
    with transaction.atomic():
        _, is_new = Quiet.objects.get_or_create(customer=contact.customer, defaults={"since": at})
        if is_new:
            record("customer.wants_quiet", at=at, subject=contact.customer, by=contact.customer)


def set_care(at: datetime, by: Agent, *, contacts_per_month: int, asks_survey: bool, survey_after_hours: int) -> Care:
    """Sets how often we write by ourselves, and whether and when we ask how it was."""
    with transaction.atomic():
        care, _ = Care.objects.update_or_create(
            singleton=True,
            defaults={
                "contacts_per_month": contacts_per_month, "asks_survey": asks_survey,
                "survey_after_hours": survey_after_hours,
            },
        )  # fmt: skip
        record("care.set", at=at, by=by, cap=contacts_per_month, survey=asks_survey, after=survey_after_hours)
    return care
