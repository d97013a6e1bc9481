"""Looking words up in the texts of the desk: the newest that fit, at a cost that does not grow with the desk.

A word that stands in half of all messages is looked for among the newest thousands only; a rare one everywhere. How far
back is worked out from how often the word was seen; where that was not far enough, one goes on further back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError, connection, transaction

from goodword.finding.language import Query
from goodword.finding.vocabulary import Lead, quoted

SHIFTS = (10, 13, 16, 19)  # the windows of migration 0002, in bits of the row's number
MARKS = "abcd"
EXPECTED, PHRASED, ENOUGH, MOST, DENSEST = 150, 40, 60, 200, 50_000  # a phrase is compared text by text
LONGEST_MS = 400  # a last resort: what was found until then is shown
TEXTS = {
    "message": (
        "cases_message",
        "goodword_words(id, subject || ' ' || from_name || ' ' || from_address || ' ' || reply_text)",
        "case_id",
    ),
    "case": ("cases_case", "goodword_words(id, subject)", "id"),
    "promise": ("promises_promise", "goodword_words(id, words)", "case_id"),
    "customer": ("people_customer", "goodword_words(id, name)", "id"),
    "address": ("people_identity", "goodword_words(id, address)", "customer_id"),
}
NEWEST_FIRST = ("message", "case", "promise")
WHOLE = ("message", "promise")  # a subject or a name alone cannot say that a word does not stand there


@dataclass(frozen=True)
class Hit:
    """A row in whose text the words stand, and the case (or the customer) to which it belongs."""

    kind: str
    row: int
    of: int


def tsquery(query: Query, found: Sequence[Lead]) -> str:
    """Returns what was asked as PostgreSQL reads it; empty when no word was asked for."""
    parts = [lead.tsquery for lead in found]
    parts += ["(" + " <-> ".join(map(quoted, phrase)) + ")" for phrase in query.phrases]
    if not parts:
        return ""
    return " & ".join([*parts, *("!" + quoted(word) for word in query.without)])


def look(query: Query, found: Sequence[Lead], kinds: Sequence[str], most: int = MOST) -> list[Hit]:
    """Returns the newest rows of these kinds that fit, at most `most` of each. Two to five queries.

    Ends after less than half a second, whatever was asked, with what was found until then.
    """
    asked = tsquery(query, found)
    hits: dict[tuple[str, int], Hit] = {}
    if not asked:
        return []
    try:
        with bounded() as sizes:
            left = [kind for kind in kinds if kind in WHOLE or not query.without]
            for level in _levels(found, sizes["message"], PHRASED if query.phrases else EXPECTED):
                for hit in _look_once(asked, left, level, sizes, most):
                    hits[hit.kind, hit.row] = hit
                left = [
                    kind for kind in left if kind in NEWEST_FIRST and _count(hits.values(), kind) < min(ENOUGH, most)
                ]
                if level is None or not left:
                    break
    except OperationalError:  # it took too long
        pass
    return list(hits.values())


@contextmanager
def bounded() -> Iterator[dict[str, int]]:
    """A stretch in which no query takes long; gives the size of each kind, by its highest number. One query."""
    highest = ", ".join(f"(SELECT coalesce(max(id), 0) FROM {TEXTS[kind][0]})" for kind in TEXTS)  # noqa: S608
    within = connection.in_atomic_block  # whose other queries may take what they need
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT set_config('statement_timeout', '{LONGEST_MS}', true), "
            f"set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true), "
            f"{highest}"
        )
        yield dict(zip(TEXTS, cursor.fetchone()[3:], strict=True))
        if within:
            cursor.execute(
                "SELECT set_config('statement_timeout', '0', true), set_config('enable_seqscan', 'on', true)"
            )


def _levels(found: Sequence[Lead], messages: int, expected: int) -> list[int | None]:
    """How far back to look, step by step: levels of windows, None for everything."""
    rarest = min((lead.seen for lead in found if len(lead.typed) > 1), default=messages)  # letters are not counted
    share = rarest / max(messages, 1)
    everything: list[int | None] = [] if rarest > DENSEST else [None]
    steps: list[int | None] = [level for level, shift in enumerate(SHIFTS) if share * 2**shift >= expected]
    if rarest <= EXPECTED * 10:
        return [None]
    return [*steps[:2], *everything] or [len(SHIFTS) - 1]


def _look_once(asked: str, kinds: Sequence[str], level: int | None, sizes: dict[str, int], most: int) -> list[Hit]:
    parts: list[str] = []
    values: list[Any] = []
    for kind in kinds:
        table, words, of = TEXTS[kind]
        newest = "ORDER BY id DESC " if kind in NEWEST_FIRST else ""
        parts.append(f"(SELECT %s, id, {of} FROM {table} WHERE {words} @@ %s::tsquery {newest}LIMIT %s)")  # noqa: S608
        values += [kind, _in_window(asked, level, sizes[kind]), most]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return [Hit(*row) for row in cursor.fetchall()]


def _in_window(asked: str, level: int | None, size: int) -> str:
    """The question, asked of the two newest windows of this size only."""
    if level is None:
        return asked
    last = size >> SHIFTS[level]
    marks = " | ".join(f"' {MARKS[level]}{window}'" for window in (last, last - 1) if window >= 0)
    return f"({marks}) & {asked}"


def _count(hits: Iterable[Hit], kind: str) -> int:
    return sum(hit.kind == kind for hit in hits)
