"""What templates of the customer's page can say: `{% load portal %}`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goodword.closing.pages import Shown
from goodword.kit import dates
from goodword.kit.dates import Reader

register = template.Library()


def _reader(context: Context) -> Reader:
    known: Reader = context["page"].reader
    return replace(known, language=context["language"])


@register.simple_tag(takes_context=True)
def due(context: Context, at: datetime) -> SafeString:
    """Says a due: "Thursday 26 November, by 5 pm your time"."""
    return _time(at, dates.by(at, _reader(context), context["now"]))


@register.simple_tag(takes_context=True)
def moment(context: Context, at: datetime) -> SafeString:
    """Says when something happened: "Thursday 26 November, 5 pm"."""
    return _time(at, dates.on(at, _reader(context), context["now"]))


@register.simple_tag(takes_context=True)
def earliest_day(context: Context) -> str:
    """Returns today on the customer's calendar, for a field that takes days."""
    return _reader(context).local(context["now"]).date().isoformat()


@register.simple_tag
def said(sentence: Any, promise: Shown | None) -> str:
    """Puts the name of who holds the promise into a sentence."""
    return str(sentence).format(who=promise.who if promise else "")


def _time(at: datetime, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), words[:1].upper() + words[1:])
