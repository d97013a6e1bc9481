"""Coaching: cases drawn by chance are read with a score sheet, each by two people who do not see each other's."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from goodword.insight.access import Scope, may_see_people, scope_of
from goodword.insight.fairness.agreement import Agreement, agreement
from goodword.insight.models import Question, RatedCase, Sheet
from goodword.insight.queries import members
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_administer, may_lead
from goodword.people.models import Agent

YES, NO, NOT_ASKED = "yes", "no", "na"
ANSWERS = {YES: "Yes", NO: "No", NOT_ASKED: "Does not apply"}
LATELY, MOST_CASES, MOST_SHEETS, MOST_QUESTIONS = timedelta(days=30), 500, 1000, 12
LOOKS_BACK = timedelta(days=365)


def questions() -> list[Question]:
    """Returns the sheet. One query."""
    return list(Question.objects.filter(is_active=True)[:MOST_QUESTIONS])


def set_questions(lines: Sequence[str], at: datetime, by: Agent) -> None:
    """Sets the sheet, one question a line; what is not asked any more keeps its answers. Admins only."""
    may_administer(by)
    asked = list(dict.fromkeys(" ".join(line.split())[:200] for line in lines if line.strip()))
    if len(asked) > MOST_QUESTIONS:
        raise Malformed(
            "At most %(most_questions)s questions: a sheet is read in a minute.",
            values={"most_questions": MOST_QUESTIONS},
            field="questions",
        )
    with transaction.atomic():
        Question.objects.update(is_active=False)
        for position, words in enumerate(asked):
            Question.objects.update_or_create(words=words, defaults={"position": position, "is_active": True})
        record("sheet.set", at=at, by=by, questions=len(asked))


def drawn(scope: Scope, now: datetime) -> RatedCase | None:
    """Returns the case to read next: one that waits for a second reader, else one by chance. Three queries.

    The same one until it is read, so that nobody draws again until they like it; never a case of one's own.
    """
    reader = may_see_people(scope).agent
    people = {one.pk for one in members(scope.teams)}
    rows = RatedCase.objects.filter(ended_at__gte=now - LATELY, ended_at__lte=now)
    rows = rows.exclude(agents__contains=[reader.pk]).exclude(sheets__by=reader).order_by("ended_at", "pk")
    known = [pk for pk, agents in rows.values_list("pk", "agents")[:MOST_CASES] if people & set(agents)]
    if not known:
        return None
    second = Sheet.objects.filter(rated__in=known).order_by("id").values_list("rated", flat=True).first()
    chosen = second or min(known, key=lambda pk: hashlib.sha256(f"{reader.pk}:{pk}".encode()).digest())
    return RatedCase.objects.select_related("case__customer").get(pk=chosen)


def read(case_id: int, answers: Mapping[int, str], words: str, at: datetime, by: Agent) -> Sheet:
    """Keeps a sheet of a case that one had no part in, once. Raises NotAllowed, Malformed, NotFound, Conflict."""
    teams = scope_of(may_lead(by)).teams
    asked = {question.pk for question in questions()}
    if not asked or set(answers) != asked or not set(answers.values()) <= set(ANSWERS):
        raise Malformed("Answer every question of the sheet.", field="answers")
    rated = RatedCase.objects.filter(pk=case_id, ended_at__isnull=False).first()
    people = {one.pk for one in members(teams)}
    if rated is None or by.pk in rated.agents or not people & set(rated.agents):
        raise NotFound("There is no such case to read.")
    given = {f"{pk}": answer for pk, answer in answers.items()}
    try:
        with transaction.atomic():
            sheet = Sheet.objects.create(rated=rated, by=by, at=at, answers=given, words=words.strip()[:1000])
            record("sheet.read", at=at, about=rated.pk, subject=sheet, by=by, touch=("insight",))
    except IntegrityError:
        raise Conflict("You have read this case already.", code="read_already") from None
    return sheet


def about(agent: Agent, now: datetime, most: int = 20) -> list[Sheet]:
    """Returns the sheets about one's own cases, newest first. One query."""
    rows = Sheet.objects.filter(at__gte=now - LOOKS_BACK, rated__agents__contains=[agent.pk])
    return list(rows.select_related("by", "rated__case").order_by("-at", "-id")[:most])


def agreements(scope: Scope, asked: Collection[Question], now: datetime) -> list[tuple[Question, Agreement]]:
    """Returns for each question how far two readers of the same case agree. Two queries."""
    people = {one.pk for one in members(may_see_people(scope).teams)}
    pairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
    before: dict[int, dict[str, str]] = {}
    rows = Sheet.objects.filter(at__gte=now - LOOKS_BACK).order_by("-at", "-id")
    for case_id, agents, answers in rows.values_list("rated", "rated__agents", "answers")[:MOST_SHEETS]:
        if not people & set(agents):
            continue
        other = before.pop(case_id, None)
        if other is None:
            before[case_id] = answers
            continue
        for question in asked:
            key = f"{question.pk}"
            if key in answers and key in other:
                pairs[question.pk].append((answers[key], other[key]))
    return [(question, agreement(pairs[question.pk])) for question in asked]
