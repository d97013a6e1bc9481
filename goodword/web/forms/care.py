"""How often we write by ourselves and whether we ask how it was, as a form of the settings."""

from __future__ import annotations

from django import forms

from goodword.kit.tongues import later as _


class CareForm(forms.Form):
    """The cap and the survey."""

    contacts_per_month = forms.IntegerField(
        min_value=1, max_value=30, label=_("At most so many letters of the desk's own in 30 days"),
        help_text=_("To one customer, all together: checks, surveys, planned contacts, notices to many. What a person "
        "writes does not count. What is over waits, or is left out."),
    )  # fmt: skip
    asks_survey = forms.BooleanField(
        required=False, label=_("Ask how we did"),
        help_text=_("Once, after the customer said that nothing is left; never while a case is open."),
    )  # fmt: skip
    survey_after_hours = forms.IntegerField(
        min_value=0, max_value=720, label=_("So many hours after the end"), help_text=_("Then in your working time.")
    )
