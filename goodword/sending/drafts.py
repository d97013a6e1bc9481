"""Replies that are being written, kept every few seconds. They are their writer's alone: no line of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from goodword.cases.inbound import InboundFile
from goodword.cases.models import Case
from goodword.cases.queries import root
from goodword.kit.errors import Conflict, Malformed
from goodword.people.models import Agent
from goodword.sending.models import KeptDraft

KEPT_FOR = timedelta(days=90)
MOST_LETTERS = 200_000
ELSEWHERE = "This draft was changed, sent or thrown away on another screen."

Form = Mapping[str, Sequence[str]]


def keep(case: Case, by: Agent, form: Form, files: Sequence[InboundFile], at: datetime, version: int = 0) -> int:
    """Keeps a draft, and returns its new version. `version` is the one that the writer's screen knows, 0 for none.

    Raises Conflict when another screen has saved or sent it meanwhile, Malformed when it is too long. One write.
    """
    if sum(len(name) + sum(map(len, values)) for name, values in form.items()) > MOST_LETTERS:
        raise Malformed("This draft is too long to be kept.", field="text")
    facts = {
        "form": {name: list(values) for name, values in form.items()}, "files": [asdict(file) for file in files],
        "saved_at": at, "wakes_at": at + KEPT_FOR,
    }  # fmt: skip
    home = root(case)
    if version:
        if not _mine(home, by, version).update(version=F("version") + 1, **facts):
            raise Conflict(ELSEWHERE, code="draft_changed")
        return version + 1
    try:
        with transaction.atomic():
            return KeptDraft.objects.create(agent=by, case=home, **facts).version
    except IntegrityError:
        raise Conflict(ELSEWHERE, code="draft_changed") from None


def forget(case: Case, by: Agent, version: int | None = None) -> None:
    """Forgets a writer's draft: it has gone out, or nothing is left of it.

    With a `version` only that one; raises Conflict when another screen has saved it anew.
    """
    home = root(case)
    if version is None:
        KeptDraft.objects.filter(agent=by, case=home).delete()
    elif version and not _mine(home, by, version).delete()[0] and KeptDraft.objects.filter(agent=by, case=home):
        raise Conflict(ELSEWHERE, code="draft_changed")


def _mine(home: Case, by: Agent, version: int) -> QuerySet[KeptDraft]:
    return KeptDraft.objects.filter(agent=by, case=home, version=version)
