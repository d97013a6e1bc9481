"""Lines of a CSV file that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: object) -> str:
    """Returns a value as text; what a spreadsheet would take for a formula gets a quote before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(BEGINS_FORMULA) else text


def line(values: Sequence[object]) -> str:
    """Returns one line of a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerow([harmless(value) for value in values])
    return out.getvalue()
