"""Kinds of promises: what proves them, how early they are at risk, when the customer is asked. Settings of admins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import CheckRule, EvidenceType, Kind

LONGEST_LEAD = 60 * 8 * 60  # business minutes: sixty working days
OTHER = "other"  # what a kind falls back to once it is switched off


def set_kind(
    name: str, at: datetime, by: Agent, *, accepts: Sequence[str], lead_minutes: int, check_rule: str,
    kind: Kind | None = None,
) -> Kind:  # fmt: skip
    """Adds a kind, or changes `kind` to this; promises already made keep theirs, with the new rules from now on.

    Raises Malformed with the field. The customer's own word always proves, whatever is chosen.
    """
    name = name.strip()
    if not name or len(name) > 60:
        raise Malformed("A name has 1 to 60 characters.", field="name")
    if any(other != kind for other in Kind.objects.filter(name__iexact=name)):
        raise Conflict("Another kind has this name.", code="name_taken", field="name")
    if not set(accepts) <= set(EvidenceType.values):
        raise Malformed("There is no such proof.", field="accepts")
    if not 0 <= lead_minutes <= LONGEST_LEAD:
        raise Malformed("Choose a lead time of at most sixty working days.", field="lead_minutes")
    if check_rule not in CheckRule.values:
        raise Malformed("Choose when the customer is asked.", field="check_rule")
    proofs = [value for value in EvidenceType.values if value in {*accepts, EvidenceType.CUSTOMER_WORD}]
    with transaction.atomic():
        row = kind or Kind(slug=_new_slug(name), position=_last_position() + 10)
        row.name, row.accepts, row.lead_minutes, row.check_rule = name, proofs, lead_minutes, check_rule
        if kind is None:
            row.save(force_insert=True)
        else:
            row.save(update_fields=["name", "accepts", "lead_minutes", "check_rule"])
        record("kind.changed" if kind else "kind.added", at=at, subject=row, by=by, name=name, accepts=proofs)
    return row


def switch(kind: Kind, at: datetime, by: Agent, *, on: bool) -> Kind:
    """Offers a kind for new promises, or no longer; what was promised under it stays as it is."""
    if kind.slug == OTHER and not on:
        raise Conflict("“Other” always stays: a promise of no other kind must be possible.", code="other_stays")
    with transaction.atomic():
        kind.is_active = on
        kind.save(update_fields=["is_active"])
        record("kind.switched_on" if on else "kind.switched_off", at=at, subject=kind, by=by, name=kind.name)
    return kind


def move(kind: Kind, at: datetime, by: Agent, *, up: bool) -> None:
    """Moves a kind one place up or down in the order in which kinds are offered. Locks the kinds, which are few."""
    with transaction.atomic():
        rows = list(Kind.objects.select_for_update().order_by("position", "name", "pk"))
        here = next(place for place, row in enumerate(rows) if row.pk == kind.pk)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(rows):
            return
        rows[here], rows[there] = rows[there], rows[here]
        for place, row in enumerate(rows):
            row.position = place * 10
        Kind.objects.bulk_update(rows, ["position"])
        record("kind.moved", at=at, subject=kind, by=by, name=kind.name, up=up)


def _last_position() -> int:
    return Kind.objects.order_by("-position").values_list("position", flat=True).first() or 0


def _new_slug(name: str) -> str:
    """A slug that is free: the name, with a number where that is taken; names without letters of ours get "kind"."""
    stem = slugify(name)[:24] or "kind"
    taken = set(Kind.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{number}" for number in range(2, 1000))) if slug not in taken)
