"""Filling in the fields of a case, one sheet: one question for each field in use, of its own kind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.cases.fields import LONGEST_TEXT, Field, FieldKind
from goodword.cases.filling import Value, fields, fill, shown
from goodword.cases.models import Case
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web.forms.due import DayInput
from goodword.web.sheets import Sheet, SheetForm


class FieldsForm(SheetForm):
    """As many questions as there are fields in use. None is needed now; what is needed once is not called optional."""

    use_required_attribute = False

    def prepare(self) -> None:
        for field in fields():
            self.fields[field.key] = _asked(field)
            self.fields[field.key].required = field.is_required and not self.is_bound
            value: Value | None = self.row.fields.get(field.key)
            if value is not None:
                self.initial[field.key] = shown(value)


def _asked(field: Field) -> forms.Field:
    help_text = str(_("Needed before the case ends")) if field.is_required else ""
    given: dict[str, Any] = {"label": field.name, "required": False, "help_text": help_text}
    if field.kind == FieldKind.DATE:
        return forms.DateField(widget=DayInput(), **given)
    if field.kind == FieldKind.CHOICE:
        return forms.ChoiceField(choices=[("", "–"), *((one, one) for one in field.choices)], **given)
    if field.kind == FieldKind.YES_NO:
        return forms.ChoiceField(choices=[("", "–"), ("yes", _("Yes")), ("no", _("No"))], **given)
    if field.kind == FieldKind.NUMBER:
        return forms.CharField(max_length=30, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **given)
    return forms.CharField(max_length=LONGEST_TEXT, **given)


def _fill(case: Case, form: FieldsForm, agent: Agent, now: datetime) -> str:
    fill(case, form.cleaned_data, now, agent)
    return gettext("Filled in.")


FIELDS = Sheet(
    _("Fields of this case"), _("Save"), FieldsForm, _fill, _("They are found again by search. No promise moves.")
)
