"""A provider of payments or parcels, as a form of the settings."""

from __future__ import annotations

from django import forms

from goodword.kit.tongues import later as _
from goodword.promises.models import Source


class SourceForm(forms.Form):
    """What it is called, and what it reports."""

    name = forms.CharField(max_length=80, help_text=_("As your colleagues know it: the bank, the parcel service."))
    kind = forms.ChoiceField(
        label=_("It reports"), widget=forms.RadioSelect, initial=Source.PAYMENT,
        choices=[(Source.PAYMENT, _("Payments and refunds")), (Source.CARRIER, _("Parcels"))],
    )  # fmt: skip
