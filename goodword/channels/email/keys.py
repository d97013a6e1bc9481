"""The hiding of mailbox passwords, and keys of the desk for other purposes of mail."""

from __future__ import annotations

from goodword.kit import keys
from goodword.kit.errors import Conflict
from goodword.kit.keys import key_for

__all__ = ["hide", "key_for", "reveal"]
PURPOSE = "mailbox passwords"


def hide(password: str) -> str:
    """Returns a password encrypted for the database; empty stays empty."""
    return keys.hide(password, PURPOSE)


def reveal(hidden: str) -> str:
    """Returns the password; raises Conflict when the secret key has changed since it was hidden."""
    try:
        return keys.reveal(hidden, PURPOSE)
    except Conflict:
        raise Conflict(
            "The stored password cannot be read: the desk's secret key has changed. Enter the password again.",
            code="password_unreadable",
        ) from None
