"""What a version of a policy says, as a form."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.kit.tongues import later as _
from goodword.policies.actions import LONGEST_BODY, LONGEST_PUBLIC, LONGEST_TITLE, Words
from goodword.policies.models import Policy

LANGUAGES = (
    ("", _("For everybody")),
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("es", _("Spanish")),
)


class PolicyForm(forms.Form):
    """Each time it is saved, a new version is written; nothing is overwritten."""

    title = forms.CharField(max_length=LONGEST_TITLE)
    body = forms.CharField(
        max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 14}), label=_("What we do"),
        help_text=_("For colleagues. Whoever decides by it can show later what it said then."),
    )  # fmt: skip
    public_part = forms.CharField(
        max_length=LONGEST_PUBLIC,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        label=_("The part for customers"),
        help_text=_("In words that may be sent as they stand. Empty: nothing is sent."),
    )
    in_help_centre = forms.BooleanField(
        required=False, label=_("Show the part for customers in the help centre"),
        help_text=_("Never anything else of it. Customers find it by its title and that part."),
    )  # fmt: skip
    help_topic = forms.CharField(
        max_length=60,
        required=False,
        label=_("Topic in the help centre"),
        help_text=_("For example: Delivery. Returns."),
    )
    language = forms.ChoiceField(
        choices=LANGUAGES, required=False, label=_("Language of the part for customers"),
        help_text=_("Readers of another language see it only where there is nothing in theirs."),
    )  # fmt: skip
    what_changed = forms.CharField(max_length=300, required=False, label=_("What changed, and why"))

    def words(self) -> Words:
        """Returns what the action takes."""
        return Words(**self.cleaned_data)


def initial_of(policy: Policy) -> dict[str, Any]:
    """Returns the first values for the next version: what the policy says now."""
    now = policy.current
    place = {"in_help_centre": policy.in_help_centre, "help_topic": policy.help_topic, "language": policy.language}
    return {"title": now.title, "body": now.body, "public_part": now.public_part, **place} if now else {}
