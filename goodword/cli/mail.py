"""`goodword mail`: reads mail from files, one JSON line each. Needs no database and starts without Django."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from goodword.channels.email.reading import ReadAttachment, ReadMail, read
from goodword.channels.email.reading.sources import MailFile, mails_in


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def mail() -> None:
    """Reads mail, or takes it into the desk."""


@mail.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def read_command(paths: tuple[str, ...]) -> None:
    """Reads mail and prints one JSON line per mail. Nothing is stored.

    PATH is a .eml file, an mbox, a Maildir, a folder of any of these, or - for a list of paths, one per line, on
    standard input.

    Example: goodword mail read inbox.mbox | jq .subject
    """
    unreadable = 0
    for file in mail_files(paths):
        if file.error:
            unreadable += 1
            click.echo(f"{file.path}: {file.error}", err=True)
        click.echo(json.dumps(as_line(file), ensure_ascii=False))
    sys.exit(1 if unreadable else 0)


def mail_files(paths: tuple[str, ...]) -> Iterator[MailFile]:
    """Every mail of every path; `-` stands for the list on standard input."""
    for path in paths:
        if path == "-":
            for line in sys.stdin:
                if line.strip():
                    yield from mails_in(Path(line.rstrip("\r\n")))
        else:
            yield from mails_in(Path(path))


def as_line(file: MailFile) -> dict[str, Any]:
    """The line of one mail: the fields of INTERFACES `mail read`, and the others that the reader knows."""
    if file.error:
        return {"file": file.name, "accepted": False, "error": file.error}
    return {"file": file.name, **read_fields(read(file.content))}


def read_fields(mail: ReadMail) -> dict[str, Any]:
    """A read mail as JSON values; attachments without their contents."""
    fields = {name: getattr(mail, name) for name in mail.__dataclass_fields__ if name not in ("html", "attachments")}
    fields["date"] = mail.date.isoformat() if mail.date else None
    fields["attachments"] = [_attachment(attachment) for attachment in mail.attachments]
    return {name: _clean(value) for name, value in fields.items()}


def _attachment(attachment: ReadAttachment) -> dict[str, Any]:
    shown = ("filename", "size", "md5", "content_type", "content_id", "inline")
    return {name: _clean(getattr(attachment, name)) for name in shown}


def _clean(value: Any) -> Any:
    """JSON has no lone surrogates."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, (tuple, list)):
        return [_clean(one) for one in value]
    return value
