"""Secrets that the database keeps: encrypted under a key that follows from the desk's secret key and a purpose."""

from __future__ import annotations

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from goodword.kit.errors import Conflict


def hide(secret: str, purpose: str) -> str:
    """Returns a secret encrypted for the database."""
    return _box(purpose).encrypt(secret.encode()).decode()


def reveal(hidden: str, purpose: str) -> str:
    """Returns the secret; raises Conflict when the desk's secret key has changed since it was hidden."""
    try:
        return _box(purpose).decrypt(hidden.encode()).decode()
    except InvalidToken:
        raise Conflict(
            "This secret cannot be read: the desk's secret key has changed. Make a new one.", code="secret_unreadable"
        ) from None


def _box(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hmac.digest(settings.SECRET_KEY.encode(), purpose.encode(), "sha256")))
