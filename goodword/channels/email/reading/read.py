"""Reading a mail: bytes in, one frozen value out. Never raises; each field is read for itself, so a fault loses one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from goodword.channels.email.reading import limits
from goodword.channels.email.reading.addresses import Mailbox, mailboxes
from goodword.channels.email.reading.automatic import Automatic, automatic_of
from goodword.channels.email.reading.body import Body, attachments_of, body_of
from goodword.channels.email.reading.bounces import Bounce, Envelope, bounce_of
from goodword.channels.email.reading.mail import ReadAttachment, ReadMail
from goodword.channels.email.reading.message_ids import message_ids
from goodword.channels.email.reading.mime import Part, parts_of
from goodword.channels.email.reading.replies import new_text
from goodword.channels.email.reading.words import decoded_words

Given = TypeVar("Given")
NOTHING: tuple[str, ...] = ()
NOBODY: list[Mailbox] = []
NO_FILES: tuple[list[ReadAttachment], bool] = ([], True)

LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post", "list-help", "precedence", "mailing-list")


class _Steps:
    """Runs each step under its own guard and remembers what went wrong."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def __call__(self, field: str, step: Callable[[], Given], otherwise: Given) -> Given:
        try:
            return step()
        except Exception as error:
            self.errors.append(f"{field}: {type(error).__name__}")
            return otherwise


def read(raw: bytes) -> ReadMail:
    """The mail in `raw`. Bounded by limits.py in time and memory; beyond them set aside with `error` in words."""
    if len(raw) > limits.MAIL_BYTES:
        return ReadMail(error=limits.TOO_LARGE, auto_response_ok=False)
    step = _Steps()
    root = step("structure", lambda: parts_of(raw), Part(raw, 0, len(raw), []))
    body = step("body", lambda: body_of(root), Body())
    charset = next((part.parameters["charset"] for part in root.walk() if "charset" in part.parameters), "")
    given: dict[str, Any] = _people(step, root, charset)
    given.update(_thread(step, root, charset))
    files, all_read = step("attachments", lambda: attachments_of(body.files, body.html), NO_FILES)
    if not all_read:
        step.errors.append(limits.TOO_LARGE)
    given.update(text_body=body.text, html=body.html, attachments=tuple(files))
    given["text_reply"] = step("text_reply", lambda: new_text(body.reply_source), body.text)
    envelope = Envelope(
        given["subject"], given["from_address"], given["from_name"], given["to"] + given["cc"], given["return_path"]
    )
    bounce = step("bounce", lambda: bounce_of(root, envelope, body.text), Bounce())
    given.update(_bounce_fields(bounce))
    automatic = step(
        "auto_reply", lambda: automatic_of(root, envelope, body.text, bounce), Automatic(response_ok=False)
    )
    given.update(is_auto_reply=automatic.is_auto_reply, auto_response_ok=automatic.response_ok, kind=automatic.kind)
    return ReadMail(error="; ".join(step.errors) or None, **given)


def _people(step: _Steps, root: Part, charset: str) -> dict[str, Any]:
    """Who wrote to whom."""

    def boxes(*names: str) -> list[Mailbox]:
        return [box for name in names for value in root.all_headers(name)[:20] for box in mailboxes(value, charset)]

    def addresses(field: str, *names: str) -> tuple[str, ...]:
        found = step(field, lambda: boxes(*names), NOBODY)
        return tuple(dict.fromkeys(box.address for box in found if box.address))[: limits.RECIPIENTS]

    senders = step("from", lambda: boxes("from"), NOBODY)
    senders = [box for box in senders if box.address] or senders or step("sender", lambda: boxes("sender"), NOBODY)
    sender = senders[0] if senders else Mailbox()
    return {
        "from_address": sender.address,
        "from_name": sender.name,
        "reply_to": addresses("reply_to", "reply-to"),
        "to": addresses("to", "to"),
        "cc": addresses("cc", "cc"),
        "delivered_to": addresses("delivered_to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to"),
    }


def _thread(step: _Steps, root: Part, charset: str) -> dict[str, Any]:
    """Subject, identifiers, date and the receiving server's own lines."""

    def first(name: str) -> bytes:
        return root.header(name) or b""

    answered = step("in_reply_to", lambda: message_ids(first("in-reply-to")), NOTHING)
    return {
        "subject": step("subject", lambda: decoded_words(first("subject"), charset), ""),
        "message_id": next(iter(step("message_id", lambda: message_ids(first("message-id")), NOTHING)), ""),
        "in_reply_to": answered[0] if answered else "",
        "references": step("references", lambda: message_ids(first("references")), NOTHING),
        "date": step("date", lambda: _date(first("date")), None),
        "return_path": step("return_path", lambda: _return_path(root), None),
        "authentication_results": tuple(
            value.decode("utf-8", "replace") for value in root.all_headers("authentication-results")[:20]
        ),
        "list_headers": tuple(
            (name, value.decode("utf-8", "replace")) for name, value in root.headers if name in LIST_HEADERS
        )[:50],
    }


def _date(value: bytes) -> datetime | None:
    """The Date field as an aware UTC time, or None when it is none (RFC 5322 section 3.3)."""
    if not value:
        return None
    try:
        date = parsedate_to_datetime(value[:200].decode("ascii", "replace"))
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _return_path(root: Part) -> str | None:
    """The envelope sender as the receiving server noted it; "" is the null path of RFC 5321 section 4.5.5."""
    value = root.header("return-path")
    if value is None:
        return None
    found = mailboxes(value)
    return found[0].address if found else ""


def _bounce_fields(bounce: Bounce) -> dict[str, Any]:
    return {
        "is_bounce": bounce.is_bounce,
        "bounced_recipients": bounce.recipients,
        "bounce_permanent": bounce.permanent,
        "bounce_reason": bounce.reason,
        "bounced_message_id": bounce.message_id,
    }
