"""Partners: third parties on whom an outcome depends, how they are reached, and the hours they keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from goodword.hours.models import Calendar
from goodword.kit.dates import LANGUAGES
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_lead
from goodword.people.models import Agent, Partner
from goodword.people.queries import is_email

LIMITS = {"name": 160, "email": 254, "phone": 40, "about": 500}


@dataclass(frozen=True)
class Details:
    """What is known of a partner; `language` is that of the mails to it ("": English), `calendar` None the default."""

    name: str
    email: str = ""
    phone: str = ""
    about: str = ""
    language: str = ""
    calendar: Calendar | None = None
    is_active: bool = True


def set_partner(details: Details, at: datetime, by: Agent, partner: Partner | None = None) -> Partner:
    """Adds a partner, or changes one to this. Leads only. One out of use is asked no more; its record stays."""
    may_lead(by)
    given = _checked(details)
    row = partner or Partner()
    for name, value in given.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            if partner is None:
                row.save(force_insert=True)
            else:
                row.save(update_fields=list(given))
            verb = "partner.changed" if partner else "partner.added"
            record(verb, at=at, subject=row, by=by, name=row.name, touch=(f"partner:{row.pk}",))
    except IntegrityError as clash:
        raise Conflict("Another partner has this name.", code="name_taken", field="name") from clash
    return row


def _checked(details: Details) -> dict[str, object]:
    given = {name: str(getattr(details, name)).strip() for name in LIMITS}
    for name, longest in LIMITS.items():
        if len(given[name]) > longest:
            raise Malformed("At most %(longest)s characters.", values={"longest": longest}, field=name)
    if not given["name"]:
        raise Malformed("A partner needs a name.", field="name")
    if given["email"] and not is_email(given["email"]):
        raise Malformed("That is not an e-mail address.", field="email")
    if details.language and details.language not in LANGUAGES:
        raise Malformed("Mails to partners are written in English, German, French or Spanish.", field="language")
    given["email"] = given["email"].lower()
    return given | {"language": details.language, "calendar": details.calendar, "is_active": details.is_active}
