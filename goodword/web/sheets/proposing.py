"""What comes before proposing, the proposed course, and the customer's word on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils.translation import gettext

from goodword.cases import proposing
from goodword.cases.models import Case, Diagnosis, Resolution
from goodword.cases.queries import categories
from goodword.kit.tongues import later as _
from goodword.people import queries as people
from goodword.people.models import Agent
from goodword.web.forms.composer import offer
from goodword.web.sheets import Sheet, SheetForm


def _area(label: str, most: int, help_text: str = "", *, rows: int = 2, required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=area, help_text=help_text)


class CategoryForm(SheetForm):
    """What the case is about; its questions are asked next."""

    category = forms.TypedChoiceField(label=_("What is it about?"), required=False, coerce=int, empty_value=None)

    def prepare(self) -> None:
        """Offers the categories in use."""
        self.known = {one.pk: one for one in categories()}
        offer(
            self, "category", [("", gettext("Not said yet")), *((str(pk), one.name) for pk, one in self.known.items())]
        )
        self.initial.setdefault("category", self.row.category_id)


def _categorise(case: Case, form: CategoryForm, agent: Agent, now: datetime) -> str:
    proposing.categorise(case, form.known.get(form.cleaned_data["category"] or 0), now, agent)
    return gettext("Noted. Its questions are asked before anything is proposed.")


@dataclass(frozen=True)
class Question:
    """One question of a case's diagnosis, and what was answered so far."""

    case: Case
    words: str
    known: Diagnosis | None


class AnswerForm(SheetForm):
    """The answer, or why the question is left out."""

    answer = _area(_("What did you find out?"), proposing.LONGEST_ANSWER, required=False)
    skipped_why = forms.CharField(
        label=_("Or: why is it left out?"), max_length=proposing.LONGEST_REASON, required=False
    )

    def prepare(self) -> None:
        """Begins with what is known."""
        if self.row.known:
            self.initial.update(answer=self.row.known.answer, skipped_why=self.row.known.skipped_why)


def _diagnose(row: Question, form: AnswerForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    proposing.diagnose(row.case, row.words, given["answer"], now, agent, skipped_why=given["skipped_why"])
    return gettext("Left out, with the reason.") if given["skipped_why"] else gettext("Written down.")


class CourseForm(SheetForm):
    """The issue restated, what we will do, by when, and who follows up."""

    issue = _area(_("The issue, in your words"), 1000, _("So that the customer sees that it was understood"))
    course = _area(_("What will we do?"), 2000, rows=3)
    by_when = forms.CharField(label=_("By when?"), max_length=200, help_text=_("As the customer hears it"))
    follows_up = forms.TypedChoiceField(label=_("Who follows up?"), coerce=int)

    def prepare(self) -> None:
        """Offers who may follow up; whoever proposes is the first guess."""
        offer(self, "follows_up", [(str(one.pk), one.name) for one in people.at_desks()])
        self.initial.setdefault("follows_up", self.agent.pk)
        self.missing = proposing.what_is_missing(self.row)


def _propose(case: Case, form: CourseForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    follows_up = people.at_desks().get(pk=given["follows_up"])
    proposing.propose(case, given["issue"], given["course"], given["by_when"], follows_up, now, agent)
    return gettext("Proposed. Write down what the customer says to it.")


class WordForm(SheetForm):
    """The customer's own words."""

    words = _area(_("What did the customer say?"), 500, _("As they said it"))


def _agree(resolution: Resolution, form: WordForm, agent: Agent, now: datetime) -> str:
    proposing.agree(resolution, form.cleaned_data["words"], now, agent)
    return gettext("Agreed, in the customer's words. It is neither delivered yet nor confirmed.")


def _decline(resolution: Resolution, form: WordForm, agent: Agent, now: datetime) -> str:
    proposing.decline(resolution, form.cleaned_data["words"], now, agent)
    return gettext("Written down. Propose another course.")


CATEGORY = Sheet(_("What is it about?"), _("Write down"), CategoryForm, _categorise)
DIAGNOSIS = Sheet(_("Before proposing"), _("Write down"), AnswerForm, _diagnose)
COURSE = Sheet(
    _("Propose a course"), _("Propose it"), CourseForm, _propose, _("A short plan that the customer can agree to."),
    "screens/proposing/course.html",
)  # fmt: skip
AGREEMENT = Sheet(_("The customer agrees"), _("Record their word"), WordForm, _agree, _("Agreed is not yet done."))
REFUSAL = Sheet(_("The customer wants something else"), _("Record their word"), WordForm, _decline)
