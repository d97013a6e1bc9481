"""What we know of a customer, put right by people: the name, the company, the language and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import available_timezones

from django.db import transaction

from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent, Company, Customer

LIMITS = {"name": 160, "company": 160, "language": 12}


@dataclass(frozen=True)
class Known:
    """What is known of a customer; anything but the name may be unknown ("")."""

    name: str
    company: str = ""
    language: str = ""
    time_zone: str = ""


def correct(customer: Customer, known: Known, at: datetime, by: Agent) -> Customer:
    """Writes what is known of a customer; a company that nobody has named before is a new one."""
    said = {name: " ".join(str(getattr(known, name)).split()) for name in LIMITS}
    for name, longest in LIMITS.items():
        if len(said[name]) > longest:
            raise Malformed("At most %(longest)s characters.", values={"longest": longest}, field=name)
    if known.time_zone and known.time_zone not in available_timezones():
        raise Malformed("There is no such time zone.", field="time_zone")
    with transaction.atomic():
        company = Company.objects.get_or_create(name=said["company"])[0] if said["company"] else None
        customer.name, customer.company = said["name"], company
        customer.language, customer.time_zone = said["language"], known.time_zone
        customer.save(update_fields=["name", "company", "language", "time_zone"])
        record("customer.corrected", at=at, subject=customer, by=by, touch=(f"customer:{customer.pk}",))
    return customer
