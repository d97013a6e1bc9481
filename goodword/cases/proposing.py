"""Before anything is proposed: what it is about, what was asked, and the course that the customer agrees to."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases.models import Case, Category, Diagnosis, Feasibility, Resolution
from goodword.kit.errors import Conflict, Malformed
from goodword.kit.slugs import free_slug, slug_base
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent, Customer

LONGEST_ANSWER, LONGEST_REASON = 1000, 300
MOST_QUESTIONS = 12


def categorise(case: Case, category: Category | None, at: datetime, by: Agent | None) -> Case:
    """Says what a case is about; the questions of that category are then asked before proposing."""
    with transaction.atomic():
        case = _held(case)
        case.category = category
        case.save(update_fields=["category"])
        record("case.categorised", at=at, about=case, subject=case, by=by, category=str(category or ""))
    return case


def diagnose(case: Case, question: str, answer: str, at: datetime, by: Agent, *, skipped_why: str = "") -> Diagnosis:
    """Answers one question of the diagnosis, or skips it with a reason."""
    question, answer, why = (
        question.strip()[:200],
        answer.strip()[:LONGEST_ANSWER],
        skipped_why.strip()[:LONGEST_REASON],
    )
    if not question:
        raise Malformed("Which question?", field="question")
    if bool(answer) == bool(why):
        raise Malformed("Answer the question, or say why it is skipped.", field="answer")
    with transaction.atomic():
        row, _ = Diagnosis.objects.update_or_create(
            case=case, question=question, defaults={"answer": answer, "skipped_why": why, "by": by, "at": at}
        )
        record("case.diagnosed", at=at, about=case, subject=case, by=by, question=question, skipped=bool(why))
    return row


def propose(
    case: Case, issue: str, course: str, by_when: str, follows_up: Agent, at: datetime, by: Agent
) -> Resolution:
    """Records the proposed course. Raises Conflict until the wanted outcome is known and the questions are settled."""
    for words, field in ((issue, "issue"), (course, "course"), (by_when, "by_when")):
        if not words.strip():
            raise Malformed("Restate the issue, say what we will do and by when.", field=field)
    with transaction.atomic():
        case = _held(case)
        missing = what_is_missing(case)
        if missing:
            raise Conflict("Before proposing: " + " ".join(missing), code="not_ready", missing=missing)
        row = Resolution.objects.create(
            case=case, issue=issue.strip()[:1000], course=course.strip()[:2000], by_when=by_when.strip()[:200],
            follows_up=follows_up, proposed_by=by, proposed_at=at,
        )  # fmt: skip
        record("resolution.proposed", at=at, about=case, subject=row, by=by, words=row.course[:200])
    return row


def agree(resolution: Resolution, words: str, at: datetime, by: Agent | Customer) -> Resolution:
    """The customer agrees, in their words. Accepted is not yet delivered, and not yet confirmed solved."""
    if not words.strip():
        raise Malformed("Write what the customer said.", field="words")
    with transaction.atomic():
        row = _open(resolution)
        row.agreed_at, row.agreed_words = at, words.strip()[:500]
        row.save(update_fields=["agreed_at", "agreed_words"])
        record("resolution.agreed", at=at, about=row.case_id, subject=row, by=by, words=row.agreed_words[:200])
    return row


def decline(resolution: Resolution, words: str, at: datetime, by: Agent | Customer) -> Resolution:
    """The customer does not want this course; another one is proposed."""
    with transaction.atomic():
        row = _open(resolution)
        row.declined_at = at
        row.save(update_fields=["declined_at"])
        record("resolution.declined", at=at, about=row.case_id, subject=row, by=by, words=words.strip()[:200])
    return row


def what_is_missing(case: Case) -> list[str]:
    """Returns in words what must be known before a course is proposed; nothing when all is. Two queries."""
    missing = [] if case.wanted_outcome else ["Ask what outcome the customer wants."]
    settled = set(Diagnosis.objects.filter(case=case).values_list("question", flat=True))
    questions = case.category.questions if case.category else []
    return missing + [question for question in questions if question not in settled]


def set_category(
    name: str, questions: list[str], at: datetime, by: Agent, category: Category | None = None, *,
    active: bool = True, feasibility: str = Feasibility.FEASIBLE,
) -> Category:  # fmt: skip
    """Adds a category, or changes one with its questions. Admins only."""
    may_administer(by)
    name = " ".join(name.split())[:80]
    asked = [" ".join(question.split())[:200] for question in questions if question.strip()]
    if not name:
        raise Malformed("A category needs a name.", field="name")
    if len(asked) > MOST_QUESTIONS:
        raise Malformed(
            "A short diagnosis has at most %(most_questions)s questions.",
            values={"most_questions": MOST_QUESTIONS},
            field="questions",
        )
    with transaction.atomic():
        row = category or Category(slug=_slug(name))
        row.name, row.questions, row.is_active, row.feasibility = name, asked, active, Feasibility(feasibility)
        if category:
            row.save(update_fields=["name", "questions", "is_active", "feasibility"])
        else:
            row.save(force_insert=True)
        record("category.set", at=at, subject=row, by=by, name=name)
    return row


def _slug(words: str) -> str:
    base = slug_base(words, "category", 34)
    return free_slug(
        words, set(Category.objects.filter(slug__startswith=base).values_list("slug", flat=True)), "category", 34
    )


def _held(case: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).select_related("category").get(pk=case.pk)


def _open(resolution: Resolution) -> Resolution:
    row = Resolution.objects.select_for_update().get(pk=resolution.pk)
    if row.agreed_at or row.declined_at:
        raise Conflict("The customer has answered this proposal already.", code="answered")
    return row
