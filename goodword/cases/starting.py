"""A case that we begin ourselves: the customer has not written yet, we write first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Case
from goodword.kit.errors import Malformed
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.people import actions as people
from goodword.people.models import Agent, IdentityKind
from goodword.people.queries import is_email

INBOX = ("inbox",)


def start_by_us(by: Agent, subject: str, address: str, at: datetime, *, name: str = "", inbox: str = "") -> Case:
    """Begins a case with somebody by their e-mail address; whoever writes first also owns it.

    An address we know leads to its customer, an unknown one makes a customer of that name. Raises Malformed
    for what is no address and for a case without a subject.
    """
    if not is_email(address):
        raise Malformed("That is not an e-mail address.", field="address")
    if not subject.strip():
        raise Malformed("Give the case a subject: the customer reads it first.", field="subject")
    with transaction.atomic():
        identity, _ = people.meet(IdentityKind.EMAIL, address, name.strip(), at)
        case = Case.objects.create(
            subject=" ".join(subject.split())[:250], customer=identity.customer, identity=identity, owner=by,
            inbox=inbox, last_at=at, last_words=first_words(subject), awaits_reply=False, created_at=at,
        )  # fmt: skip
        record("case.started", at=at, about=case, subject=case, by=by, touch=INBOX, channel="email")
        record("case.assigned", at=at, about=case, subject=case, by=by, owner=by.pk, owner_name=by.name)
    return case
