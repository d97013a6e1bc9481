"""A category of cases, with the questions that are asked before anything is proposed."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.cases.models import Category, Feasibility
from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _


class CategoryForm(forms.Form):
    """One question on each line."""

    name = forms.CharField(max_length=80)
    questions = forms.CharField(
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        label=_("Questions before proposing"),
        help_text=_("One on each line, at most twelve. What is on file need not be asked."),
    )
    feasibility = forms.ChoiceField(
        choices=labelled(Feasibility.choices), required=False, label=_("What our policies let us do"),
        help_text=_("Fair ratings take it into account: nobody is blamed for what the rules forbid."),
    )  # fmt: skip
    active = forms.BooleanField(required=False, label=_("In use: cases can be about this"))

    def given(self) -> dict[str, Any]:
        """Returns what the action takes."""
        data = self.cleaned_data
        return {"name": data["name"], "questions": data["questions"].splitlines(), "active": data["active"],
                "feasibility": data["feasibility"] or Feasibility.FEASIBLE}  # fmt: skip


def initial_of(category: Category) -> dict[str, Any]:
    """Returns the first values for a category that exists."""
    return {
        "name": category.name, "questions": "\n".join(category.questions), "active": category.is_active,
        "feasibility": category.feasibility,
    }  # fmt: skip
