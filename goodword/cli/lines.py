"""JSON lines in, JSON lines out: the frame of the commands that answer line by line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import click

Answer = Callable[[dict[str, Any]], dict[str, Any]]

LONGEST_LINE = 4_000_000


class Unusable(ValueError):
    """A line that cannot be answered; the text says why, in plain words."""


def answer_lines(lines: Iterable[bytes], answer: Answer) -> int:
    """Prints the answer to each line, in order, and returns the exit code: 1 when one could not be read, else 0.

    A line that cannot be read is answered by `error` (and its `id` and number), and said on standard error.
    """
    failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        known: dict[str, Any] = {}
        try:
            known = _object(line)
            out = {"id": known.get("id"), **answer(known)}
        except Unusable as why:
            failed += 1
            out = {"id": known.get("id"), "line": number, "error": str(why)}
            click.echo(f"line {number}: {why}", err=True)
        click.echo(json.dumps(out, ensure_ascii=False).encode("utf-8", "replace"))
    return 1 if failed else 0


def text_of(line: dict[str, Any], field: str, *, needed: bool = False) -> str:
    """A field that holds text; empty when it is absent or null."""
    value = line.get(field)
    if value is None:
        if needed:
            raise Unusable(f"{field}: is missing.")
        return ""
    if not isinstance(value, str):
        raise Unusable(f"{field}: must be text.")
    return value


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise Unusable(f"The line is longer than {LONGEST_LINE} bytes.")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unusable("The line is not JSON.") from None
    if not isinstance(value, dict):
        raise Unusable("The line is not a JSON object.")
    return value
