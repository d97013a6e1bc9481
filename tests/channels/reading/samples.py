"""The mails of these tests: blocks of text in `data`, and small mails made on the spot."""

from __future__ import annotations

from pathlib import Path

from goodword.channels.email.reading import ReadMail, read

DATA = Path(__file__).parent / "data"


def blocks(name: str) -> dict[str, str]:
    """The blocks of a data file by their first line; blocks begin with "== "."""
    _, *parts = (DATA / name).read_text(encoding="utf-8").split("\n== ")
    found = {}
    for part in parts:
        title, _, text = part.partition("\n")
        assert title not in found, title
        found[title] = text.rstrip("\n") + "\n"
    return found


def letter(body: str | bytes, head: str = "", kind: str = "text/plain; charset=utf-8") -> ReadMail:
    """A read mail of Kim's with this body."""
    return read(raw_letter(body, head, kind))


def raw_letter(body: str | bytes, head: str = "", kind: str = "text/plain; charset=utf-8") -> bytes:
    """The same, unread."""
    head = f"From: Kim <kim@customer.example>\nTo: support@desk.example\nSubject: Strap\n{head}"
    return f"{head}Content-Type: {kind}\n\n".encode() + (body.encode() if isinstance(body, str) else body)


def multipart(*parts: str, kind: str = "mixed", head: str = "") -> bytes:
    """A mail of these parts, each with its own head."""
    inside = "".join(f"--B\n{part}\n" for part in parts)
    return raw_letter(f"{inside}--B--\n", head, kind=f'multipart/{kind}; boundary="B"')


def folded(text: str) -> str:
    """The text with white space made one, for comparing."""
    return " ".join(text.split())
