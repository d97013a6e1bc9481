"""Linking a case to another one, one sheet: how they belong together, and which one it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.cases import access, linking, queries
from goodword.cases.models import Case
from goodword.cases.ties import Relation
from goodword.finding.access import search_cases
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web.sheets import Sheet, SheetForm

MOST = 8
RELATIONS = {  # as the case sees it that one looks at
    Relation.RELATED.value: _("Related to"),
    Relation.DUPLICATE.value: _("Duplicate of"),
    linking.HAS_DUPLICATE: _("Has the duplicate"),
    Relation.CAUSED.value: _("Caused by"),
    linking.CAUSES: _("Cause of"),
    Relation.BLOCKED.value: _("Blocked by"),
    linking.BLOCKS: _("Blocks"),
}


class RelationForm(SheetForm):
    """How, and which case: by its number, by words, or one of those that are offered."""

    relation = forms.ChoiceField(label=_("This case is"), choices=list(RELATIONS.items()))
    words = forms.CharField(max_length=100, required=False)
    other = forms.IntegerField(min_value=1, required=False)

    def prepare(self) -> None:
        self.initial.setdefault("relation", Relation.RELATED.value)

    @property
    def found(self) -> list[Case]:
        """Returns what the words find, the customer's other matters without any; never the case itself."""
        words = str((self.data if self.is_bound else self.initial).get("words", ""))[:100].strip().lstrip("#")
        if not words:
            return queries.earlier_of(self.row, MOST - 1)
        return [one for one in search_cases(self.agent, words, self.now, MOST).cases if one.pk != self.row.pk]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        words = str(given.get("words", "")).strip().lstrip("#")
        if not given.get("other") and words.isdecimal() and len(words) < 19:
            given["other"] = int(words)
        if not given.get("other"):
            self.add_error("other", _("Choose which case."))
        return given


def _link(case: Case, form: RelationForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    other = queries.root(access.case_for(agent, given["other"]))
    linking.link(case, other, given["relation"], now, agent)
    return gettext("Linked to #%(pk)s.") % {"pk": other.pk}


RELATION = Sheet(
    _("Link this case"), _("Link"), RelationForm, _link, _("Both cases show it. Nothing moves, and nothing closes."),
    "screens/case/relation.html",
)  # fmt: skip
