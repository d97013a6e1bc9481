"""Keys made from the desk's secret key, each for one purpose, and boxes that hide words from who reads the database."""

from __future__ import annotations

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from goodword.kit.errors import Conflict


def key_for(purpose: str) -> bytes:
    """Returns 32 bytes that follow from the secret key and the purpose."""
    return hmac.digest(settings.SECRET_KEY.encode(), purpose.encode(), "sha256")


def hide(words: str, purpose: str) -> str:
    """Returns words encrypted for the database; empty stays empty."""
    return _box(purpose).encrypt(words.encode()).decode() if words else ""


def reveal(hidden: str, purpose: str) -> str:
    """Returns the words; raises Conflict when the secret key has changed since they were hidden."""
    if not hidden:
        return ""
    try:
        return _box(purpose).decrypt(hidden.encode()).decode()
    except InvalidToken:
        raise Conflict(
            "What is stored cannot be read: the desk's secret key has changed. Enter it again.", code="unreadable"
        ) from None


def _box(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(key_for(purpose)))
