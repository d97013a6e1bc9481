"""A macro as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.cases.labels import Priority
from goodword.cases.queries import categories
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.people.queries import teams
from goodword.promises.queries import kinds
from goodword.sending.models import Macro
from goodword.sending.variables import NAMES

LANGUAGES = {"en": _("English"), "de": _("German"), "fr": _("French"), "es": _("Spanish")}
HELP = (
    _("Filled in: ")
    + ", ".join(f"{{{{{name}}}}}" for name in NAMES)
    + ". Behind | stands what is said where it is not known."
)


class MacroForm(forms.Form):
    """What it is called, whose it is, what it says in each language, and what it does."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("Type / and a part of it while you write."))
    team = forms.ChoiceField(label=_("Whose"), required=False)
    assigns = forms.BooleanField(label=_("Assign the case to whoever uses it"), required=False)
    category = forms.ChoiceField(label=_("Set the category"), required=False)
    snooze_days = forms.IntegerField(label=_("Set aside for days"), required=False, min_value=1, max_value=366)
    tags = forms.CharField(
        label=_("Put tags on the case"),
        required=False,
        max_length=300,
        help_text=_("Several with a space between them."),
    )
    priority = forms.ChoiceField(label=_("Set the priority"), required=False)
    closes = forms.BooleanField(
        label=_("Ask to close the case once the reply is sent"), required=False,
        help_text=_("What is still owed keeps it open, as always."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Promises"), required=False, help_text=_("Its usual time says which day {{promise.due}} is.")
    )
    lead_hours = forms.IntegerField(
        label=_("Working hours until it is due"), required=False, min_value=1, max_value=2000,
        help_text=_("Instead of the usual time of its kind."),
    )  # fmt: skip

    def __init__(self, given: Any, *, agent: Agent, macro: Macro | None = None) -> None:
        super().__init__(given, initial=_initial(macro))
        self.teams = {str(team.pk): team for team in teams() if agent.is_admin or team.pk == agent.team_id}
        self.categories = {str(one.pk): one for one in categories()}
        self.kinds = {one.slug: one for one in kinds()}
        offers = (
            ("team", self.teams, _("Everybody’s")),
            ("category", self.categories, _("No")),
            ("priority", dict(Priority.choices), _("No")),
            ("kind", self.kinds, _("Nothing")),
        )
        for name, known, none in offers:
            self.fields[name].choices = [("", none), *((key, str(one)) for key, one in known.items())]  # type: ignore[attr-defined]
        for code, language in LANGUAGES.items():
            self.fields[f"text_{code}"] = forms.CharField(
                label=gettext("Words in %(language)s") % {"language": language}, required=False, max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 6 if code == "en" else 3}), help_text=HELP if code == "en" else "",
            )  # fmt: skip
        self.order_fields(["name", "team", *(f"text_{code}" for code in LANGUAGES)])

    def facts(self) -> dict[str, Any]:
        """Returns what was said as the action takes it."""
        given = self.cleaned_data
        hours = given["lead_hours"]
        return {
            "name": given["name"], "team": self.teams.get(given["team"]), "assigns": given["assigns"],
            "texts": {code: given[f"text_{code}"].replace("\r\n", "\n") for code in LANGUAGES},
            "category": self.categories.get(given["category"]), "snooze_days": given["snooze_days"],
            "tags": given["tags"].split(), "priority": given["priority"], "closes": given["closes"],
            "kind": self.kinds.get(given["kind"]), "lead_minutes": hours * 60 if hours else None,
        }  # fmt: skip


def _initial(macro: Macro | None) -> dict[str, Any]:
    if macro is None:
        return {}
    return {
        "name": macro.name, "team": macro.team_id, "assigns": macro.assigns, "category": macro.category_id,
        "snooze_days": macro.snooze_days, "tags": " ".join(macro.tags), "priority": macro.priority,
        "closes": macro.closes, "kind": macro.kind.slug if macro.kind else "",
        "lead_hours": macro.lead_minutes // 60 if macro.lead_minutes else None,
    } | {f"text_{code}": words for code, words in macro.texts.items()}  # fmt: skip
