"""What the small modules of a page say by themselves (static/js): their words in the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

WORDS = (
    _("now"), _("just now"), _("in %(minutes)s min"), _("%(minutes)s min ago"),
    _("in %(hours)s h"), _("%(hours)s h ago"), _("Undo"),
    _("%(seconds)s s"), _("Copied"), _("Draft saved"), _("Adding files"), _("%(number)s of %(all)s"),
    _("%(name)s is writing"), _("%(names)s are writing"), _("%(names)s and %(name)s"),
    _("The desk cannot be reached. Try again in a moment."),
    _("Something broke on our side. What you typed is still here."),
    _("Next and previous row"), _("Open the row"), _("Tick the row"), _("This sheet"),
    _("Close what is open, or leave a field"), _("%(number)s found"),
)  # fmt: skip


def spoken() -> dict[str, str]:
    """Returns each of them by its English; nothing where the page is in English."""
    if (get_language() or "en").startswith("en"):
        return {}
    return {words: gettext(words) for words in WORDS}
