"""Keys made from the desk's secret key, each for one purpose, and the hiding of mailbox passwords."""

from __future__ import annotations

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from goodword.kit.errors import Conflict


def key_for(purpose: str) -> bytes:
    """Returns 32 bytes that follow from the secret key and the purpose."""
    return hmac.digest(settings.SECRET_KEY.encode(), purpose.encode(), "sha256")


def hide(password: str) -> str:
    """Returns a password encrypted for the database; empty stays empty."""
    return _box().encrypt(password.encode()).decode() if password else ""


def reveal(hidden: str) -> str:
    """Returns the password; raises Conflict when the secret key has changed since it was hidden."""
    if not hidden:
        return ""
    try:
        return _box().decrypt(hidden.encode()).decode()
    except InvalidToken:
        raise Conflict(
            "The stored password cannot be read: the desk's secret key has changed. Enter the password again.",
            code="password_unreadable",
        ) from None


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(key_for("mailbox passwords")))
