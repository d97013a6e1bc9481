"""What templates of the customer's page can say: `{% load portal %}`."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import escape, format_html, urlize
from django.utils.safestring import SafeString, mark_safe

from goodword.closing.pages import Shown
from goodword.kit import dates
from goodword.kit.dates import Reader
from goodword.policies.queries import FOUND_FROM, FOUND_TO

register = template.Library()
LONGEST_PLACE = 220


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


@register.filter
def article_text(text: str) -> SafeString:
    """Shows plain words as an article: paragraphs, "## " headings, lists of "- " or "1. ", links. All is escaped."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308  each piece is escaped in `_block`


def _block(block: str) -> str:
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    for pattern, name in ((r"[-*•]\s+", "ul"), (r"\d{1,2}[.)]\s+", "ol")):
        if lines and all(re.match(pattern, line) for line in lines):
            points = "".join(f"<li>{_linked(re.sub(pattern, '', line, count=1))}</li>" for line in lines)
            return f"<{name}>{points}</{name}>"
    if lines and lines[0].startswith("## "):
        heading = f"<h2>{escape(lines[0][3:])}</h2>"
        return heading + (_block("\n".join(lines[1:])) if len(lines) > 1 else "")
    return f"<p>{'<br>'.join(_linked(line) for line in lines)}</p>" if lines else ""


def _linked(line: str) -> str:
    return urlize(line, nofollow=True, autoescape=True)


@register.filter
def found_words(text: str) -> SafeString:
    """Shows the place in a text where the words that were looked for stand first, marked; all of it escaped."""
    plain = re.sub(r"(?m)^\s*(##|[-*•]|\d{1,2}[.)])\s+", "", text)
    first = max(plain.find(FOUND_FROM), 0)
    start = max(plain.rfind(mark, max(first - 80, 0), first) for mark in (".", "?", "!", ":", "\n")) + 1
    rest = " ".join(plain[start:].split())
    shown = textwrap.shorten(rest, LONGEST_PLACE, placeholder="…")
    shown += FOUND_TO if shown.count(FOUND_FROM) > shown.count(FOUND_TO) else ""
    marked = escape(shown).replace(FOUND_FROM, "<mark>").replace(FOUND_TO, "</mark>")
    return mark_safe(marked)  # noqa: S308  escaped above
