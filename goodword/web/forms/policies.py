"""What a version of a policy says, as a form."""

from __future__ import annotations

from django import forms

from goodword.policies.actions import LONGEST_BODY, LONGEST_PUBLIC, LONGEST_TITLE, Words
from goodword.policies.models import Policy


class PolicyForm(forms.Form):
    """Each time it is saved, a new version is written; nothing is overwritten."""

    title = forms.CharField(max_length=LONGEST_TITLE)
    body = forms.CharField(
        max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 14}), label="What we do",
        help_text="For colleagues. Whoever decides by it can show later what it said then.",
    )  # fmt: skip
    public_part = forms.CharField(
        max_length=LONGEST_PUBLIC, required=False, widget=forms.Textarea(attrs={"rows": 6}),
        label="The part for customers", help_text="In words that may be sent as they stand. Empty: nothing is sent.",
    )  # fmt: skip
    what_changed = forms.CharField(max_length=300, required=False, label="What changed, and why")

    def words(self) -> Words:
        """Returns what the action takes."""
        return Words(**self.cleaned_data)


def initial_of(policy: Policy) -> dict[str, str]:
    """Returns the first values for the next version: what the policy says now."""
    now = policy.current
    return {"title": now.title, "body": now.body, "public_part": now.public_part} if now else {}
