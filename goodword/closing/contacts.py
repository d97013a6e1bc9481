"""The one place where a letter that the desk writes by itself is counted: never above a customer's cap."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Message
from goodword.closing import queries, rules
from goodword.closing.models import Care, Contact, ContactKind
from goodword.ledger.actions import record
from goodword.people.models import Agent, Customer


def free_from(customer_id: int, at: datetime) -> datetime | None:
    """Returns None when the desk may write to this customer now, else from when on.

    Locks the customer until the end of the transaction, so that of two letters at once only one is the last allowed.
    """
    Customer.objects.select_for_update(no_key=True).only("pk").get(pk=customer_id)
    return rules.may_contact(queries.contacts_of(customer_id, at), at, queries.care().contacts_per_month)


def count(message: Message, customer_id: int, kind: ContactKind, at: datetime) -> Contact:
    """Counts a letter that the desk has written by itself."""
    return Contact.objects.create(customer_id=customer_id, kind=kind, message=message, at=at)


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
