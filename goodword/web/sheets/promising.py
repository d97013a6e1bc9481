"""The sheet of a promise that was made by voice, or earlier."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.cases.models import Case
from goodword.hours import choices
from goodword.kit.tongues import later as _
from goodword.people import queries as people
from goodword.people.models import Agent
from goodword.promises import actions, queries, replies
from goodword.promises.hearing import zone_of
from goodword.web.forms.composer import offer
from goodword.web.forms.due import day_field, time_field
from goodword.web.forms.likely import WeighedForm
from goodword.web.sheets import Sheet


class PromiseForm(WeighedForm):
    """A promise that was made by voice, or earlier."""

    words = forms.CharField(
        label=_(_("What was promised")), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(_("As the customer heard it")),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_(_("Kind")))
    day = day_field()
    time = time_field()
    owner = forms.TypedChoiceField(label=_(_("Who keeps it?")), coerce=int)

    def prepare(self) -> None:
        hours = queries.hours_of(self.agent)
        self.zone = zone_of(self.row, hours)
        self.quick = choices.dues(hours, self.zone, self.now)
        self.kinds = {kind.slug: kind for kind in queries.kinds()}
        offer(self, "kind", [(kind.slug, kind.name) for kind in self.kinds.values()])
        offer(self, "owner", [(str(one.pk), one.name) for one in people.able_to_own()])
        self.initial.setdefault("owner", self.agent.pk)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self.weigh(given, given.get("words", "…"), given.get("kind", "other"), self.zone, self.row.customer)
        return given


def _promise(case: Case, form: PromiseForm, agent: Agent, now: Any) -> str:
    given, one = form.cleaned_data, form.decision
    if one is None or one.due is None:
        return _("Nothing was recorded.")
    if form.is_declined():
        replies.decline(case, replies.Dismissed(one.words, one.why, one.asked, one.instead), now, agent)
        return _("On record: you said honestly that it cannot be done by then.")
    told = actions.Told(form.kinds[given["kind"]], given["words"], one.due, asked=one.asked, way=one.way)
    actions.make(case, told, agent, now, owner=people.able_to_own().get(pk=given["owner"]))
    return _("Recorded. From now on it is owed.")


ADDING = Sheet(
    _("Add a promise"),
    _("Record it"),
    PromiseForm,
    _promise,
    _("One that was made by voice, or before today."),
    "screens/case/add_promise.html",
)
