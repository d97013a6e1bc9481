"""Is this mail a bounce, of whom, and for good? By the standard first, then by the libraries, then by our tables."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass

from goodword.channels.email.reading import bounce_words, limits
from goodword.channels.email.reading.charsets import text_of
from goodword.channels.email.reading.delivery_status import Recipient, recipients_of
from goodword.channels.email.reading.detectors import detected
from goodword.channels.email.reading.mail import Kind
from goodword.channels.email.reading.message_ids import message_ids
from goodword.channels.email.reading.mime import Part
from goodword.channels.email.reading.notices import notice_of


@dataclass(frozen=True)
class Bounce:
    """`permanent`: True gave up, False keeps trying, None no bounce. `kind` is None for no report at all."""

    is_bounce: bool = False
    recipients: tuple[str, ...] = ()
    permanent: bool | None = None
    reason: str = ""
    message_id: str = ""
    kind: Kind | None = None


def bounce_of(raw: bytes, root: Part, text: str) -> Bounce:
    """Tries the kinds of report from the surest to the least sure. Each works on bounded text."""
    return Bounce()
