"""A wording hint as a form of the settings."""

from __future__ import annotations

from django import forms

AREA = forms.Textarea(attrs={"rows": 4})


class WordingForm(forms.Form):
    """What is looked for, why it hurts, and better words."""

    phrases = forms.CharField(
        max_length=2000, widget=AREA, label="Words that show it",
        help_text="One phrase a line, as in: per our terms. With a|b either word counts, (a) may be missing.",
    )  # fmt: skip
    why = forms.CharField(max_length=300, label="Why it hurts")
    better = forms.CharField(max_length=300, label="Better words", help_text="An example that can be copied.")
    is_on = forms.BooleanField(required=False, initial=True, label="Switched on")
