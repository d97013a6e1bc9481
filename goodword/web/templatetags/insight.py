"""Figures in words and as small plots: `{% load insight %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext

from goodword.insight.figures import Figure
from goodword.web import plots

register = template.Library()


@register.filter
def said(figure: Figure) -> str:
    """Says a figure: "86 of 100", "+0.4 days", or how many are missing until something may be said."""
    if figure.value is None:
        return gettext("not yet: %(n)s of %(least)s") % {"n": figure.n, "least": figure.measure.least}
    return f"{number(figure, figure.value)} {gettext(figure.measure.unit)}"


@register.filter
def between(figure: Figure) -> str:
    """Says between which values the figure lies, as far as one can know."""
    if figure.low is None or figure.high is None:
        return ""
    return gettext("%(low)s to %(high)s") % {"low": number(figure, figure.low), "high": number(figure, figure.high)}


def number(figure: Figure, value: float) -> str:
    """Writes a value as its measure is read."""
    if figure.measure.is_of_hundred:
        return f"{value:.0f}"
    value = round(value, 1) or 0.0  # no minus before a nought
    said = number_format(value, decimal_pos=1)
    return f"+{said}" if figure.measure.key == "error" and value > 0 else said


@register.inclusion_tag("components/plots/whisker.html")
def whisker(figure: Figure) -> dict[str, Any]:
    """Draws a share with its interval."""
    return {"whisker": plots.whisker(figure), "words": f"{said(figure)}, {between(figure)}"}


@register.filter
def per_hundred(share: float) -> str:
    """Says a share as so many of a hundred."""
    return f"{100 * share:.0f}"


@register.filter
def points(value: float) -> str:
    """Says rating points with their sign, and a plain nought for what rounds to none."""
    said = f"{value:+.2f}"
    return "0.00" if said in ("+0.00", "-0.00") else said.replace("-", "−")
