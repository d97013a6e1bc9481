"""Writing policies: a new version each time, nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchVector
from django.db import transaction

from goodword.kit.errors import Malformed
from goodword.kit.slugs import free_slug, slug_base
from goodword.ledger.actions import record
from goodword.people.access import may_lead
from goodword.people.models import Agent
from goodword.policies.models import Policy, Version
from goodword.policies.queries import CONFIG

LONGEST_TITLE, LONGEST_BODY, LONGEST_PUBLIC = 160, 50_000, 20_000


@dataclass(frozen=True)
class Words:
    """What a version says. `public_part` is what a customer may be sent; empty: nothing."""

    title: str
    body: str
    public_part: str = ""
    what_changed: str = ""


def publish(words: Words, at: datetime, by: Agent | None, policy: Policy | None = None) -> Policy:
    """Writes a policy, or the next version of `policy`. Leads and admins only (None: the desk itself, when set up)."""
    if by is not None:
        may_lead(by)
    title, body = " ".join(words.title.split()), words.body.strip()
    for value, most, field in ((title, LONGEST_TITLE, "title"), (body, LONGEST_BODY, "body")):
        if not value or len(value) > most:
            raise Malformed(f"This needs 1 to {most} characters.", field=field)
    if len(words.public_part) > LONGEST_PUBLIC:
        raise Malformed(f"The part for customers has at most {LONGEST_PUBLIC} characters.", field="public_part")
    with transaction.atomic():
        row = (
            Policy.objects.select_for_update().get(pk=policy.pk) if policy else Policy.objects.create(slug=_slug(title))
        )
        last = row.versions.order_by("-number").values_list("number", flat=True).first() or 0
        version = Version.objects.create(
            policy=row, number=last + 1, title=title, body=body, public_part=words.public_part.strip(),
            what_changed=" ".join(words.what_changed.split())[:300], by=by, at=at,
        )  # fmt: skip
        row.current = version
        row.save(update_fields=["current"])
        _index(row, version)
        record("policy.published", at=at, subject=row, by=by, version=version.number, title=title)
    return row


def set_active(policy: Policy, *, active: bool, at: datetime, by: Agent) -> None:
    """Takes a policy out of force, or brings it back; its versions stay readable."""
    may_lead(by)
    with transaction.atomic():
        policy.is_active = active
        policy.save(update_fields=["is_active"])
        record("policy.in_force" if active else "policy.out_of_force", at=at, subject=policy, by=by)


def _index(policy: Policy, version: Version) -> None:
    words = Version.objects.filter(pk=version.pk).annotate(
        found=SearchVector("title", weight="A", config=CONFIG)
        + SearchVector("body", "public_part", weight="B", config=CONFIG)
    )
    Policy.objects.filter(pk=policy.pk).update(search=words.values("found"))


def _slug(words: str) -> str:
    base = slug_base(words, "policy", 70)
    return free_slug(
        words, set(Policy.objects.filter(slug__startswith=base).values_list("slug", flat=True)), "policy", 70
    )
