"""Writing policies: a new version each time, nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import F

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
    """What a version says. `public_part` is what a customer may be sent; empty: nothing.

    What is None (whether it stands in the help centre, under which topic, in which language) stays as it was.
    """

    title: str
    body: str
    public_part: str = ""
    what_changed: str = ""
    in_help_centre: bool | None = None
    help_topic: str | None = None
    language: str | None = None


def publish(words: Words, at: datetime, by: Agent | None, policy: Policy | None = None) -> Policy:
    """Writes a policy, or the next version of `policy`. Leads and admins only (None: the desk itself, when set up)."""
    if by is not None:
        may_lead(by)
    title, body = " ".join(words.title.split()), words.body.strip()
    for value, most, field in ((title, LONGEST_TITLE, "title"), (body, LONGEST_BODY, "body")):
        if not value or len(value) > most:
            raise Malformed("This needs 1 to %(most)s characters.", values={"most": most}, field=field)
    if len(words.public_part) > LONGEST_PUBLIC:
        raise Malformed(
            "The part for customers has at most %(longest_public)s characters.",
            values={"longest_public": LONGEST_PUBLIC},
            field="public_part",
        )
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
        row.save(update_fields=["current", *_place(row, words)])
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
    public = Version.objects.filter(pk=version.pk).annotate(
        found=SearchVector("title", weight="A", config=CONFIG) + SearchVector("public_part", weight="B", config=CONFIG)
    )
    Policy.objects.filter(pk=policy.pk).update(
        search=words.values("found"), public_search=public.values("found") if version.public_part else None
    )


def _place(policy: Policy, words: Words) -> list[str]:
    """Where the article stands in the help centre; returns the fields that were said."""
    given = {
        "in_help_centre": words.in_help_centre,
        "help_topic": None if words.help_topic is None else " ".join(words.help_topic.split())[:60],
        "language": words.language,
    }
    said = {name: value for name, value in given.items() if value is not None}
    if said.get("in_help_centre") and not words.public_part.strip():
        raise Malformed("The help centre shows the part for customers; this has none.", field="public_part")
    for name, value in said.items():
        setattr(policy, name, value)
    return list(said)


def rate(policy: Policy, *, helped: bool, at: datetime) -> None:
    """A reader says whether an article helped; counted, and told once in the ledger."""
    name = "helped" if helped else "not_helped"
    with transaction.atomic():
        Policy.objects.filter(pk=policy.pk).update(**{name: F(name) + 1})
        record("article.rated", at=at, subject=policy, helped=helped)


def _slug(words: str) -> str:
    base = slug_base(words, "policy", 70)
    return free_slug(
        words, set(Policy.objects.filter(slug__startswith=base).values_list("slug", flat=True)), "policy", 70
    )
