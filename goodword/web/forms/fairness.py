"""The fair slice, as a form of the settings."""

from __future__ import annotations

from django import forms

from goodword.insight.fairness.chance import MOST_PERCENT
from goodword.kit.tongues import later as _


class SliceForm(forms.Form):
    """The share of new cases that are given by chance."""

    percent = forms.IntegerField(
        min_value=0, max_value=MOST_PERCENT, label=_("Of a hundred new cases, so many are given by chance"),
        help_text=_("Ten are enough. Nought turns it off. A case that somebody owns already, or that is older than an "
        "hour, is never given."),
    )  # fmt: skip


class SheetForm(forms.Form):
    """The questions of the score sheet."""

    questions = forms.CharField(
        label=_("Questions, one a line"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Such as: Was the wanted outcome written down? Did the customer hear of the delay from us first? "
        "Each is answered yes, no, or does not apply. None turns the sheet off."),
    )  # fmt: skip
