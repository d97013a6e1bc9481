"""The labels of a case: its tags and how much it presses, on one sheet."""

from __future__ import annotations

from datetime import datetime

from django import forms

from goodword.cases import labelling, queries
from goodword.cases.labels import MOST_TAGS, Priority
from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.web.forms.composer import offer
from goodword.web.sheets import Sheet, SheetForm


class LabelsForm(SheetForm):
    """Tags that are known, tags that are new, and a priority."""

    tags = forms.MultipleChoiceField(label="Tags", required=False, widget=forms.CheckboxSelectMultiple)
    new = forms.CharField(
        label="New tags", required=False, max_length=200, help_text="With commas between them. Each becomes one word.",
    )  # fmt: skip
    priority = forms.ChoiceField(label="Priority", choices=Priority.choices, widget=forms.RadioSelect)

    def prepare(self) -> None:
        self.fields["new"].widget.attrs["autocomplete"] = "off"
        known = dict.fromkeys([*self.row.tags, *(tag.name for tag in queries.tags())])
        offer(self, "tags", [(name, name) for name in known])
        self.initial.setdefault("tags", self.row.tags)
        self.initial.setdefault("priority", self.row.priority)


def _label(case: Case, form: LabelsForm, agent: Agent, now: datetime) -> str:
    wanted = [*form.cleaned_data["tags"], *form.cleaned_data["new"].split(",")]
    labelling.tag(case, wanted, case.tags, now, agent)
    labelling.prioritise(case, form.cleaned_data["priority"], now, agent)
    return "Labelled."


LABELS = Sheet(
    "Tags and priority", "Save", LabelsForm, _label,
    f"To find and sort cases by, at most {MOST_TAGS} tags each. No promise moves.", "screens/case/labels.html",
)  # fmt: skip
