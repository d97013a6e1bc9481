"""A partner as leads set it up."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext

from goodword.hours.queries import calendars
from goodword.kit.tongues import later as _
from goodword.people.models import Agent, Partner
from goodword.people.partners import Details, set_partner
from goodword.web.forms.people import choose, row_field
from goodword.web.sheets import Sheet, SheetForm

LANGUAGES = [("", _("English")), ("de", _("German")), ("fr", _("French")), ("es", _("Spanish"))]


class PartnerForm(SheetForm):
    """How a partner is called, reached, and when it works."""

    name = forms.CharField(max_length=160)
    email = forms.EmailField(label=_("Email"), max_length=254, required=False, help_text=_("Questions go there."))
    phone = forms.CharField(max_length=40, required=False)
    about = forms.CharField(
        label=_("What for"), max_length=500, required=False, help_text=_("Carrier for small parcels, stove workshop…")
    )
    language = forms.ChoiceField(label=_("Language of the mails"), choices=LANGUAGES, required=False)
    calendar = row_field(_("The default hours"), label=_("Hours"))
    is_active = forms.BooleanField(label=_("In use: it may be asked"), required=False, initial=True)

    def prepare(self) -> None:
        choose(self, "calendar", calendars())
        if self.row is None:
            del self.fields["is_active"]
            return
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.row, name))


def _save(partner: Partner | None, form: PartnerForm, agent: Agent, now: datetime) -> str:
    row = set_partner(Details(**form.cleaned_data), now, agent, partner)
    return gettext("Saved.") if partner else f"/partners/{row.pk}"


NEW = Sheet(_("Add a partner"), _("Add"), PartnerForm, _save, _("Somebody outside on whom an outcome depends."))
DETAILS = Sheet(_("Change this partner"), _("Save"), PartnerForm, _save)
