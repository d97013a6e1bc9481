"""Who we are to customers, as a form of the settings."""

from __future__ import annotations

from django import forms

from goodword.kit.tongues import later as _


class OrganisationForm(forms.Form):
    """The name at the head of customers' pages, and how to reach us when a link does not work."""

    name = forms.CharField(max_length=120, help_text=_("Stands at the head of customers' pages."))
    reach = forms.CharField(
        max_length=300, required=False, label=_("How to reach you"),
        help_text=_("Shown to somebody whose link does not work any more: a phone number with its hours, an address."),
    )  # fmt: skip
    largest_mail_mb = forms.IntegerField(
        min_value=1, max_value=50, required=False, label=_("Largest mail, in MB"),
        help_text=_("Files above it go as a link that the customer can open for 30 days."),
    )  # fmt: skip

    def clean_largest_mail_mb(self) -> int:
        """Returns the size; left empty, the usual one."""
        return self.cleaned_data["largest_mail_mb"] or 15
