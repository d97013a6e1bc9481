"""How the desk keeps its word, as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.kit.tongues import later as _
from goodword.promises.models import Habits


class HabitsForm(forms.Form):
    """Whether a promise that was heard must be decided, and when the lead hears of a missing apology."""

    hearing = forms.ChoiceField(
        label=_("When a reply promises something"), widget=forms.RadioSelect,
        choices=[
            (Habits.WARN, _("Warn: it is shown before it goes out, and may go out without a date")),
            (Habits.REQUIRE, _("Require: it goes out once each promise has a date, or a reason why it is none")),
        ],
    )  # fmt: skip
    apology_hours = forms.DecimalField(
        label=_("Tell the lead when no apology has gone out after"), min_value=0.25, max_value=40, decimal_places=2,
        help_text=_("Working hours after a promise was broken. Until then its owner may tell the customer themselves."),
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        """Returns what the action takes."""
        minutes = int(self.cleaned_data["apology_hours"] * 60)
        return {"hearing": self.cleaned_data["hearing"], "apology_minutes": minutes}


def initial_of(habits: Habits) -> dict[str, Any]:
    """Returns the fields for what holds now."""
    return {"hearing": habits.hearing, "apology_hours": round(habits.apology_minutes / 60, 2)}
