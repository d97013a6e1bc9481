"""`goodword closing`: sorts customers' answers to a check, one JSON line each. Needs no database, no Django."""

from __future__ import annotations

import sys
from typing import Any

import click

from goodword.cli.lines import answer_lines, text_of
from goodword.closing.answers import sort_answer


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def closing() -> None:
    """The end of a case."""


@closing.command("sort")
def sort_command() -> None:
    """Reads customers' answers to a check as JSON lines from standard input, and sorts each.

    In: id, text, and if known lang, channel, question. Out: id, answer: done, more, new or unsure.
    A line that cannot be read gives a line with `error` and exit code 1; the others are answered all the same.

    Example: echo '{"id": 1, "lang": "en", "text": "Nothing more, thanks!"}' | goodword closing sort
    """
    sys.exit(answer_lines(sys.stdin.buffer, answer))


def answer(line: dict[str, Any]) -> dict[str, Any]:
    """The answer to one line; raises Unusable for one that cannot be read."""
    text = text_of(line, "text", needed=True)
    return {"answer": sort_answer(text, language=text_of(line, "lang"), question=text_of(line, "question"))}
