"""Formatted words on a page: cleaned once more on their way out, whatever was kept."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe

from goodword.cases.models import Attachment, Message
from goodword.channels.email.letter_html import cleaned, is_plain
from goodword.channels.email.showing import clean
from goodword.kit import rich
from goodword.sending.models import Reply

register = template.Library()


@register.filter
def formatted(said: Message | Reply) -> SafeString:
    """Returns the HTML of what one of us wrote here, "" where nothing in it is formatted, or another program made it.

    It goes through the same cleaner as what comes from outside. Its pictures are those that lie beside it.
    """
    if not is_plain(said.html) or (isinstance(said, Message) and not said.is_ours):
        return SafeString("")
    pictures = _pictures(said.attachments.all()) if isinstance(said, Message) else {}
    shown = clean(said.html, image_url=pictures.get, fold=None)
    return mark_safe(shown.html)  # noqa: S308 - cleaned, as any mail is


@register.filter
def noted(text: str) -> SafeString:
    """Returns the words of a note with what is formatted in them, "" where nothing is."""
    return mark_safe(cleaned(rich.read(text).html))  # noqa: S308 - made without any HTML of its own, and cleaned


@register.filter
def unmarked(typed: str) -> str:
    """Returns what was typed as its words alone."""
    return rich.plain(typed)


@register.filter
def beside(message: Message) -> list[Attachment]:
    """Returns the files of a message that do not stand within its words. No query where they are at hand."""
    found = list(message.attachments.all())
    if message.is_ours and is_plain(message.html):
        return [one for one in found if not (one.content_id and f'src="cid:{one.content_id}"' in message.html)]
    return found


def _pictures(files: Iterable[Attachment]) -> dict[str, str]:
    return {one.content_id: f"/attachments/{one.pk}" for one in files if one.content_id}
