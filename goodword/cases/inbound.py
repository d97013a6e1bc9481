"""What every channel turns its arrivals into: one frozen value, the same for mail, chat, forms and calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PASSED, FAILED = "passed", "failed"


@dataclass(frozen=True)
class InboundFile:
    """An attachment whose bytes are already in the file storage under `key`."""

    key: str
    filename: str
    content_type: str
    size: int
    content_id: str = ""
    is_inline: bool = False


@dataclass(frozen=True)
class Inbound:
    """A message from outside, translated. `token_case` comes from a signed reply address, already verified.

    `language` is the one it is written in, where that is clear. `is_thanks` means that the new words are nothing
    but thanks; `is_automatic` that no person wrote them. `sender_check` is what the receiving server found about the
    sender: PASSED, FAILED (then it is nobody's word) or empty, where nothing is known.
    """

    channel: str
    kind: str
    address: str
    name: str = ""
    subject: str = ""
    text: str = ""
    reply_text: str = ""
    html: str = ""
    inbox: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    token_case: int | None = None
    files: tuple[InboundFile, ...] = ()
    sent_at: datetime | None = None
    is_thanks: bool = False
    is_automatic: bool = False
    note: str = ""
    language: str = ""
    sender_check: str = ""
    sender_words: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Says whether the receiving server found that the sender is not who it says."""
        return self.sender_check == FAILED
