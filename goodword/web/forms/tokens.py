"""A key to the API, as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.people.tokens import MOST_NAME

READ = ("read", _("Read: cases, promises, customers and what happened"))
WRITE = ("write", _("Write: all that you can do in the desk, and read"))
ADMIN = ("admin", _("Administer: override a closing, read what happened in the settings, and all of the above"))


class TokenForm(forms.Form):
    """What a program is for, and how much it may do."""

    name = forms.CharField(
        max_length=MOST_NAME, label=_("What is it for?"), help_text=_("Stands in this list and in the records."),
        widget=forms.TextInput(attrs={"placeholder": _("The web shop")}),
    )  # fmt: skip
    scope = forms.ChoiceField(label=_("What may it do?"), widget=forms.RadioSelect, initial="read")

    def __init__(self, given: Any, person: Agent) -> None:
        super().__init__(given)
        self.fields["scope"].choices = [READ, WRITE, ADMIN] if person.is_lead else [READ, WRITE]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """Returns what `add_token` takes."""
        return {"name": self.cleaned_data["name"], "scopes": [self.cleaned_data["scope"]]}
