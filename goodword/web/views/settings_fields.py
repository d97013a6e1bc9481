"""The fields of cases: which there are, what each holds, and which must be filled in before a case ends."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as says
from django.views.decorators.http import require_http_methods, require_safe

from goodword.cases.access import field_for
from goodword.cases.fields import MOST_CHOICES, MOST_FIELDS, Field, FieldKind
from goodword.cases.filling import fields as known_fields
from goodword.cases.filling import set_field
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.saving import Screen, answer, for_admins, for_readers

HERE = "/settings/fields"


class FieldForm(forms.Form):
    """One field; what it holds is chosen once."""

    name = forms.CharField(label=says("Name"), max_length=60)
    kind = forms.ChoiceField(label=says("What it holds"), choices=FieldKind.choices, help_text=says("Chosen once"))
    choices = forms.CharField(
        label=says("Choices"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=says("For one of several: each on its own line"),
    )  # fmt: skip
    position = forms.IntegerField(label=says("Place in the list"), min_value=0, max_value=999, initial=100)
    is_required = forms.BooleanField(
        label=says("Must be filled in before a case ends"), required=False,
        help_text=says("By the customer’s word or by silence. A lead’s override passes."),
    )  # fmt: skip
    is_active = forms.BooleanField(label=says("In use"), required=False, initial=True)


@require_safe
@for_readers
def fields(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows the fields."""
    shown = {"fields": known_fields(every=True), "most": MOST_FIELDS}
    return render(request, "screens/settings/fields.html", shown)


@require_http_methods(["GET", "POST"])
@for_admins
def field(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """Shows a field, changes it, or adds one."""
    known = field_for(agent, pk) if pk else None
    form = FieldForm(request.POST or None, initial=_initial(known))
    if known:
        del form.fields["kind"]

    def save() -> str:
        given = form.cleaned_data | {"choices": form.cleaned_data["choices"].splitlines()}
        return _("“%s” is saved.") % set_field(known, clock.now(), agent, **given)

    return answer(
        request, form, save, Screen("screens/settings/field.html", HERE, {"field": known, "most": MOST_CHOICES})
    )


def _initial(field: Field | None) -> dict[str, object] | None:
    if field is None:
        return None
    names = ("name", "is_required", "is_active", "position")
    return {name: getattr(field, name) for name in names} | {"choices": "\n".join(field.choices)}
