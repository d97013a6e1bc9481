"""What a word leads to: itself, longer words that begin with it, and, if nobody ever wrote it, what was meant.

From how often a word was seen follows how far back one must look for it: that is what keeps a search quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from goodword.finding.language import Query
from goodword.finding.spelling import SHORTEST, slips

BEGINS, LONGER_WORDS, FEW, MEANT = 3, 12, 5000, 3
KNOWN = """
    SELECT 0 AS way, word, seen FROM finding_term WHERE word = ANY(%s)
    UNION ALL
    SELECT 1, found.word, found.seen FROM unnest(%s::text[]) AS start, LATERAL (
        SELECT word, seen FROM finding_term WHERE word LIKE start || '%%' ORDER BY seen DESC LIMIT 60
    ) AS found
"""
MEANT_BY = """
    SELECT 0 AS way, word, word, seen FROM finding_term WHERE word = ANY(%s)
    UNION ALL
    SELECT 1, typed, found.word, found.seen FROM unnest(%s::text[]) AS typed, LATERAL (
        SELECT word, seen FROM finding_term WHERE word %% typed AND abs(length(word) - length(typed)) < 3
        ORDER BY similarity(word, typed) DESC, seen DESC LIMIT 3
    ) AS found
"""


@dataclass
class Lead:
    """One word that was typed: the words it leads to, whether all words that begin so count, and about how many."""

    typed: str
    words: list[str] = field(default_factory=list)
    begins: bool = False
    seen: int = 0
    meant: bool = False

    @property
    def tsquery(self) -> str:
        """Returns what PostgreSQL looks for."""
        itself = quoted(self.typed) + (":*" if self.begins else "")
        return "(" + " | ".join([itself, *(quoted(word) for word in self.words if word != self.typed)]) + ")"


def quoted(word: str) -> str:
    """Returns a word as it stands in a tsquery; it consists of letters and digits alone, so nothing needs escaping."""
    return f"'{word}'"


def leads(query: Query) -> list[Lead]:
    """Returns what each word of a query leads to. One query; one more when somebody made a slip.

    The words of phrases lead to themselves alone.
    """
    typed = list(dict.fromkeys(query.words))
    exact = list(dict.fromkeys(word for phrase in query.phrases for word in phrase))
    spoken = [word for word in typed if not word[0].isdigit()]
    known = _rows(KNOWN, [typed + exact, [word for word in spoken if len(word) >= BEGINS]]) if spoken + exact else []
    found = [_lead(word, known) for word in typed]
    unknown = [lead for lead in found if not lead.seen and len(lead.typed) >= SHORTEST and lead.typed in spoken]
    if unknown:
        _guess(unknown)
    return found + [Lead(word, seen=dict(_seen(known)).get(word, 0)) for word in exact]


def _seen(known: list[tuple[int, str, int]]) -> list[tuple[str, int]]:
    return [(word, seen) for way, word, seen in known if way == 0]


def _lead(word: str, known: list[tuple[int, str, int]]) -> Lead:
    if word[0].isdigit():
        return Lead(word, begins=len(word) > BEGINS)
    itself = sum(seen for way, other, seen in known if way == 0 and other == word)
    longer = sorted(((seen, other) for way, other, seen in known if way == 1 and other.startswith(word)), reverse=True)
    total = sum(seen for seen, _ in longer)
    if len(word) >= BEGINS and len(longer) < 60 and total < FEW:
        return Lead(word, begins=True, seen=total)
    return Lead(word, [other for _, other in longer[:LONGER_WORDS]], seen=max(total, itself))


def _guess(unknown: list[Lead]) -> None:
    """Finds what was meant: letters turned round or one too many first, else words that are alike. One query."""
    turned = {slip: lead.typed for lead in unknown for slip in slips(lead.typed)}
    slipped: dict[str, list[tuple[str, int]]] = {}
    alike: dict[str, list[tuple[str, int]]] = {}
    for way, typed, word, seen in _rows(MEANT_BY, [list(turned), [lead.typed for lead in unknown]]):
        if way == 0:
            slipped.setdefault(turned[word], []).append((word, seen))
        else:
            alike.setdefault(typed, []).append((word, seen))
    for lead in unknown:
        likely = sorted(slipped.get(lead.typed) or alike.get(lead.typed) or [], key=lambda one: -one[1])[:MEANT]
        lead.words, lead.seen, lead.meant = [word for word, _ in likely], sum(seen for _, seen in likely), bool(likely)


def _rows(statement: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
