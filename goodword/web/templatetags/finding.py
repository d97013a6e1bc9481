"""What was looked for, marked where it stands: `{% load finding %}`."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goodword.finding.spelling import marked as pieces

register = template.Library()


@register.simple_tag
def marked(text: object, words: Sequence[str], length: int = 0) -> SafeString:
    """Shows a text with the words marked; with a length, the part of it around the first one."""
    said = " ".join(str(text)[:20_000].split())
    return format_html_join("", "{}", ((_piece(one.text, hit=one.hit),) for one in pieces(said, words, length)))


def _piece(text: str, *, hit: bool) -> str | SafeString:
    return format_html("<mark>{}</mark>", text) if hit else text
