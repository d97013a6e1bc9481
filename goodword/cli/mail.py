"""`goodword mail`: reads mail from files, or takes it into the desk, one JSON line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from goodword.channels.email.reading import ReadAttachment, ReadMail, limits, read
from goodword.channels.email.reading.sources import MailFile, mails_in
from goodword.cli.words import in_words

LONGEST_ADDRESS = 320
SAYS_EVERY = 100


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


@mail.command("take")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--inbox", default="", metavar="ADDRESS", help="The mailbox it came to, where the mail does not say so.")
def take_command(paths: tuple[str, ...], inbox: str) -> None:
    """Takes mail into the desk, exactly as if it had just arrived, and prints one JSON line per mail.

    PATH is as for `mail read`. It may be repeated: a mail that is in the desk already is skipped ("seen"). Outcomes
    are started, continued, reopened, thanked, seen, own, bounce, delay, delivered, receipt, complaint, untied,
    unreadable, waiting (it is stored, and tried again by the worker).

    Example: goodword mail take ~/Maildir --inbox help@shop.example
    """
    if inbox and ("@" not in inbox or len(inbox) > LONGEST_ADDRESS):
        raise click.BadParameter("That is not an e-mail address.", param_hint="--inbox")
    failed = 0
    with in_words():
        from goodword.box.desk import desk

        with desk():
            taker = _taker(inbox)
            for number, file in enumerate(mail_files(paths), 1):
                line = taker(file)
                failed += "error" in line
                if "error" in line:
                    click.echo(f"{file.name}: {line['error']}", err=True)
                click.echo(json.dumps({name: _clean(value) for name, value in line.items()}, ensure_ascii=False))
                if number % SAYS_EVERY == 0 and sys.stderr.isatty():
                    click.echo(f"\r{number} mails", nl=False, err=True)
    sys.exit(1 if failed else 0)


def _taker(inbox: str) -> Callable[[MailFile], dict[str, Any]]:
    """What takes one mail; Django is set up by now."""
    from goodword.channels.email import queries
    from goodword.channels.email.receiving import Envelope
    from goodword.channels.email.taking import take
    from goodword.kit import clock

    ours = queries.ours().also(inbox) if inbox else queries.ours()

    def taken(file: MailFile) -> dict[str, Any]:
        if file.error:
            return {"file": file.name, "outcome": None, "case": None, "error": file.error}
        envelope = Envelope("file", f"file:{file.name}", inbox)
        try:
            got = take(_whole(file), envelope, ours, clock.now())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return {"file": file.name, "outcome": None, "case": None, "error": f"It could not be stored: {reason}."}
        return {"file": file.name, "outcome": got.outcome, "case": got.case, "message": got.message}

    return taken


def _whole(file: MailFile) -> bytes:
    """The bytes of a mail, also of one that is too large to be read: what is stored is never cut."""
    if len(file.content) > limits.MAIL_BYTES and file.name == str(file.path):
        return file.path.read_bytes()
    return file.content


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
