"""The customer's link: signed, expiring, revocable; the token itself is stored nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Case
from goodword.kit import links
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


def current(case: Case, at: datetime) -> Link | None:
    """Returns the newest link of a case that still works, or None; makes none."""
    return Link.objects.filter(case=case, revoked_at=None, expires_at__gt=at).order_by("-id").first()


def token_of(link: Link) -> str:
    """Returns the token that goes into the address of the page."""
    return links.token_of(link.pk, SALT)


def open_link(token: str, at: datetime) -> Link:
    """Returns the link of a token; raises NotFound when it was forged, has expired or was revoked."""
    pk = links.number_in(token, SALT)
    link = Link.objects.select_related("case", "case__customer").filter(pk=pk).first()
    if link is None or link.revoked_at is not None or link.expires_at <= at:
        raise NotFound("This link is no longer valid.", code="link_gone")
    return link


def held(link: Link, at: datetime) -> Link:
    """Returns the link locked until the end of the transaction: two clicks on one page wait for each other."""
    locked = Link.objects.select_for_update().get(pk=link.pk)
    if locked.revoked_at is not None or locked.expires_at <= at:
        raise NotFound("This link is no longer valid.", code="link_gone")
    return locked


def revoke(case: Case, at: datetime, by: Agent) -> int:
    """Makes every link of a case invalid; returns how many there were."""
    with transaction.atomic():
        revoked = Link.objects.filter(case=case, revoked_at=None).update(revoked_at=at)
        record("link.revoked", at=at, about=case, by=by, links=revoked)
    return revoked
