"""The promise forms of a language other than English, as data; foreign.py says how they are read.

To add a language: copy german.py, fill it, give it words of time (times_de.py), and add it to LANGUAGES in foreign.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Rows = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Forms:
    """One language. Phrases in the notation of phrases.py; `boundary` and `writer` are expressions."""

    boundary: str  # where a sentence is cut; its group `word` is a subordinating word
    subordinate: frozenset[str]  # clauses that begin with these promise nothing
    waiting: frozenset[str]  # of these, those that make what they belong to wait
    future: tuple[str, ...]  # what is a promise by its form
    present: tuple[str, ...]  # what is one when it has a time, or is said to the reader
    reader: tuple[str, ...]
    never: tuple[str, ...]  # wishes, abilities, refusals, habits: no promise in this clause
    spared: tuple[str, ...]  # what we undertake not to do, in spite of `never`
    you_first: tuple[str, ...]  # at the beginning of a waiting clause: the reader has to act
    asking: tuple[str, ...]  # at the beginning of a clause: a request, before which nothing happens
    at_once: tuple[str, ...]  # done within the conversation
    writer: str  # the words by which the writer speaks of himself alone
    kinds: Rows
    sets: dict[str, str] = field(default_factory=dict)
