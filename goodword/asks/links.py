"""The way to the page of an ask for somebody without an account: signed, expiring, one for each who was asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.asks.models import Ask, Link
from goodword.asks.queries import WITH
from goodword.kit import links
from goodword.kit.errors import NotFound
from goodword.people.models import Agent

SALT = "goodword.asks.link"
LASTS = timedelta(days=90)


def link_for(ask: Ask, agent: Agent | None, at: datetime) -> Link:
    """Returns the link of one who was asked (None: the partner) that is good for at least half of its time, or makes
    one."""
    good = Link.objects.filter(ask=ask, agent=agent, expires_at__gt=at + LASTS / 2).order_by("-id").first()
    return good or Link.objects.create(ask=ask, agent=agent, created_at=at, expires_at=at + LASTS)


def token_of(link: Link) -> str:
    """Returns the token that goes into the address of the page."""
    return links.token_of(link.pk, SALT)


def open_link(token: str, at: datetime) -> Link:
    """Returns the link of a token; raises NotFound when it was forged or has expired, or its person has left."""
    pk = links.number_in(token, SALT)
    found = Link.objects.select_related("agent", *(f"ask__{name}" for name in WITH)).filter(pk=pk).first()
    if found is None or found.expires_at <= at or (found.agent and not found.agent.is_active):
        raise NotFound("This link is no longer valid.", code="link_gone")
    return found
