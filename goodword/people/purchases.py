"""Purchases from the shop's own system: a CSV file or the API. Taking the same file again changes nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.actions import meet
from goodword.people.models import Agent, Customer, IdentityKind, Purchase
from goodword.people.on_file import Bought, OnFile
from goodword.people.queries import is_email

COLUMNS = (
    "email", "name", "number", "product", "options", "amount", "currency", "bought_on", "delivered_on", "paid_on",
    "payment_due_on", "warranty_until", "state",
)  # fmt: skip
NEEDED = ("email", "number", "product", "bought_on")
MOST_ROWS = 200_000
MOST_TROUBLES = 50
SHOWN = 20


@dataclass
class Taken:
    """What became of a file: new lines, changed ones, those that were known, and the lines that could not be read."""

    new: int = 0
    changed: int = 0
    known: int = 0
    troubles: list[str] = field(default_factory=list)


def take_csv(text: str, at: datetime, by: Agent | None) -> Taken:
    """Takes a CSV file with a head line (COLUMNS, in any order). A line that cannot be read is told of, no more."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    lacking = [name for name in NEEDED if name not in (reader.fieldnames or [])]
    if lacking:
        raise Malformed("The file lacks the columns %(names)s.", values={"names": ", ".join(lacking)}, field="file")
    return take(_limited(reader), at, by)


def _limited(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise Malformed("At most %(most_rows)s lines at a time.", values={"most_rows": MOST_ROWS}, field="file")
        yield row


def take(rows: Iterable[Mapping[str, Any]], at: datetime, by: Agent | None) -> Taken:
    """Takes purchases, each in its own savepoint; one ledger line for all of them."""
    taken = Taken()
    with transaction.atomic():
        for number, row in enumerate(rows, 1):
            try:
                with transaction.atomic():
                    _take_one(row, at, taken)
            except Malformed as trouble:
                if len(taken.troubles) < MOST_TROUBLES:
                    taken.troubles.append(f"Line {number}: {trouble.words}")
        record("purchases.taken", at=at, by=by, new=taken.new, changed=taken.changed, known=taken.known)
    return taken


def _take_one(row: Mapping[str, Any], at: datetime, taken: Taken) -> None:
    email = str(row.get("email") or "").strip()
    if not is_email(email):
        raise Malformed("“%(email)s” is not an e-mail address.", values={"email": email[:60]}, field="email")
    number, product = (str(row.get(name) or "").strip() for name in ("number", "product"))
    if not number or not product:
        raise Malformed("A purchase needs a number and a product.", field="number")
    identity, _ = meet(IdentityKind.EMAIL, email, str(row.get("name") or "").strip(), at)
    facts: dict[str, Any] = {
        "customer_id": identity.customer_id, "options": _options(row.get("options")),
        "amount": _cents(row.get("amount")),
        "currency": (str(row.get("currency") or "EUR").strip().upper() or "EUR")[:3],
        "state": str(row.get("state") or "").strip()[:40],
    }  # fmt: skip
    for name in ("bought_on", "delivered_on", "paid_on", "payment_due_on", "warranty_until"):
        facts[name] = _day(row.get(name), name)
    if facts["bought_on"] is None:
        raise Malformed("When was it bought?", field="bought_on")
    found = Purchase.objects.select_for_update().filter(number=number[:60], product=product[:160]).first()
    if found is None:
        Purchase.objects.create(number=number[:60], product=product[:160], updated_at=at, **facts)
        taken.new += 1
    elif all(getattr(found, name) == value for name, value in facts.items()):
        taken.known += 1
    else:
        for name, value in facts.items():
            setattr(found, name, value)
        found.updated_at = at
        found.save(update_fields=[*facts, "updated_at"])
        taken.changed += 1


def _options(value: Any) -> dict[str, str]:
    """Options as JSON, or as "size: 42; colour: blue"."""
    pairs: list[Any]
    if isinstance(value, Mapping):
        pairs = list(value.items())
    else:
        text = str(value or "").strip()
        try:
            parsed = json.loads(text) if text.startswith("{") else None
        except ValueError:
            raise Malformed("The options are not valid JSON.", field="options") from None
        pairs = list(parsed.items()) if parsed else [part.split(":", 1) for part in text.split(";") if ":" in part]
    return {str(name).strip()[:40]: str(what).strip()[:80] for name, what in pairs[:20]}


def _cents(value: Any) -> int:
    text = str(value or "0").strip().replace(",", ".")
    try:
        cents = int((Decimal(text) * 100).to_integral_value())
    except (InvalidOperation, OverflowError, ValueError):
        raise Malformed("“%(text)s” is no amount.", values={"text": text[:20]}, field="amount") from None
    if not 0 <= cents <= 2_000_000_000:
        raise Malformed("“%(text)s” is no amount we can keep.", values={"text": text[:20]}, field="amount")
    return cents


def _day(value: Any, field_name: str) -> date | None:
    text = str(value or "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise Malformed(
            "“%(text)s” is no date; write 2026-03-31.", values={"text": text[:20]}, field=field_name
        ) from None


def of_customer(customer: Customer) -> list[Purchase]:
    """Returns what a customer has bought, the newest first. One query by the customer's index."""
    return list(Purchase.objects.filter(customer=customer).order_by("-bought_on", "-id")[:SHOWN])


def on_file(customer: Customer) -> OnFile:
    """Returns what need not be asked of a customer. Two queries."""
    ways = {identity.kind: identity.address for identity in customer.identities.all()}
    bought = tuple(
        Bought(row.number, row.product, row.options, row.bought_on, row.delivered_on) for row in of_customer(customer)
    )
    company = str(customer.company) if customer.company_id else ""
    return OnFile(customer.name, ways.get("email", ""), ways.get("phone", ""), company, bought)
