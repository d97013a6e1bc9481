"""Was this mail written by a program, and may a program answer it (RFC 3834)?"""

from __future__ import annotations

from dataclasses import dataclass

from goodword.channels.email.reading.mail import Kind
from goodword.channels.email.reading.mime import Part


@dataclass(frozen=True)
class Automatic:
    is_auto_reply: bool = False
    response_ok: bool = True
    kind: Kind = "ordinary"


def automatic_of(root: Part, subject: str, text: str, is_bounce: bool) -> Automatic:
    return Automatic()
