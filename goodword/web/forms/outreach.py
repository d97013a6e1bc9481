"""A plan of contacts and a notice to many, as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.cases.queries import categories
from goodword.outreach.choosing import Filter
from goodword.outreach.models import Does, Milestone
from goodword.outreach.rounds import Notice
from goodword.people.models import Agent
from goodword.people.queries import able_to_own, at_desks
from goodword.promises.models import Kind
from goodword.promises.queries import kinds
from goodword.web.forms.due import day_field

NAMES = "You may write {name}, {product}, {number}, {date} and {page} (the customer's page)."
AREA = forms.Textarea(attrs={"rows": 8})


class PlanForm(forms.Form):
    """When so many days after or before a milestone, what is done."""

    name = forms.CharField(max_length=120)
    milestone = forms.ChoiceField(choices=Milestone.choices, label="Counted from the day when")
    days = forms.IntegerField(
        min_value=-400, max_value=4000, initial=3, label="So many days after it",
        help_text="A number below zero means before it: -30 is a month before a warranty ends.",
    )  # fmt: skip
    product = forms.CharField(
        max_length=160, required=False, label="Only for products with these words", help_text="Empty: for all."
    )
    does = forms.ChoiceField(choices=Does.choices, widget=forms.RadioSelect, label="What is done then")
    subject = forms.CharField(max_length=200)
    text = forms.CharField(max_length=5000, widget=AREA, help_text=NAMES)
    owner: forms.ModelChoiceField[Agent] = forms.ModelChoiceField(None, label="Who signs it, or has the task")
    is_active = forms.BooleanField(required=False, initial=True, label="In use")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].queryset = at_desks()  # type: ignore[attr-defined]


class RoundForm(forms.Form):
    """Whom it concerns, what they read, what each is promised and by whom."""

    title = forms.CharField(max_length=120, label="Name of the matter", help_text="For your eyes only.")
    product = forms.CharField(max_length=160, required=False, label="Everybody who bought a product with these words")
    option = forms.CharField(
        max_length=120, required=False, label="Only with this option", help_text="As on file, such as batch: 7."
    )
    bought_from = day_field("Bought from", required=False)
    bought_until = day_field("Bought until", required=False)
    category = forms.ChoiceField(required=False, label="Everybody with an open case about")
    listed = forms.CharField(
        required=False, max_length=400_000, widget=forms.Textarea(attrs={"rows": 4}), label="And these",
        help_text="Addresses or order numbers, as pasted.",
    )  # fmt: skip
    subject = forms.CharField(max_length=200)
    text = forms.CharField(max_length=8000, widget=AREA, help_text=NAMES)
    promise = forms.CharField(
        max_length=500, required=False, label="Promise to each", help_text="In the words of the letter. Empty: none."
    )
    kind: forms.ModelChoiceField[Kind] = forms.ModelChoiceField(None, required=False, label="Kind of promise")
    due = day_field("By the end of", required=False)
    owners: forms.ModelMultipleChoiceField[Agent] = forms.ModelMultipleChoiceField(
        None, label="Who sees to them", help_text="In turn: each customer has one of them."
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["category"].choices = [("", "—"), *((c.pk, c.name) for c in categories())]  # type: ignore[attr-defined]
        self.fields["kind"].queryset = kinds()  # type: ignore[attr-defined]
        self.fields["owners"].queryset = able_to_own()  # type: ignore[attr-defined]

    def notice(self) -> Notice:
        """Returns what is written and promised."""
        data = self.cleaned_data
        return Notice(
            data["title"], data["subject"], data["text"], tuple(data["owners"]), data["kind"], data["promise"],
            data["due"],
        )  # fmt: skip

    def chosen(self) -> Filter:
        """Returns whom it concerns."""
        data = self.cleaned_data
        return Filter(
            data["product"], data["option"], data["bought_from"], data["bought_until"], int(data["category"] or 0),
            data["listed"],
        )  # fmt: skip
