"""Finding rows by a part of a word, in a way that PostgreSQL's trigram indexes answer."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField
from django.db.models.lookups import Contains

SHORTEST = 3  # letters: below that a trigram index has nothing to go by
TAKEN = 400  # rows looked at per way of finding, so that a common word costs no more than a rare one


@CharField.register_lookup
class HasPart(Contains):
    """`name__has_part="li"`: as `icontains`, but by ILIKE, which a trigram index on the bare column serves."""

    lookup_name = "has_part"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        """Compares without regard to capitals."""
        return f"ILIKE {rhs}"
