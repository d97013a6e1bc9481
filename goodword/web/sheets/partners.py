"""A partner as leads set it up."""

from __future__ import annotations

from datetime import datetime

from django import forms

from goodword.hours.queries import calendars
from goodword.people.models import Agent, Partner
from goodword.people.partners import Details, set_partner
from goodword.web.forms.people import choose, row_field
from goodword.web.sheets import Sheet, SheetForm

LANGUAGES = [("", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish")]


class PartnerForm(SheetForm):
    """How a partner is called, reached, and when it works."""

    name = forms.CharField(max_length=160)
    email = forms.EmailField(label="Email", max_length=254, required=False, help_text="Questions go there.")
    phone = forms.CharField(max_length=40, required=False)
    about = forms.CharField(
        label="What for", max_length=500, required=False, help_text="Carrier for small parcels, stove workshop…"
    )
    language = forms.ChoiceField(label="Language of the mails", choices=LANGUAGES, required=False)
    calendar = row_field("The default hours", label="Hours")
    is_active = forms.BooleanField(label="In use: it may be asked", required=False, initial=True)

    def prepare(self) -> None:
        choose(self, "calendar", calendars())
        if self.row is None:
            del self.fields["is_active"]
            return
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.row, name))


def _save(partner: Partner | None, form: PartnerForm, agent: Agent, now: datetime) -> str:
    row = set_partner(Details(**form.cleaned_data), now, agent, partner)
    return "Saved." if partner else f"/partners/{row.pk}"


NEW = Sheet("Add a partner", "Add", PartnerForm, _save, "Somebody outside on whom an outcome depends.")
DETAILS = Sheet("Change this partner", "Save", PartnerForm, _save)
