"""A kind of promise as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _
from goodword.promises.models import CheckRule, EvidenceType, Kind

PROOFS = {
    EvidenceType.MESSAGE_SENT: _("A message from us that reached the mail server and did not come back"),
    EvidenceType.CALL_REACHED: _("A logged call that reached them"),
    EvidenceType.PROVIDER_EVENT: _("An event from a carrier, a bank or another system"),
    EvidenceType.PARTNER_ANSWER: "A partner's answer",
    EvidenceType.AGENT_STATEMENT: _("The word of the colleague who did it"),
}


class KindForm(forms.Form):
    """What proves such a promise, how early it is at risk, and when its customer is asked."""

    name = forms.CharField(max_length=60)
    accepts = forms.MultipleChoiceField(
        choices=[(proof.value, words) for proof, words in PROOFS.items()], required=False,
        widget=forms.CheckboxSelectMultiple, label=_("What proves it"),
        help_text=_("The customer's own word always does. “We wrote that it is coming” never does."),
    )  # fmt: skip
    lead_hours = forms.DecimalField(
        min_value=0, max_value=480, decimal_places=2, label=_("At risk so many working hours before it is due"),
        help_text=_("Its owner is reminded then. At most half of the time there is."),
    )  # fmt: skip
    check_rule = forms.ChoiceField(
        choices=labelled(CheckRule.choices),
        widget=forms.RadioSelect,
        label=_("When we ask whether it really solved the matter"),
    )

    def given(self) -> dict[str, Any]:
        """Returns what the action takes."""
        data = self.cleaned_data
        return {
            "name": data["name"], "accepts": data["accepts"], "lead_minutes": round(data["lead_hours"] * 60),
            "check_rule": data["check_rule"],
        }  # fmt: skip


def initial_of(kind: Kind) -> dict[str, Any]:
    """Returns the first values for a kind that exists."""
    hours = kind.lead_minutes / 60
    return {
        "name": kind.name, "accepts": kind.accepts, "check_rule": kind.check_rule,
        "lead_hours": int(hours) if hours == int(hours) else round(hours, 2),
    }  # fmt: skip
