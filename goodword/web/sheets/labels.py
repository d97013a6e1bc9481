"""The labels of a case: its tags and how much it presses, on one sheet."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext

from goodword.cases import labelling, queries
from goodword.cases.labels import MOST_TAGS, Priority
from goodword.cases.models import Case
from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web.forms.composer import offer
from goodword.web.sheets import Sheet, SheetForm


class LabelsForm(SheetForm):
    """Tags that are known, tags that are new, and a priority."""

    tags = forms.MultipleChoiceField(label=_("Tags"), required=False, widget=forms.CheckboxSelectMultiple)
    new = forms.CharField(
        label=_("New tags"),
        required=False,
        max_length=200,
        help_text=_("With commas between them. Each becomes one word."),
    )
    priority = forms.ChoiceField(label=_("Priority"), choices=labelled(Priority.choices), widget=forms.RadioSelect)

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
    return gettext("Labelled.")


LABELS = Sheet(
    _("Tags and priority"),
    _("Save"),
    LabelsForm,
    _label,
    _("To find and sort cases by, at most %(MOST_TAGS)s tags each. No promise moves.") % {"MOST_TAGS": MOST_TAGS},
    "screens/case/labels.html",
)
