"""Mail that nobody wants: a case set aside as spam, its sender remembered, and both taken back.

Nothing is removed: the case, its messages and what comes later lie in a view of their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models, transaction

from goodword.kit.errors import Conflict
from goodword.ledger.actions import record
from goodword.ledger.queries import of_cases
from goodword.people.models import Agent, Identity

INBOX = ("inbox",)
SPAM = "spam"
FAILED = "failed"


class Sender(models.Model):
    """An address whose new mails go to the view of spam; one list for the organisation."""

    address = models.CharField(max_length=320, unique=True)
    by = models.ForeignKey(Agent, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~models.Q(address=""), name="unwanted_has_address"),
        ]

    def __str__(self) -> str:
        return self.address


def is_unwanted(address: str) -> bool:
    """Says whether new mails of an address go to the view of spam. One query by its index."""
    return Sender.objects.filter(address=address.lower()[:320]).exists()


def standing(at: datetime) -> dict[str, Any]:
    """Returns how a case stands as spam, as columns of its row."""
    return {"status": "closed", "closed_how": SPAM, "closed_at": at, "awaits_reply": False}


def write(case: Any, at: datetime, by: Agent | None) -> None:
    """Sets a case aside as spam and remembers its sender, in the caller's transaction. `closing.spam` decides whether.

    How it stood before is kept in the ledger line.
    """
    if case.merged_into_id:
        raise Conflict("This case was merged into another one.", code="merged", into=case.merged_into_id)
    was = {"status": case.status, "closed_how": case.closed_how, "awaits_reply": case.awaits_reply}
    was |= {"wakes_at": _iso(case.wakes_at), "closed_at": _iso(case.closed_at)}
    for name, value in (standing(at) | {"wakes_at": None}).items():
        setattr(case, name, value)
    case.save(update_fields=["status", "closed_how", "closed_at", "awaits_reply", "wakes_at"])
    address = _sender_of(case)
    if address:
        Sender.objects.get_or_create(address=address, defaults={"by": by, "at": at})
    tell(case, at, by, address, was)


def tell(case: Any, at: datetime, by: Agent | None, address: str, was: dict[str, Any]) -> None:
    """Writes the line about it."""
    record(
        "case.spam", at=at, about=case, subject=case, by=by, touch=INBOX, address=address, was=was,
        customer=case.customer_id, began=case.created_at.isoformat(),
    )  # fmt: skip


def _sender_of(case: Any) -> str:
    """The address to remember; none where the mail server found that somebody else wrote in its name."""
    known: Identity | None = case.identity
    if known is None or known.kind != "email":
        return ""
    forged = case.messages.filter(identity=known, sender_check=FAILED).exists()
    return "" if forged else known.address.lower()[:320]


def take_back(case: Any, at: datetime, by: Agent) -> Any:
    """Puts a case back as it stood before it was spam, and forgets its sender. Only `closing.spam` calls it."""
    with transaction.atomic():
        case = type(case).objects.select_for_update(of=("self",)).get(pk=case.pk)
        if case.closed_how != SPAM:
            raise Conflict("This case is not marked as spam.", code="not_spam")
        line = of_cases([case.pk]).filter(verb="case.spam").last()
        was: dict[str, Any] = line.get("was", {}) if line else {}
        case.status = {"checking": "open"}.get(was.get("status", ""), was.get("status", "open"))
        is_closed = case.status == "closed"
        case.closed_how = was.get("closed_how", "") if is_closed else ""
        case.closed_at = _moment(was.get("closed_at")) if is_closed else None
        case.wakes_at = _moment(was.get("wakes_at"))
        case.awaits_reply = bool(was.get("awaits_reply", True))
        case.save(update_fields=["status", "closed_how", "closed_at", "wakes_at", "awaits_reply"])
        address = line.get("address", "") if line else ""
        Sender.objects.filter(address=address).delete()
        record(
            "case.not_spam", at=at, about=case, subject=case, by=by, touch=INBOX, address=address,
            customer=case.customer_id, began=case.created_at.isoformat(),
        )  # fmt: skip
    return case


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None
