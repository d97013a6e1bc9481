"""What templates say of asks: `{% load asks %}`."""

from __future__ import annotations

from django import template

from goodword.asks import access
from goodword.asks.models import Ask
from goodword.people.models import Agent

register = template.Library()


@register.filter
def offers_to(ask: Ask, agent: Agent) -> tuple[str, ...]:
    """Returns what this person may do with an ask."""
    return access.offers(agent, ask)
