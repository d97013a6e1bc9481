"""Giving a remedy, overruling one, and tying one to the promise that carries it out."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext

from goodword.cases.models import Case
from goodword.kit.errors import Conflict
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.policies.queries import SHOWN, active
from goodword.promises.queries import panel_of
from goodword.remedies import actions, queries
from goodword.remedies.models import Remedy, RemedyState
from goodword.web.forms.composer import offer
from goodword.web.pages.remedies import cents_of, outlook
from goodword.web.sheets import Sheet, SheetForm

OUTLOOK = {
    "hx-target": "#remedy-outlook", "hx-swap": "outerHTML", "hx-include": "closest form", "hx-params": "kind,amount",
    "hx-disabled-elt": "unset",
}  # fmt: skip


class RemedyForm(SheetForm):
    """What is given, how much and why; what others got stands beside it before anything is decided."""

    kind = forms.ChoiceField(label=_("What do we give?"))
    amount = forms.DecimalField(label=_("How much?"), required=False, min_value=0, max_digits=9, decimal_places=2)
    reason = forms.CharField(label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("Others will ask for the same: would you give it to them?"))  # fmt: skip
    policy = forms.TypedChoiceField(label=_("By which policy?"), required=False, coerce=int, empty_value=None)

    def prepare(self) -> None:
        """Offers kinds and policies, and looks at what others got for the kind that is chosen."""
        self.kinds = {kind.slug: kind for kind in queries.kinds()}
        offer(self, "kind", [(slug, kind.name) for slug, kind in self.kinds.items()])
        self.policies = {one.current_id: one.current for one in active()[:SHOWN]}
        offer(
            self,
            "policy",
            [("", gettext("None")), *((str(pk), str(one.title)) for pk, one in self.policies.items() if one)],
        )
        for name, trigger in (("kind", "change"), ("amount", "input changed delay:300ms")):
            more = {"hx-get": f"/cases/{self.row.pk}/remedies/outlook", "hx-trigger": trigger}
            self.fields[name].widget.attrs |= OUTLOOK | more
        kind = self.kinds.get(self["kind"].value() or "") or next(iter(self.kinds.values()), None)
        self.outlook = outlook(self.row, self.agent, kind, cents_of(self["amount"].value())) if kind else None


def _give(case: Case, form: RemedyForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    policy = form.policies.get(given["policy"] or 0)
    cents = round((given["amount"] or 0) * 100)
    made = actions.propose(
        case, actions.Proposal(form.kinds[given["kind"]], cents, given["reason"], policy), now, agent
    )
    if made.state == RemedyState.GRANTED:
        return gettext("%(made)s is granted. Promise it to the customer next.") % {"made": made}
    return gettext("%(made)s is beyond your limit: it waits for %(receiver)s.") % {
        "made": made,
        "receiver": made.ask.receiver if made.ask else gettext("an approval"),
    }


class WhyForm(SheetForm):
    """The reason, which stays on record."""

    why = forms.CharField(label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


def _overrule(remedy: Remedy, form: WhyForm, agent: Agent, now: datetime) -> str:
    grant = remedy.state != RemedyState.GRANTED
    actions.overrule(remedy, grant=grant, why=form.cleaned_data["why"], at=now, by=agent)
    return gettext("Granted after all.") if grant else gettext("Taken away. The reason stays on record.")


class PromisedForm(SheetForm):
    """Which promise carries it out, where the desk could not tell by itself."""

    promise = forms.TypedChoiceField(label=_("Which promise carries it out?"), coerce=int)

    def prepare(self) -> None:
        """Offers the promises of the case."""
        self.found = {one.pk: one for one in panel_of(self.row.case)}
        offer(self, "promise", [(str(pk), one.words[:80]) for pk, one in self.found.items()])


def _carry(remedy: Remedy, form: PromisedForm, agent: Agent, now: datetime) -> str:
    promise = form.found.get(form.cleaned_data["promise"])
    if promise is None:
        raise Conflict("That promise is not in this case.", code="not_here")
    actions.carried_out_by(remedy, promise, now, agent)
    return gettext("Tied to that promise.")


GIVE = Sheet(
    _("Give a remedy"), _("Give it"), RemedyForm, _give, _("Within your limit at once; beyond it somebody is asked."),
    "screens/remedies/give.html",
)  # fmt: skip
OVERRULE = Sheet(
    _("Decide otherwise"),
    _("Overrule"),
    WhyForm,
    _overrule,
    _("Who decided first stays on record, and so does your reason."),
    is_grave=True,
)
CARRY = Sheet(_("It was promised"), _("Tie them"), PromisedForm, _carry)
