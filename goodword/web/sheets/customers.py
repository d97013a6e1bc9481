"""What an agent puts right about a customer: who they are, and one more way to reach them."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext

from goodword.kit.tongues import later as _
from goodword.people import customers
from goodword.people.actions import add_identity
from goodword.people.models import Agent, Customer, IdentityKind
from goodword.web.forms.composer import offer
from goodword.web.forms.zones import ZoneField, zones
from goodword.web.sheets import Sheet, SheetForm

LANGUAGES = [("", _("Not known")), ("en", _("English")), ("de", _("German")), ("fr", _("French")), ("es", _("Spanish"))]
WAYS = [(IdentityKind.EMAIL.value, _("Email")), (IdentityKind.PHONE.value, _("Phone"))]


class KnownForm(SheetForm):
    """Who a customer is."""

    name = forms.CharField(max_length=160, required=False)
    company = forms.CharField(max_length=160, required=False)
    language = forms.ChoiceField(required=False, help_text=_("Their page and the desk's own letters speak it."))
    time_zone = ZoneField(required=False, label=_("Time zone"), help_text=_("Dates are told to them on this clock."))

    def prepare(self) -> None:
        self.zones, known = zones(), self.row.language
        odd = [] if known in dict(LANGUAGES) else [(known, known)]
        offer(self, "language", [*LANGUAGES, *odd])
        for name in ("name", "language", "time_zone"):
            self.initial.setdefault(name, getattr(self.row, name))
        self.initial.setdefault("company", self.row.company.name if self.row.company else "")


def _correct(customer: Customer, form: KnownForm, agent: Agent, now: datetime) -> str:
    customers.correct(customer, customers.Known(**form.cleaned_data), now, agent)
    return gettext("Saved.")


class WayForm(SheetForm):
    """One more address or number."""

    kind = forms.ChoiceField(label=_("Which way"), choices=WAYS)
    address = forms.CharField(label=_("Address or number"), max_length=320)


def _add_way(customer: Customer, form: WayForm, agent: Agent, now: datetime) -> str:
    add_identity(customer, form.cleaned_data["kind"], form.cleaned_data["address"], now, agent)
    return gettext("Added. It counts as working once something has arrived.")


DETAILS = Sheet(_("Put right who this is"), _("Save"), KnownForm, _correct, template="screens/customer/details.html")
WAYS_TO_THEM = Sheet(_("Another way to reach them"), _("Add"), WayForm, _add_way)
