"""Pictures from elsewhere in a mail: fetched when somebody asks for them, kept for a week or two."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from threading import BoundedSemaphore

import structlog
from django.core import signing

from goodword.cases.access import message_for
from goodword.channels.email import pictures
from goodword.kit import files
from goodword.kit.errors import NotFound
from goodword.people.models import Agent

SHELF = "pictures"
AT_ONCE = BoundedSemaphore(12)  # slow servers elsewhere must not take up this one
LIMITS = pictures.LIMITS

log = structlog.get_logger()


def token_of(message_pk: int, url: str) -> str:
    """Returns the word under which the desk serves a picture of one message. Only the desk can make it."""
    return _signer(message_pk).sign_object(url, compress=True)


def picture_for(agent: Agent, message_pk: int, token: str, at: datetime) -> tuple[str, str]:
    """Returns the key and the type of a picture, fetched if need be; raises NotFound for what cannot be had."""
    message_for(agent, message_pk)
    try:
        url = str(_signer(message_pk).unsign_object(token))
    except (signing.BadSignature, ValueError):
        raise NotFound("There is no such picture.") from None
    name = hashlib.sha256(url.encode()).hexdigest()
    for shelf in (_shelf(at), _shelf(at - timedelta(weeks=1))):
        key = f"{shelf}/{name[:2]}/{name[2:]}"
        if kind := files.picture_of(key):
            return key, kind
    key = files.keep_for_a_while(_fetched(url), _shelf(at), name, outdated=_shelf(at - timedelta(weeks=2)))
    return key, files.picture_of(key)


def _fetched(url: str) -> bytes:
    if not AT_ONCE.acquire(timeout=LIMITS.seconds):
        raise NotFound("Too many pictures are being fetched.")
    try:
        return pictures.fetch(url, LIMITS).content
    except pictures.Refused as why:
        log.info("picture.refused", why=str(why))
        raise NotFound("This picture cannot be had.") from None
    finally:
        AT_ONCE.release()


def _shelf(at: datetime) -> str:
    year, week, _ = at.isocalendar()
    return f"{SHELF}/{year}-{week:02}"


def _signer(message_pk: int) -> signing.Signer:
    return signing.Signer(salt=f"picture of message {message_pk}")
