"""Reads the histories of what was touched and codes them; a few queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.hours.queries import working_time
from goodword.insight import coding
from goodword.insight.coding import Coded
from goodword.insight.line import Line
from goodword.insight.measure import ASK, CASE, MAIL, PROMISE, RATING
from goodword.insight.tables import Fact
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.remedies.models import Remedy

Key = tuple[str, int]
NEW, RETURNING, COMPANY = "new", "returning", "company"
A_DAY = timedelta(days=1)

FAMILIES = """
    WITH RECURSIVE up(id, top, next) AS (
        SELECT id, id, merged_into_id FROM cases_case WHERE id = ANY(%s)
        UNION SELECT up.id, c.id, c.merged_into_id FROM up JOIN cases_case c ON c.id = up.next
    ), down(top, id) AS (
        SELECT DISTINCT top, top FROM up WHERE next IS NULL
        UNION SELECT down.top, c.id FROM down JOIN cases_case c ON c.merged_into_id = down.id
    )
    SELECT id, top FROM down
"""
STARTS = """
    SELECT c.customer_id, c.id, c.created_at FROM cases_case c
    WHERE c.customer_id = ANY(%s) AND c.closed_how <> 'spam' AND EXISTS (
        SELECT FROM ledger_entry e WHERE e.case_id = c.id AND e.verb = 'case.started' AND e.by_type = 'customer')
"""


@dataclass
class Touched:
    """What new lines of the ledger are about, by kind of fact."""

    promises: set[int] = field(default_factory=set)
    cases: set[int] = field(default_factory=set)
    mails: set[int] = field(default_factory=set)
    asks: set[int] = field(default_factory=set)
    ratings: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Around:
    """What surrounds a fact when it is first counted."""

    customer: int
    team: int
    channel: str
    segment: str


def families(cases: Collection[int]) -> dict[int, int]:
    """Returns the families of these cases: each member with the case into which it was merged in the end."""
    return dict(_rows(FAMILIES, list(cases))) if cases else {}


class Book:
    """The ledger of some cases, and who belongs to whom."""

    def __init__(self, cases: Collection[int]) -> None:
        self.top = families(cases)
        self.lines: dict[int, list[Line]] = defaultdict(list)
        for line in lines_of(Entry.objects.filter(case_id__in=list(self.top))):
            self.lines[self.top[line.case or 0]].append(line)

    def of(self, case: int) -> list[Line]:
        """Returns the lines of the whole family of a case."""
        return self.lines.get(self.top.get(case, case), [])


def lines_of(rows: QuerySet[Entry]) -> list[Line]:
    """Returns these rows of the ledger as lines, in order."""
    values = rows.order_by("id").values_list("verb", "at", "case_id", "subject_id", "by_type", "by_id", "data")
    return [Line(*row) for row in values]


def code(touched: Touched, now: datetime) -> dict[Key, Coded | None]:
    """Codes what was touched anew, each from its whole history; None where there is nothing to count."""
    found: dict[Key, Coded | None] = {}
    promises = _by_subject("promise", touched.promises)
    found |= {(PROMISE, pk): coding.code_promise(promises.get(pk, [])) for pk in touched.promises}
    asks = _by_subject("ask", touched.asks)
    found |= {(ASK, pk): coding.code_ask(asks.get(pk, [])) for pk in touched.asks}
    lost = dict(Entry.objects.filter(subject_type="message", subject_id__in=touched.mails, verb__in=coding.LOST)
                .values_list("subject_id", "case_id"))  # fmt: skip
    book = Book({*touched.cases, *touched.ratings, *(case for case in lost.values() if case)})
    found |= {(MAIL, pk): coding.code_mail(pk, book.of(case or 0), now) for pk, case in lost.items() if pk}
    found |= _code_cases(touched.cases, book, now)
    found |= _code_ratings(touched.ratings, book)
    return found


def _code_cases(cases: Collection[int], book: Book, now: datetime) -> dict[Key, Coded | None]:
    """Cases by their family: one that was merged away is none of its own."""
    tops, hours = {book.top.get(pk, pk) for pk in cases}, working_time()
    found: dict[Key, Coded | None] = {(CASE, pk): None for pk in cases}
    customers = dict(Case.objects.filter(pk__in=tops).values_list("pk", "customer_id"))
    starts: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
    for customer, pk, at in _rows(STARTS, list(set(customers.values()))) if customers else []:
        starts[customer].append((pk, at))
    for top in tops:
        others = [at for pk, at in starts[customers.get(top, 0)] if book.top.get(pk, pk) != top]
        found[CASE, top] = coding.code_case(book.of(top), others, hours, now)
    return found


def _code_ratings(cases: Collection[int], book: Book) -> dict[Key, Coded | None]:
    tops = {book.top.get(pk, pk) for pk in cases}
    members = [pk for pk, top in book.top.items() if top in tops]
    broken = set(Promise.objects.filter(case_id__in=members, verdict="broken").values_list("case_id", flat=True))
    bad = {book.top[case] for case in broken}
    found: dict[Key, Coded | None] = {(RATING, pk): None for pk in cases}
    for top in tops:
        found[RATING, top] = coding.code_rating(book.of(top), has_broken=top in bad)
    return found


def _by_subject(kind: str, pks: Collection[int]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines_of(Entry.objects.filter(subject_type=kind, subject_id__in=pks)) if pks else []:
        found[line.subject or 0].append(line)
    return found


def _rows(statement: str, numbers: list[int]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [numbers])
        found: list[Any] = cursor.fetchall()
    return found


def around(coded: dict[Key, Coded]) -> dict[Key, Around]:
    """Returns what surrounds each of these facts today. Three queries."""
    facts = coded.values()
    teams = dict(Agent.objects.filter(pk__in={one.holder for one in facts}).values_list("pk", "team_id"))
    origins = {one.origin or one.case for one in facts}
    started = Entry.objects.filter(case_id__in=origins, verb="case.started").values_list("case_id", "data")
    channels = {case: str(data.get("channel", "")) for case, data in started}
    rows = Case.objects.filter(pk__in=origins).values_list(
        "pk", "customer_id", "created_at", "customer__created_at", "customer__company_id"
    )
    people = {pk: (customer, _segment(began, known, company)) for pk, customer, began, known, company in rows}
    found = {}
    for key, one in coded.items():
        customer, segment = people.get(one.origin or one.case, (0, NEW))
        channel = channels.get(one.origin or one.case, "") or "email"
        found[key] = Around(customer, teams.get(one.holder) or 0 if one.holder else 0, channel, segment)
    return found


def _segment(began: datetime, known: datetime, company: int | None) -> str:
    """A customer with a company, one whom we have known for more than a day when the case began, or a new one."""
    return COMPANY if company else RETURNING if began - known > A_DAY else NEW


def partners_of(coded: Iterable[Coded]) -> dict[int, int]:
    """Returns the partner of each ask that these facts wait for. One query."""
    asks = {one.ask for one in coded if one.ask}
    rows = Ask.objects.filter(pk__in=asks, to_partner__isnull=False)
    return dict(rows.values_list("pk", "to_partner_id")) if asks else {}


def kinds_of(promises: Collection[int]) -> dict[int, int]:
    """Returns the kind of each promise. One query."""
    return dict(Promise.objects.filter(pk__in=promises).values_list("pk", "kind_id")) if promises else {}


def policies_of(keys: Collection[Key]) -> dict[Key, int]:
    """Returns the policy under which each of these promises was given, or approval asked for. Two queries."""
    found: dict[Key, int] = {}
    for what, link in ((PROMISE, "promise_id"), (ASK, "ask_id")):
        numbers = [subject for kind, subject in keys if kind == what]
        rows = Remedy.objects.filter(policy__isnull=False, **{f"{link}__in": numbers}) if numbers else None
        if rows is not None:
            found |= {(what, number): policy for number, policy in rows.values_list(link, "policy__policy_id")}
    return found


def beside(facts: Iterable[Fact]) -> list[Fact]:
    """Returns all counted promises of the matters to which these facts belong. One query."""
    cases = {fact.case for fact in facts if fact.what == PROMISE}
    return list(Fact.objects.filter(what=PROMISE, case__in=cases)) if cases else []


def known_facts(keys: Collection[Key]) -> dict[Key, Fact]:
    """Returns what was counted of these before, locked. One query per kind of fact."""
    by_what: dict[str, list[int]] = defaultdict(list)
    for what, subject in keys:
        by_what[what].append(subject)
    found = {}
    for what, subjects in by_what.items():
        for fact in Fact.objects.filter(what=what, subject__in=subjects):
            found[what, fact.subject] = fact
    return found
