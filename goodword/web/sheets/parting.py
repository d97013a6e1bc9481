"""Taking a merge back, one sheet."""

from __future__ import annotations

from datetime import datetime

from django import forms

from goodword.cases import access
from goodword.cases.models import Case
from goodword.cases.queries import merged_into
from goodword.kit.errors import Conflict
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.promises import owners
from goodword.web.forms.composer import offer
from goodword.web.sheets import Sheet, SheetForm


class PartingForm(SheetForm):
    """Which of the cases that were merged into this one."""

    case = forms.TypedChoiceField(label=_("Which case stands by itself again?"), coerce=int, widget=forms.RadioSelect)

    def prepare(self) -> None:
        self.merged = merged_into(self.row)
        offer(self, "case", [(str(one.pk), f"#{one.pk} {one}") for one in self.merged])
        if self.merged:
            self.initial.setdefault("case", self.merged[0].pk)


def _part(case: Case, form: PartingForm, agent: Agent, now: datetime) -> str:
    if not form.merged:
        raise Conflict("No case was merged into this one.", code="not_merged")
    parted = owners.part(access.case_for(agent, form.cleaned_data["case"]), now, agent)
    return f"/cases/{parted.pk}"


PARTING = Sheet(
    _("Take a merge back"), _("Take it back"), PartingForm, _part,
    _("Its messages and the promises that came with it go along. What was written since stays here."),
    "screens/case/parting.html",
)  # fmt: skip
