"""A macro as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.cases.queries import categories
from goodword.people.models import Agent
from goodword.people.queries import teams
from goodword.promises.queries import kinds
from goodword.sending.models import Macro
from goodword.sending.variables import NAMES

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
HELP = (
    "Filled in: "
    + ", ".join(f"{{{{{name}}}}}" for name in NAMES)
    + ". Behind | stands what is said where it is not known."
)


class MacroForm(forms.Form):
    """What it is called, whose it is, what it says in each language, and what it does."""

    name = forms.CharField(label="Name", max_length=80, help_text="Type / and a part of it while you write.")
    team = forms.ChoiceField(label="Whose", required=False)
    assigns = forms.BooleanField(label="Assign the case to whoever uses it", required=False)
    category = forms.ChoiceField(label="Set the category", required=False)
    snooze_days = forms.IntegerField(label="Set aside for days", required=False, min_value=1, max_value=366)
    kind = forms.ChoiceField(
        label="Promises", required=False, help_text="Its usual time says which day {{promise.due}} is."
    )
    lead_hours = forms.IntegerField(
        label="Working hours until it is due", required=False, min_value=1, max_value=2000,
        help_text="Instead of the usual time of its kind.",
    )  # fmt: skip

    def __init__(self, given: Any, *, agent: Agent, macro: Macro | None = None) -> None:
        super().__init__(given, initial=_initial(macro))
        self.teams = {str(team.pk): team for team in teams() if agent.is_admin or team.pk == agent.team_id}
        self.categories = {str(one.pk): one for one in categories()}
        self.kinds = {one.slug: one for one in kinds()}
        offers = (
            ("team", self.teams, "Everybody’s"),
            ("category", self.categories, "No"),
            ("kind", self.kinds, "Nothing"),
        )
        for name, known, none in offers:
            self.fields[name].choices = [("", none), *((key, str(one)) for key, one in known.items())]  # type: ignore[attr-defined]
        for code, language in LANGUAGES.items():
            self.fields[f"text_{code}"] = forms.CharField(
                label=f"Words in {language}", required=False, max_length=20_000,
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
            "kind": self.kinds.get(given["kind"]), "lead_minutes": hours * 60 if hours else None,
        }  # fmt: skip


def _initial(macro: Macro | None) -> dict[str, Any]:
    if macro is None:
        return {}
    return {
        "name": macro.name, "team": macro.team_id, "assigns": macro.assigns, "category": macro.category_id,
        "snooze_days": macro.snooze_days, "kind": macro.kind.slug if macro.kind else "",
        "lead_hours": macro.lead_minutes // 60 if macro.lead_minutes else None,
    } | {f"text_{code}": words for code, words in macro.texts.items()}  # fmt: skip
