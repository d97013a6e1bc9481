"""Words as the end of an address."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.text import slugify


def free_slug(words: str, taken: Collection[str], otherwise: str, length: int = 70) -> str:
    """Returns an address for `words` that is not taken: "returns", else "returns-2" and so on."""
    base = slug_base(words, otherwise, length)
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 100_000))) if slug not in taken)


def slug_base(words: str, otherwise: str, length: int = 70) -> str:
    """Returns words as the beginning of an address; `otherwise` where no letter of them fits."""
    return slugify(words)[:length].strip("-") or otherwise
