"""What reading a mail gives: one frozen value that needs no database, no clock and no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Kind = Literal["ordinary", "bounce", "delay", "delivery_report", "auto_reply", "read_receipt", "complaint"]


@dataclass(frozen=True)
class ReadAttachment:
    """A file of the mail. `inline` when the HTML shows it by its `content_id` (RFC 2392); `size` in bytes."""

    filename: str
    content_type: str
    size: int
    md5: str
    content: bytes = field(repr=False, default=b"")
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True)
class ReadMail:
    """A mail as the desk sees it. Always `accepted`; `error` says in words which field could not be read, if any.

    `text_reply` is the new text alone, `text_body` everything visible, quoted text included. `bounce_permanent` is
    True when the sending server gave up, False while it keeps trying, None when the mail is no bounce.
    """

    accepted: bool = True
    error: str | None = None
    kind: Kind = "ordinary"
    from_address: str = ""
    from_name: str = ""
    reply_to: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    delivered_to: tuple[str, ...] = ()
    subject: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    date: datetime | None = None
    text_reply: str = ""
    text_body: str = ""
    html: str = ""
    attachments: tuple[ReadAttachment, ...] = ()
    is_bounce: bool = False
    bounced_recipients: tuple[str, ...] = ()
    bounce_permanent: bool | None = None
    bounce_reason: str = ""
    bounced_message_id: str = ""
    is_auto_reply: bool = False
    auto_response_ok: bool = True
    return_path: str | None = None
    authentication_results: tuple[str, ...] = ()
    list_headers: tuple[tuple[str, str], ...] = ()
