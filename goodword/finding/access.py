"""Finding with permission: what fits, of what this person may see, ranked, and no more than is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import OperationalError, connection
from django.db.models import Q, QuerySet

from goodword.cases.models import Case, Message
from goodword.cases.queries import page
from goodword.finding import looking
from goodword.finding.language import Query, read
from goodword.finding.looking import Hit
from goodword.finding.models import View
from goodword.finding.queries import Asker, fitting
from goodword.finding.vocabulary import Lead, leads
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.people.access import desk_of
from goodword.people.models import Agent, Customer
from goodword.policies.access import policies_for
from goodword.policies.models import Policy
from goodword.promises.models import Promise

CASES, OTHERS, RANKED, MOST_VIEWS = 50, 10, 150, 60
WORTH = {"case": 3, "customer": 2, "message": 1, "promise": 1}
OF_CUSTOMERS = """
    SELECT found.id FROM unnest(%s::bigint[]) AS customer, LATERAL (
        SELECT id FROM cases_case WHERE customer_id = customer ORDER BY last_at DESC LIMIT %s
    ) AS found
"""


@dataclass
class Found:
    """What was asked and what fits, by kind, each the best first."""

    query: Query
    cases: list[Case] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Returns the beginnings of words to mark in what is shown."""
        meant = [word for lead in self.leads if lead.meant for word in lead.words]
        return [*self.query.words, *meant, *(word for phrase in self.query.phrases for word in phrase)]

    @property
    def meant(self) -> list[str]:
        """Returns the words that were looked for in place of a slip."""
        return [lead.words[0] for lead in self.leads if lead.meant]

    @property
    def has_any(self) -> bool:
        """Says whether anything fits."""
        return bool(self.cases or self.messages or self.customers or self.promises or self.policies)


def search_cases(agent: Agent, text: str, now: datetime, most: int = CASES) -> Found:
    """Returns the cases that fit, and that this agent may see: the one with that number, then the best. Bounded
    by what is shown: at most eight queries.
    """
    asker, found = Asker(desk_of(agent), now), Found(read(text))
    if found.query.has_words:
        found.leads = leads(found.query)
    hits = looking.look(found.query, found.leads, ("message", "case", "customer", "address"))
    found.cases = _cases(found.query, hits, asker, most)
    return found


def search(agent: Agent, text: str, now: datetime, most: int = OTHERS) -> Found:
    """Returns everything that fits, by kind: cases, messages, customers, promises, policies. At most twelve queries."""
    asker, found = Asker(desk_of(agent), now), Found(read(text))
    if found.query.has_words:
        found.leads = leads(found.query)
    hits = looking.look(found.query, found.leads, tuple(looking.TEXTS))
    found.cases = _cases(found.query, hits, asker, most)
    if found.query.has_words and not found.query.conditions:
        found.customers = _customers(hits, most)
        found.policies = policies_for(agent, " ".join(found.words))[:most]
    if found.query.has_words:
        found.messages = _messages(found.query, hits, asker, most)
        found.promises = _promises(found.query, hits, asker, most)
    return found


def _cases(query: Query, hits: Sequence[Hit], asker: Asker, most: int) -> list[Case]:
    rows = fitting(query, asker)
    if not (query.has_words or query.number):
        return list(rows[:most]) if query.conditions else []
    worth = _worth(query, hits)
    best = sorted(worth, key=lambda pk: (worth[pk], pk), reverse=True)
    found = list(rows.filter(pk__in=best if query.conditions else best[: most * 2 + 20])[:RANKED])
    found.sort(key=lambda case: (case.pk == query.number, worth[case.pk], case.last_at), reverse=True)
    return found[:most]


def _worth(query: Query, hits: Sequence[Hit]) -> dict[int, int]:
    """How well each case fits: words in its subject count most, then its customer's name, then what was said in it."""
    worth: dict[int, int] = {query.number: 9} if query.number else {}
    ways = {(hit.of, hit.kind) for hit in hits if hit.kind in ("message", "case", "promise")}
    ways |= {(case, "customer") for case in _of_customers(hits)}
    for case, kind in ways:
        worth[case] = worth.get(case, 0) + WORTH[kind]
    return worth


def _of_customers(hits: Sequence[Hit]) -> list[int]:
    customers = list({hit.of for hit in hits if hit.kind in ("customer", "address")})
    if not customers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(OF_CUSTOMERS, [customers, max(looking.MOST // len(customers), 3)])
        return [pk for (pk,) in cursor.fetchall()]


def _customers(hits: Sequence[Hit], most: int) -> list[Customer]:
    named = [hit.of for hit in hits if hit.kind in ("customer", "address")]
    return list(Customer.objects.filter(pk__in=named).prefetch_related("identities").order_by("-pk")[:most])


def _messages(query: Query, hits: Sequence[Hit], asker: Asker, most: int) -> list[Message]:
    """The newest messages, one of each case; with conditions, those of cases that meet them."""
    newest: dict[int, int] = {}
    for hit in hits:
        if hit.kind == "message":
            newest[hit.of] = max(newest.get(hit.of, 0), hit.row)
    chosen = sorted(newest.values(), reverse=True)[: most if not query.conditions else None]
    rows = Message.objects.filter(pk__in=chosen).select_related("case__customer", "author").order_by("-pk")
    return list(_in_fitting(rows, query, asker)[:most])


def _promises(query: Query, hits: Sequence[Hit], asker: Asker, most: int) -> list[Promise]:
    chosen = sorted((hit.row for hit in hits if hit.kind == "promise"), reverse=True)
    rows = Promise.objects.filter(pk__in=chosen[: most if not query.conditions else None])
    rows = rows.select_related("case__customer", "owner", "kind").order_by("-pk")
    return list(_in_fitting(rows, query, asker)[:most])


def _in_fitting(rows: QuerySet[Any], query: Query, asker: Asker) -> QuerySet[Any]:
    """Those of rows whose case meets the conditions."""
    if not query.conditions:
        return rows
    return rows.filter(case__in=fitting(query, asker).order_by().select_related(None))


def views_for(agent: Agent) -> list[View]:
    """Returns the saved views of this agent and of everybody, by name. One query."""
    rows = View.objects.filter(Q(author=desk_of(agent)) | Q(is_shared=True)).select_related("author")
    return list(rows.order_by("-is_shared", "name", "pk")[:MOST_VIEWS])


def view_for(agent: Agent, pk: int) -> View:
    """Returns a saved view of one's own or of everybody; raises NotFound otherwise."""
    found = View.objects.filter(Q(author=desk_of(agent)) | Q(is_shared=True), pk=pk).first()
    if found is None:
        raise NotFound("There is no such view.")
    return found


def page_of_view(
    agent: Agent, view: View, now: datetime, before: tuple[datetime, int] | None
) -> tuple[list[Case], bool]:
    """Returns one page of a saved view by keyset, and whether there are older cases. Three queries, each bounded."""
    rows = fitting(read(view.text), Asker(desk_of(agent), now))
    with _not_too_much():
        return page(rows, before)


def listed(agent: Agent, text: str, now: datetime, most: int) -> list[int]:
    """Returns the numbers of the cases that meet conditions, the newest first, at most so many. One query, bounded."""
    query = read(text)
    if query.faults or query.has_words or query.without or not query.conditions:
        raise Malformed("A list is made of conditions, such as is:open promise:late.", field="text")
    rows = fitting(query, Asker(desk_of(agent), now)).select_related(None)
    with _not_too_much():
        return list(rows.values_list("pk", flat=True)[:most])


@contextmanager
def _not_too_much() -> Iterator[None]:
    try:
        with looking.bounded():
            yield
    except OperationalError:
        raise Conflict("That looks through too many cases. Add is:alive, or a day.", code="too_much") from None
