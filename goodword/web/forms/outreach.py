"""A plan of contacts and a notice to many, as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.cases.queries import categories
from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _
from goodword.outreach.choosing import Filter
from goodword.outreach.models import Does, Milestone
from goodword.outreach.rounds import Notice
from goodword.people.models import Agent
from goodword.people.queries import able_to_own, at_desks
from goodword.promises.models import Kind
from goodword.promises.queries import kinds
from goodword.web.forms.due import day_field
from goodword.web.forms.spoken import Spoken

NAMES = _("You may write {name}, {product}, {number}, {date} and {page} (the customer's page).")
AREA = forms.Textarea(attrs={"rows": 8})


class PlanForm(Spoken):
    """When so many days after or before a milestone, what is done."""

    name = forms.CharField(max_length=120)
    milestone = forms.ChoiceField(choices=labelled(Milestone.choices), label=_("Counted from the day when"))
    days = forms.IntegerField(
        min_value=-400, max_value=4000, initial=3, label=_("So many days after it"),
        help_text=_("A number below zero means before it: -30 is a month before a warranty ends."),
    )  # fmt: skip
    product = forms.CharField(
        max_length=160, required=False, label=_("Only for products with these words"), help_text=_("Empty: for all.")
    )
    does = forms.ChoiceField(choices=labelled(Does.choices), widget=forms.RadioSelect, label=_("What is done then"))
    subject = forms.CharField(max_length=200)
    text = forms.CharField(max_length=5000, widget=AREA, help_text=NAMES)
    owner: forms.ModelChoiceField[Agent] = forms.ModelChoiceField(None, label=_("Who signs it, or has the task"))
    is_active = forms.BooleanField(required=False, initial=True, label=_("In use"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].queryset = at_desks()  # type: ignore[attr-defined]


class RoundForm(Spoken):
    """Whom it concerns, what they read, what each is promised and by whom."""

    spoken = ("subject", "text", "promise")

    title = forms.CharField(max_length=120, label=_("Name of the matter"), help_text=_("For your eyes only."))
    product = forms.CharField(
        max_length=160, required=False, label=_("Everybody who bought a product with these words")
    )
    option = forms.CharField(
        max_length=120, required=False, label=_("Only with this option"), help_text=_("As on file, such as batch: 7.")
    )
    bought_from = day_field(_("Bought from"), required=False)
    bought_until = day_field(_("Bought until"), required=False)
    category = forms.ChoiceField(required=False, label=_("Everybody with an open case about"))
    listed = forms.CharField(
        required=False, max_length=400_000, widget=forms.Textarea(attrs={"rows": 4}), label=_("And these"),
        help_text=_("Addresses or order numbers, as pasted."),
    )  # fmt: skip
    subject = forms.CharField(max_length=200)
    text = forms.CharField(max_length=8000, widget=AREA, help_text=NAMES)
    promise = forms.CharField(
        max_length=500,
        required=False,
        label=_("Promise to each"),
        help_text=_("In the words of the letter. Empty: none."),
    )
    kind: forms.ModelChoiceField[Kind] = forms.ModelChoiceField(None, required=False, label=_("Kind of promise"))
    due = day_field(_("By the end of"), required=False)
    owners: forms.ModelMultipleChoiceField[Agent] = forms.ModelMultipleChoiceField(
        None, label=_("Who sees to them"), help_text=_("In turn: each customer has one of them.")
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
            data["due"], self.texts(),
        )  # fmt: skip

    def chosen(self) -> Filter:
        """Returns whom it concerns."""
        data = self.cleaned_data
        return Filter(
            data["product"], data["option"], data["bought_from"], data["bought_until"], int(data["category"] or 0),
            data["listed"],
        )  # fmt: skip
