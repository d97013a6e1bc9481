"""The name of a language in the reader's own."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language_info, gettext

register = template.Library()


@register.filter
def tongue(code: str) -> str:
    """Returns what a language is called; its code where that is not known, and that it is not known for none."""
    if not code:
        return gettext("Language not known")
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
