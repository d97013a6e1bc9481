"""The fair slice, as a form of the settings."""

from __future__ import annotations

from django import forms

from goodword.insight.fairness.chance import MOST_PERCENT


class SliceForm(forms.Form):
    """The share of new cases that are given by chance."""

    percent = forms.IntegerField(
        min_value=0, max_value=MOST_PERCENT, label="Of a hundred new cases, so many are given by chance",
        help_text="Ten are enough. Nought turns it off. A case that somebody owns already, or that is older than an "
        "hour, is never given.",
    )  # fmt: skip
