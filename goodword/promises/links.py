"""The customer's link: signed, expiring, revocable; the token itself is stored nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction

from goodword.cases.models import Case
from goodword.kit.errors import NotFound
from goodword.ledger.actions import record
from goodword.people.models import Agent
from goodword.promises.models import Link

SALT = "goodword.promises.link"
LASTS = timedelta(days=180)


def link_for(case: Case, at: datetime) -> Link:
    """Returns a link of this case that is good for at least half of its time, or makes one."""
    good = Link.objects.filter(case=case, revoked_at=None, expires_at__gt=at + LASTS / 2).order_by("-id").first()
    return good or Link.objects.create(case=case, created_at=at, expires_at=at + LASTS)


def token_of(link: Link) -> str:
    """Returns the token that goes into the address of the page."""
    return signing.Signer(salt=SALT).sign(str(link.pk)).replace(":", ".")


def open_link(token: str, at: datetime) -> Link:
    """Returns the link of a token; raises NotFound when it was forged, has expired or was revoked."""
    try:
        pk = signing.Signer(salt=SALT).unsign(token.replace(".", ":", 1))
    except signing.BadSignature:
        raise NotFound("This link does not work.", code="bad_link") from None
    link = Link.objects.select_related("case", "case__customer").filter(pk=int(pk)).first()
    if link is None or link.revoked_at is not None or link.expires_at <= at:
        raise NotFound("This link is no longer valid.", code="link_gone")
    return link


def revoke(case: Case, at: datetime, by: Agent) -> int:
    """Makes every link of a case invalid; returns how many there were."""
    with transaction.atomic():
        revoked = Link.objects.filter(case=case, revoked_at=None).update(revoked_at=at)
        record("link.revoked", at=at, about=case, by=by, links=revoked)
    return revoked
