"""Amounts as people read them: `{% load money %}`."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def money(cents: int | None, currency: str = "") -> str:
    """Returns cents as an amount with two digits and its currency."""
    return "nothing" if cents is None else f"{cents / 100:,.2f} {currency}".strip()


@register.filter
def typed(cents: int | None) -> str:
    """Returns cents as they are typed into a field; "" for none."""
    return "" if cents is None else f"{cents / 100:.2f}"
