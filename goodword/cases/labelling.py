"""Putting labels on cases: tags from the desk's list or new ones, and a priority."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from goodword.cases.labels import LONGEST_TAG, MOST_TAGS, Priority, Tag
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent

INBOX = ("inbox",)
MOST_KNOWN = 500
BETWEEN = re.compile(r"[\s:\",]+")


def tag_named(words: str) -> str:
    """Returns words as a tag is written: small letters, one word, joined by hyphens; empty when nothing is left."""
    return BETWEEN.sub("-", words.strip().lstrip("#").lower()).strip("-")[:LONGEST_TAG].strip("-")


def tag(case: Case, add: Iterable[str], remove: Collection[str], at: datetime, by: Agent) -> Case:
    """Puts tags on a case and takes others off; new ones become known, as long as the desk's list has room."""
    wanted = {name for name in map(tag_named, add) if name}
    with transaction.atomic():
        case = _held(case)
        before = set(case.tags)
        now = (before | wanted) - (set(remove) - wanted)
        if now == before:
            return case
        if len(now) > MOST_TAGS:
            raise Malformed("A case has at most %(most_tags)s tags.", values={"most_tags": MOST_TAGS}, field="tags")
        _learn(now - before)
        case.tags = sorted(now)
        case.save(update_fields=["tags"])
        added, removed = sorted(now - before), sorted(before - now)
        words = ", ".join([*(f"+ {name}" for name in added), *(f"− {name}" for name in removed)])
        record(
            "case.tagged", at=at, about=case, subject=case, by=by, touch=INBOX, words=words, added=added,
            removed=removed,
        )  # fmt: skip
    return case


def _learn(names: Collection[str]) -> None:
    """Adds what is new to the list of the desk. Two queries, three when something is new."""
    new = set(names) - set(Tag.objects.filter(name__in=names).values_list("name", flat=True))
    if not new:
        return
    if len(Tag.objects.values_list("pk")[: MOST_KNOWN + 1]) + len(new) > MOST_KNOWN:
        raise Conflict(
            "This desk has %(most_known)s tags already. Choose one of them.",
            values={"most_known": MOST_KNOWN},
            code="too_many_tags",
        )
    Tag.objects.bulk_create([Tag(name=name) for name in sorted(new)], ignore_conflicts=True)


def prioritise(case: Case, priority: str, at: datetime, by: Agent) -> Case:
    """Says how much a case presses. It sorts nothing and moves no promise."""
    if priority not in Priority.values:
        raise Malformed("Choose low, normal, high or urgent.", field="priority")
    with transaction.atomic():
        case = _held(case)
        if case.priority != priority:
            before, case.priority = case.priority, Priority(priority)
            case.save(update_fields=["priority"])
            record("case.prioritised", at=at, about=case, subject=case, by=by, touch=INBOX, before=before, now=priority)
    return case


def add_tag(name: str, at: datetime, by: Agent) -> Tag:
    """Adds a tag to the list, or takes one into use again. Admins only."""
    may_administer(by)
    known = tag_named(name)
    if not known:
        raise Malformed("A tag is a word.", field="name")
    with transaction.atomic():
        _learn([known])
        return use_tag(Tag.objects.select_for_update().get(name=known), at, by, in_use=True)


def use_tag(tag: Tag, at: datetime, by: Agent, *, in_use: bool) -> Tag:
    """Takes a tag into use, or out of it: cases keep it, and nobody is offered it any more. Admins only."""
    may_administer(by)
    with transaction.atomic():
        tag.is_active = in_use
        tag.save(update_fields=["is_active"])
        record("tag.set", at=at, subject=tag, by=by, name=tag.name, in_use=in_use)
    return tag


def _held(case: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
