"""Handing a case over with a brief, and giving an offer back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.cases.models import Case
from goodword.handovers import actions
from goodword.handovers.brief import LONGEST_PART, Brief
from goodword.handovers.models import Offer
from goodword.handovers.queries import brief_of
from goodword.kit.tongues import later as _
from goodword.people import queries as people
from goodword.people.models import Agent
from goodword.web.forms.composer import offer
from goodword.web.sheets import Sheet, SheetForm

PARTS = ("issue", "wanted", "tried", "promised", "next_step")


def _part(label: str, rows: int, help_text: str = "") -> forms.CharField:
    """A part of the brief; the room itself says when one is missing, so an empty one is let through to it."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST_PART, widget=area, help_text=help_text)


class OfferForm(SheetForm):
    """To whom the case goes, and what they must know before their first word to the customer."""

    receiver = forms.TypedChoiceField(label=_("To whom?"), coerce=int)
    issue = _part(_("What is the issue?"), 3)
    wanted = _part(_("What does the customer want?"), 2)
    tried = _part(_("What was tried?"), 3)
    promised = _part(_("What was promised, and when is it due?"), 3)
    next_step = _part(_("What is the next step?"), 2, _("One thing, so that they can begin at once"))

    def prepare(self) -> None:
        """Offers who may take it, and drafts what the case knows."""
        giver = self.row.owner_id or self.agent.pk
        able = [one for one in people.at_desks() if one.pk != giver]
        offer(self, "receiver", [(str(one.pk), one.name) for one in able])
        if not self.is_bound:
            known = brief_of(self.row)
            for part in PARTS:
                self.initial.setdefault(part, getattr(known, part))


def _offer(case: Case, form: OfferForm, agent: Agent, now: datetime) -> str:
    given: dict[str, Any] = form.cleaned_data
    receiver = people.at_desks().get(pk=given["receiver"])
    actions.offer(case, receiver, Brief(**{part: given[part] for part in PARTS}), now, agent)
    return gettext("Offered to %(name)s. Until they accept, it stays where it is.") % {"name": receiver.name}


class ReturnForm(SheetForm):
    """Why an offer goes back."""

    reason = forms.CharField(label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("What is missing, or who would be better placed"))  # fmt: skip


def _give_back(offered: Offer, form: ReturnForm, agent: Agent, now: datetime) -> str:
    actions.give_back(offered, form.cleaned_data["reason"], now, agent)
    return gettext("%(name)s keeps it, and hears why.") % {"name": offered.giver.name}


HANDOVER = Sheet(
    _("Hand over this case"),
    _("Offer it"),
    OfferForm,
    _offer,
    _("The customer must not tell it all again. Until it is accepted, the case and its promises stay where they are."),
)
RETURN = Sheet(_("Give it back"), _("Give it back"), ReturnForm, _give_back, _("Whoever offered it owns it as before."))
