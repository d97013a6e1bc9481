"""Numbers and places in addresses: a place is the moment and number of the last row seen, as one word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def place_of(at: datetime, pk: int) -> str:
    """Returns the word for a place."""
    return f"{(at - BEGINNING) // MICROSECOND}-{pk}"


def read_place(word: str) -> tuple[datetime, int] | None:
    """Returns the place of a word; None, the beginning of the list, for anything else."""
    at, _, pk = word.partition("-")
    if not (at.isdecimal() and pk.isdecimal() and len(at) < 17 and len(pk) < 19):
        return None
    return BEGINNING + MICROSECOND * int(at), int(pk)


def number(word: str) -> int:
    """Returns the number of a row as it was sent; 0, which no row has, for anything else."""
    return int(word) if word.isdecimal() and len(word) < 19 else 0
