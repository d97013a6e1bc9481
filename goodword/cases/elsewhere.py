"""What a person of ours wrote to the customer from elsewhere: it has gone out already, and is on record here."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases import queries
from goodword.cases.actions import INBOX, REFERENCES_KEPT, attach
from goodword.cases.inbound import Inbound
from goodword.cases.models import Case, Channel, Delivery, Message, Status
from goodword.kit.text import first_words
from goodword.ledger.actions import record
from goodword.people.models import Agent


def case_of(inbound: Inbound) -> Case | None:
    """Returns the case to which a mail of ours belongs: by its signed address, else by what it answers; or None."""
    if inbound.token_case:
        found = Case.objects.select_related("merged_into").filter(pk=inbound.token_case).first()
        if found:
            return queries.root(found)
    known = [ref for ref in (inbound.in_reply_to, *inbound.references[-REFERENCES_KEPT:]) if ref]
    answered = Message.objects.filter(message_id__in=known).order_by("-id").select_related("case__merged_into").first()
    return queries.root(answered.case) if answered else None


def receive_ours(inbound: Inbound, case: Case, by: Agent | None, to: tuple[str, ...], at: datetime) -> Message:
    """Writes down a mail that `by` (None: one of our addresses) sent to the customer from their own mail program."""
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        message = Message.objects.create(
            case=case, channel=Channel.EMAIL, is_ours=True, author=by, identity_id=case.identity_id,
            from_name=by.name if by else inbound.name[:200], from_address=inbound.address[:320], to=list(to),
            subject=inbound.subject[:998], text=inbound.text, reply_text=inbound.reply_text, html=inbound.html,
            message_id=inbound.message_id[:998], in_reply_to=inbound.in_reply_to[:998],
            references=list(inbound.references[-REFERENCES_KEPT:]), at=at, delivery=Delivery.HANDED_OVER,
            delivery_at=at, sender_check=inbound.sender_check,
        )  # fmt: skip
        attach(message, inbound.files)
        case.last_message, case.last_at = message.pk, max(case.last_at, at)
        case.last_words = first_words(inbound.reply_text or inbound.text)
        fields = ["last_message", "last_at", "last_words"]
        if case.status == Status.OPEN:
            case.awaits_reply = False
            fields.append("awaits_reply")
        case.save(update_fields=fields)
        record(
            "message.sent_elsewhere", at=at, about=case, subject=message, by=by, touch=INBOX, via="own mail",
            address=inbound.address[:320],
        )  # fmt: skip
    return message
