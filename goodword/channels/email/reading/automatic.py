"""Did a program write this mail, and may a program answer it (RFC 3834)? Headers first, then subjects.

Asked after bounces.py: a report about undelivered mail is no automatic reply. Linear in the header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goodword.channels.email.reading import automatic_words as words
from goodword.channels.email.reading.bounce_words import DAEMONS
from goodword.channels.email.reading.bounces import Bounce, Envelope
from goodword.channels.email.reading.mail import Kind
from goodword.channels.email.reading.mime import Part

_VALUES = [(name, re.compile(value, re.IGNORECASE)) for name, value in words.REPLY_VALUES]
_SUBJECT = re.compile(rf"[\s\[(【*]{{0,5}}(?:{'|'.join(words.SUBJECTS)})", re.IGNORECASE)
_TEXT = re.compile("|".join(words.TEXTS), re.IGNORECASE)
_NO_REPLY = re.compile(words.NO_REPLY, re.IGNORECASE)
_SUPPRESSED = re.compile(r"(?i)\b(?:all|oof|autoreply)\b")
_BULK = {"bulk", "list", "junk", "auto_reply", "auto-reply", "autoreply"}
_TO_MANY = ("list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list", "x-loop", "feedback-id")
TEXT_LOOKED_AT = 600


@dataclass(frozen=True)
class Automatic:
    """`response_ok`: a program may answer this mail; never for what a program or a list sent."""

    is_auto_reply: bool = False
    response_ok: bool = True
    kind: Kind = "ordinary"


def automatic_of(root: Part, envelope: Envelope, text: str, bounce: Bounce) -> Automatic:
    """Reads the top of the mail; `bounce` is what bounces.py found."""
    if bounce.kind is not None:
        return Automatic(is_auto_reply=bounce.kind == "delivery_report", response_ok=False, kind=bounce.kind)
    receipt = any(
        part.content_type in ("message/disposition-notification", "message/global-disposition-notification")
        for part in root.walk(into_messages=False)
    )
    if receipt or _is_reply(root, envelope, text):
        return Automatic(True, False, "read_receipt" if receipt else "auto_reply")
    return Automatic(False, _may_answer(root, envelope))


def _is_reply(root: Part, envelope: Envelope, text: str) -> bool:
    """By a field, by the subject, or by two weaker signs together."""
    submitted = _value(root, "auto-submitted").split(";")[0].strip()
    if submitted == "no":  # RFC 3834 section 5: a person wrote it
        return False
    if any(
        name in words.REPLY_FIELDS and value.strip().lower() not in (b"no", b"none") for name, value in root.headers
    ):
        return True
    if any(pattern.search(_value(root, name)) for name, pattern in _VALUES):
        return True
    suppressed = bool(_SUPPRESSED.search(_value(root, "x-auto-response-suppress")))
    if suppressed and root.header("x-ms-exchange-inbox-rules-loop") is not None:
        return True  # Exchange's out of office
    if _SUBJECT.match(envelope.subject[:300]):
        return True
    null_path = envelope.return_path == ""
    bulk = _value(root, "precedence").strip() in ("bulk", "junk") and not _is_list(root)
    told = bool(_TEXT.search(text[:TEXT_LOOKED_AT]))
    return (null_path and (bulk or told or suppressed)) or (told and bulk and suppressed)


def _may_answer(root: Part, envelope: Envelope) -> bool:
    """RFC 3834 section 2: not to lists, bulk mail, daemons, the null path, or where the sender asks for none."""
    local = envelope.from_address.partition("@")[0].lower()
    return not (
        "@" not in envelope.from_address
        or envelope.return_path == ""
        or _value(root, "precedence").strip() in _BULK
        or _value(root, "x-spam-flag").strip() == "yes"
        or _SUPPRESSED.search(_value(root, "x-auto-response-suppress"))
        or _is_list(root)
        or local in DAEMONS
        or _NO_REPLY.search(local)
    )


def _is_list(root: Part) -> bool:
    return any(name in _TO_MANY for name, _ in root.headers)


def _value(root: Part, name: str) -> str:
    """A field in lower case, cut; "" when there is none."""
    return (root.header(name) or b"")[:500].decode("utf-8", "replace").lower()
