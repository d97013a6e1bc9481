"""What is done to a case as a whole, one sheet each."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext, ngettext

from goodword.cases import access, changes
from goodword.cases.models import Case
from goodword.channels.email import corrections
from goodword.closing import actions as closing
from goodword.closing.queries import gate
from goodword.hours import choices
from goodword.kit.tongues import later as _
from goodword.people import queries as people
from goodword.people.actions import add_identity
from goodword.people.models import Agent, Health, IdentityKind
from goodword.promises import owners, queries
from goodword.web.forms.composer import offer
from goodword.web.forms.due import day_field, due_of, initial_of, time_field
from goodword.web.sheets import Sheet, SheetForm
from goodword.web.sheets.fields import FIELDS
from goodword.web.sheets.labels import LABELS
from goodword.web.sheets.parting import PARTING
from goodword.web.sheets.promising import ADDING
from goodword.web.sheets.relations import RELATION
from goodword.web.sheets.splitting import SPLIT


class OwnerForm(SheetForm):
    """Who holds the case; nobody means that it goes back to the inbox."""

    owner = forms.TypedChoiceField(label=_("Who takes it?"), required=False, coerce=int, empty_value=None)

    def prepare(self) -> None:
        offer(
            self,
            "owner",
            [("", gettext("Nobody: back to the inbox")), *((str(one.pk), one.name) for one in people.at_desks())],
        )
        self.initial.setdefault("owner", self.row.owner_id or self.agent.pk)


def _assign(case: Case, form: OwnerForm, agent: Agent, now: datetime) -> str:
    chosen = form.cleaned_data["owner"]
    owner = people.at_desks().get(pk=chosen) if chosen else None
    changes.assign(case, owner, now, agent)
    return (
        (gettext("%(name)s has it now. Promises keep their owners.") % {"name": owner.name})
        if owner
        else gettext("Back in the inbox.")
    )


class SnoozeForm(SheetForm):
    """Until when, in the agent's own time."""

    day = day_field(_("Until"))
    time = time_field(_("At"))

    def prepare(self) -> None:
        self.zone = self.agent.time_zone
        self.quick = choices.snoozes(queries.hours_of(self.agent), self.zone, self.now)
        self.fields["time"].help_text = gettext("Empty: at nine")
        if self.quick and not self.initial.get("day"):
            self.initial.update(initial_of(self.quick[min(1, len(self.quick) - 1)].at, self.zone))


def _snooze(case: Case, form: SnoozeForm, agent: Agent, now: datetime) -> str:
    at = form.cleaned_data["time"] or datetime.min.time().replace(hour=9)
    until = due_of(form.cleaned_data["day"], at, form.zone)
    if not isinstance(until, datetime):
        return ""
    changes.snooze(case, until, now, agent)
    return gettext("Set aside. It comes back by itself, or with the customer's next words.")


class SubjectForm(SheetForm):
    """A better subject."""

    subject = forms.CharField(label=_("Subject"), max_length=250)

    def prepare(self) -> None:
        self.initial.setdefault("subject", self.row.subject)


def _rename(case: Case, form: SubjectForm, agent: Agent, now: datetime) -> str:
    changes.rename(case, form.cleaned_data["subject"], now, agent)
    return gettext("Renamed.")


class OutcomeForm(SheetForm):
    """What the customer wants to come out of this."""

    words = forms.CharField(
        label=_("Wanted outcome"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In the customer's words, before anything is proposed"),
    )  # fmt: skip

    def prepare(self) -> None:
        self.initial.setdefault("words", self.row.wanted_outcome)


def _want(case: Case, form: OutcomeForm, agent: Agent, now: datetime) -> str:
    changes.want(case, form.cleaned_data["words"], now, agent)
    return gettext("Written down.")


class ClosureForm(SheetForm):
    """How it ends: by the customer's word, because nothing was asked, or by a lead's override."""

    how = forms.ChoiceField(label=_("How does it end?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("In words"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the customer said, or the reason. It stays on record."),
    )  # fmt: skip

    def prepare(self) -> None:
        self.gate = gate(self.row)
        ways = [("word", gettext("The customer said that nothing more is needed"))]
        if self.gate.may_be_no_matter:
            ways.append(("no_matter", gettext("Nothing was asked of us")))
        if self.agent.is_lead:
            ways.append(("override", gettext("Close with something still open, by my right as a lead")))
        offer(self, "how", ways)
        self.initial.setdefault("how", "word")


def _close(case: Case, form: ClosureForm, agent: Agent, now: datetime) -> str:
    how, words = form.cleaned_data["how"], form.cleaned_data["reason"]
    closing.close(case, how, now, agent, said_done=how == "word" and bool(words.strip()), reason=words)
    return gettext("Closed.")


class AddressForm(SheetForm):
    """The address to which the case writes from now on; from a wrong one, what came back is sent again to it."""

    address = forms.EmailField(label=_("Address"), max_length=320)

    def prepare(self) -> None:
        self.wrong = self.row.identity if self.row.identity and self.row.identity.health == Health.BOUNCING else None
        ways = [one for one in people.identities_of(self.row.customer) if one.kind == "email"]
        meant = corrections.suggestions(self.wrong) if self.wrong else []
        known = [one.address for one in ways if one.health != Health.BOUNCING]
        self.offered = list(dict.fromkeys([*meant, *known]))
        if self.offered:
            self.initial.setdefault("address", self.offered[0])


def _turn_to(case: Case, form: AddressForm, agent: Agent, now: datetime) -> str:
    address = form.cleaned_data["address"]
    if form.wrong:
        again = len(corrections.correct(form.wrong, address, now, agent).resent)
        words = ngettext("Corrected. %(again)s message sent again.", "Corrected. %(again)s messages sent again.", again)
        return words % {"again": again} if again else gettext("Corrected.")
    identity = add_identity(case.customer, IdentityKind.EMAIL, address, now, agent)
    changes.turn_to(case, identity, now, agent)
    return gettext("Replies go to %(address)s from now on.") % {"address": identity.address}


class MergeForm(SheetForm):
    """Into which case of the same customer."""

    into = forms.IntegerField(label=_("Number of the other case"), min_value=1)

    def prepare(self) -> None:
        if self.row.perhaps_of_id:
            self.initial.setdefault("into", self.row.perhaps_of_id)


def _merge(case: Case, form: MergeForm, agent: Agent, now: datetime) -> str:
    into = owners.merge(case, access.case_for(agent, form.cleaned_data["into"]), now, agent)
    return f"/cases/{into.pk}"


SHEETS = {
    "owner": Sheet(_("Who takes this case?"), _("Hand over"), OwnerForm, _assign, _("Promises keep their owners.")),
    "snooze": Sheet(
        _("Set aside"),
        _("Set aside"),
        SnoozeForm,
        _snooze,
        _("It comes back then, or with the customer's next words. Promises run on."),
        "screens/case/snooze.html",
    ),
    "labels": LABELS,
    "parting": PARTING,
    "split": SPLIT,
    "fields": FIELDS,
    "relations": RELATION,
    "subject": Sheet(_("Subject"), _("Rename"), SubjectForm, _rename),
    "wanted-outcome": Sheet(_("What does the customer want?"), _("Write down"), OutcomeForm, _want),
    "closure": Sheet(_("Close this case"), _("Close"), ClosureForm, _close, "", "screens/case/closure.html"),
    "address": Sheet(
        _("Where do replies go?"), _("Use this address"), AddressForm, _turn_to, template="screens/case/address.html"
    ),
    "merge": Sheet(
        _("Merge into another case"),
        _("Merge"),
        MergeForm,
        _merge,
        _("Both become one; the promises come along, unchanged."),
    ),
    "promises": ADDING,
}
