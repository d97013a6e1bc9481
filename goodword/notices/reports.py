"""The monthly report goes to a team by the desk's own mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from goodword.channels.email.composing import Enclosure
from goodword.channels.email.outbound import queue_plain
from goodword.kit.errors import Conflict
from goodword.ledger.actions import record
from goodword.people.access import may_lead
from goodword.people.models import Agent

LETTER = """{says}

The whole month is enclosed. Your own figures, each with the cases behind it, are here:

{link}

{by}
"""


@dataclass(frozen=True)
class Monthly:
    """A report as it is mailed: its title, its first sentence, its month as in an address, and its PDF."""

    title: str
    says: str
    month: str
    pdf: bytes


def send(report: Monthly, people: Sequence[Agent], at: datetime, by: Agent) -> None:
    """Mails a report to its team, once a day: one letter to the lead who sends it, and to all others without names.

    Raises NotAllowed for whoever leads nobody, Conflict where there is nobody to write to.
    """
    may_lead(by)
    addresses = [one.email for one in people if one.is_active and one.email]
    if not addresses:
        raise Conflict("Nobody is in this team.", code="nobody_there")
    text = LETTER.format(says=report.says, link=f"{settings.BASE_URL}/insight/", by=by.name)
    enclosed = Enclosure(f"report-{report.month}.pdf", "application/pdf", report.pdf)
    with transaction.atomic():
        cause = f"report:{by.pk}:{report.month}:{at:%Y-%m-%d}"
        queue_plain(
            to=by.email, subject=report.title, cause=cause, at=at, text=text, also=addresses, enclosures=(enclosed,)
        )
        record("report.sent", at=at, by=by, title=report.title, people=len(addresses))
