"""Files too large for a mail: a signed link to each, which expires and can be revoked. Tokens are never stored."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Attachment, Case
from goodword.kit import links
from goodword.kit.errors import NotFound
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.sending.models import FileLink

SALT = "goodword.sending.file"
LASTS = timedelta(days=30)


def link_for(file: Attachment, at: datetime) -> FileLink:
    """Returns the link to a file, and makes it the first time."""
    found, _ = FileLink.objects.get_or_create(file=file, defaults={"created_at": at, "expires_at": at + LASTS})
    return found


def token_of(link: FileLink) -> str:
    """Returns the token that goes into the address."""
    return links.token_of(link.pk, SALT)


def file_behind(token: str, at: datetime) -> Attachment:
    """Returns the file of a token and counts the use; raises NotFound when it was forged, expired or revoked."""
    pk = links.number_in(token, SALT)
    link = FileLink.objects.select_related("file").filter(pk=pk, revoked_at=None, expires_at__gt=at).first()
    if link is None:
        raise NotFound("This link is no longer valid.", code="link_gone")
    links.use(link, at)
    return link.file


def revoke_files(case: Case, at: datetime, by: Agent) -> int:
    """Makes the links to all files of a case invalid; returns how many there were."""
    with transaction.atomic():
        good = FileLink.objects.filter(file__message__case=case, revoked_at=None)
        revoked = good.update(revoked_at=at)
        if revoked:
            record("file_links.revoked", at=at, about=case, by=by, links=revoked)
    return revoked
