"""No pattern of the reader backtracks: lines made of one repeated piece cost no more than others."""

from __future__ import annotations

import time

import pytest

from goodword.channels.email.reading import read

PIECES = (
    "a",
    " ",
    "-",
    "=",
    ">",
    "<",
    '"',
    "'",
    "(",
    ")",
    "[",
    "@",
    "a@",
    ".",
    "a.",
    "a ",
    " a",
    "1",
    "1 ",
    "1:",
    "1/",
    "*",
    "_",
    "# ",
    "a:",
    "&",
    "&#",
    "<a",
    "<a ",
    '<a b="',
    "</",
    "<!",
    "--",
    "- -",
    "\t",
    ";a=",
    "\\",
    "ä",
    "年",
    "“",
    ", a@b,",
    "on 1 ",
    "am 1. ",
    "le 1 ",
    "wrote ",
    "wrote: ",
    "On 1/1/25 10:30, ",
    "schrieb ",
    "sent from ",
    "from: ",
    "recipient ",
    "to ",
    "message mail ",
    "mail not ",
    "will be ",
    "delivery to ",
    "user address ",
    "550 ",
    "5.1.",
    "http://a.",
    "www.",
    "=?utf-8?q?",
    "auto ",
    "re: ",
    "begin 644 ",
    "<blockquote>",
    "<span class=",
    "\u200b",
    "\xa0",
)
LINE, LINES, SECONDS = 590, 100, 1.0


def line_of(piece: str) -> str:
    return (piece * (LINE // len(piece) + 1))[:LINE]


@pytest.mark.parametrize("piece", PIECES)
def test_a_repeated_piece_costs_no_more_than_other_text(piece: str) -> None:
    line = line_of(piece)
    text = "\n".join([f"{line}\x01", line] * LINES)
    before = time.process_time()
    for head in (
        f"From: {line}\nSubject: {line}\nTo: {line}\nReferences: {line}\nDate: {line}",
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered mail",
        "From: kim@customer.example\nContent-Type: text/html",
        f"Content-Type: text/plain; name={line}\nContent-Disposition: attachment; filename={line}",
    ):
        read(f"{head}\n\n{text}".encode("utf-8", "surrogatepass"))
    assert time.process_time() - before < SECONDS
