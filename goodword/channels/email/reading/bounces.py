"""Is this mail a report about undelivered mail, about whom, and has the server given up?

From the surest to the least sure: the machine-readable part (RFC 3464), then the words of the report, where the
library's detectors are asked first and our own tables after them. Bounces are looked for before automatic replies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goodword.channels.email.reading.bounce_words import DAEMON_NAMES, DAEMONS
from goodword.channels.email.reading.delivery_status import Recipient, recipients_of
from goodword.channels.email.reading.detectors import detected
from goodword.channels.email.reading.mail import Kind
from goodword.channels.email.reading.mime import Part
from goodword.channels.email.reading.notice_recipients import recipients_in
from goodword.channels.email.reading.notices import Notice, is_answer, notice_in, subject_says
from goodword.channels.email.reading.returned import returned_by

STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
_DAEMON_NAME = re.compile(DAEMON_NAMES, re.IGNORECASE)
_REASON = re.compile(r"(?m)^.{0,200}(?:\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b).{0,300}$")


@dataclass(frozen=True)
class Envelope:
    """Who sent the mail to whom, as far as the reports are concerned; `return_path` is None when nobody noted it."""

    subject: str = ""
    from_address: str = ""
    from_name: str = ""
    to: tuple[str, ...] = ()
    return_path: str | None = None


@dataclass(frozen=True)
class Bounce:
    """`permanent`: True gave up, False keeps trying, None no bounce. `kind` is None for no report at all."""

    is_bounce: bool = False
    recipients: tuple[str, ...] = ()
    permanent: bool | None = None
    reason: str = ""
    message_id: str = ""
    kind: Kind | None = None


def bounce_of(root: Part, envelope: Envelope, text: str) -> Bounce:
    """The report in a mail. Every step works on bounded text; a mail without any sign of a report costs nothing."""
    parts = list(root.walk(into_messages=False))
    if any(part.content_type == "message/feedback-report" for part in parts):
        return Bounce(kind="complaint", message_id=returned_by(root, "").message_id)
    status = [recipient for part in parts if part.content_type in STATUS_TYPES for recipient in recipients_of(part)]
    named = root.header("x-failed-recipients") is not None
    if not (status or named or any(subject_says(envelope.subject)) or by_daemon(root, envelope)):
        return Bounce()
    notice = notice_in(text, envelope.subject)
    return _by_status(root, envelope, status, notice) or _by_words(root, envelope, notice) or Bounce()


def _by_status(root: Part, envelope: Envelope, status: list[Recipient], notice: Notice) -> Bounce | None:
    """What the delivery status notification says; failures count before delays, delays before deliveries."""
    failed = [recipient for recipient in status if recipient.failed]
    delayed = [recipient for recipient in status if recipient.delayed]
    if not failed and not delayed:
        if not any(recipient.done for recipient in status):
            return None
        return Bounce(kind="delivery_report", message_id=returned_by(root, notice.returned).message_id)
    meant = failed or delayed
    returned = returned_by(root, notice.returned)
    addresses = _once(recipient.address for recipient in meant if recipient.address)
    return Bounce(
        is_bounce=True,
        recipients=addresses or recipients_in(notice.text, envelope.to) or returned.to,
        permanent=bool(failed),
        reason=next((recipient.reason for recipient in meant if recipient.reason), _reason(notice.text)),
        message_id=returned.message_id,
        kind="bounce" if failed else "delay",
    )


def _by_words(root: Part, envelope: Envelope, notice: Notice) -> Bounce | None:
    """What the words say, when a mail server wrote them or everything else speaks for it."""
    failed_subject, delayed_subject = subject_says(envelope.subject)
    announced = failed_subject or delayed_subject
    said = notice.failed or notice.delayed
    by_server = by_daemon(root, envelope)
    sure = notice.sure or bool(notice.returned)
    if not (
        root.header("x-failed-recipients") is not None
        or (by_server and announced)
        or (by_server and said and sure)
        or (announced and said and sure and not is_answer(envelope.subject))
    ):
        return None
    keeps_trying = notice.delayed or (delayed_subject and not notice.given_up)
    returned = returned_by(root, notice.returned)
    return Bounce(
        is_bounce=True,
        recipients=_recipients(root, envelope, notice) or _wrapped(root) or returned.to,
        permanent=not keeps_trying,
        reason=_reason(notice.text),
        message_id=returned.message_id,
        kind="delay" if keeps_trying else "bounce",
    )


def _wrapped(root: Part) -> tuple[str, ...]:
    """Recipients of a report that a gateway wrapped into one of its own that names nobody (InterScan)."""
    for part in root.walk():
        if part.content_type in STATUS_TYPES and part.depth <= root.depth + 3:
            return _once(recipient.address for recipient in recipients_of(part) if recipient.address)
    return ()


def _recipients(root: Part, envelope: Envelope, notice: Notice) -> tuple[str, ...]:
    """Exim and Google name them in a header; else the library's detectors; else our own reading of the words."""
    headers = {"from": envelope.from_address or "mailer-daemon@localhost", "subject": envelope.subject}
    if failed := root.header("x-failed-recipients"):
        headers["x-failed-recipients"] = failed.decode("utf-8", "replace")
    own = {address.lower() for address in (*envelope.to, envelope.from_address)}
    temporary, permanent = detected(headers, notice.text)
    found = [address for address in (*permanent, *temporary) if address.lower() not in own]
    return _once(found) or recipients_in(notice.text, own)


def by_daemon(root: Part, envelope: Envelope) -> bool:
    """True when a mail server wrote it, by its name or address, or when it is a report by its type."""
    path = (envelope.return_path or "").partition("@")[0].lower()
    local = envelope.from_address.partition("@")[0].lower()
    return (
        path in DAEMONS
        or local in DAEMONS
        or not envelope.from_address
        or bool(_DAEMON_NAME.search(envelope.from_name[:100]))
        or root.content_type == "multipart/report"
    )


def _reason(text: str) -> str:
    match = _REASON.search(text)
    return " ".join(match.group().split()) if match else ""


def _once(addresses: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for address in addresses:
        kept.setdefault(address.lower(), address)
    return tuple(kept.values())
