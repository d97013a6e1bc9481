"""Asking somebody, and the moves of an ask, one sheet each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext

from goodword.asks import actions
from goodword.asks.access import receiver_named
from goodword.asks.actions import MINUTES_BY_DEFAULT, Question
from goodword.asks.models import Ask, Purpose
from goodword.asks.queries import hours_of
from goodword.cases.models import Case
from goodword.hours import choices
from goodword.hours.rules import NeverOpen, WorkingTime
from goodword.kit.errors import Malformed
from goodword.kit.text import first_words
from goodword.kit.tongues import later as _
from goodword.people.knowledge import askable
from goodword.people.models import Agent
from goodword.promises import dependencies, queries
from goodword.web.forms.composer import offer
from goodword.web.forms.due import day_field, due_of, time_field
from goodword.web.sheets import Sheet, SheetForm


def _area(label: str, rows: int, longest: int, help_text: str = "", *, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=widget, help_text=help_text, required=required)


class AskForm(SheetForm):
    """Whom, what, by when, and which promise waits for it."""

    to = forms.CharField(max_length=30, error_messages={"required": _("Choose whom you ask.")})
    question = _area(_("Question"), 4, 4000, _("A partner reads this and your first name, nothing else of the case"))
    is_approval = forms.BooleanField(label=_("A yes or a no is enough"), required=False)
    day = day_field(_("Answer by"), required=False)
    time = time_field(_("At"))
    promise = forms.TypedChoiceField(
        label=_("Which promise waits for it?"), required=False, coerce=int, empty_value=None
    )

    def prepare(self) -> None:
        self.words = str(self.initial.get("q", ""))[:100]
        self.found = askable(self.agent, self.words)
        hours = queries.hours_of(self.agent)
        self.zone = self.agent.time_zone
        self.quick = choices.dues(hours, self.zone, self.now)
        if not self.initial.get("day"):
            self.initial["day"] = _in_a_working_day(hours, self.now, self.zone)
        self.fields["time"].help_text = gettext("Empty: by the end of their business")
        self.owed = {promise.pk: promise for promise in queries.owed_in(self.row)}
        waiting = [(str(pk), first_words(promise.words, 70)) for pk, promise in self.owed.items()]
        offer(self, "promise", [("", gettext("None")), *waiting])
        if not waiting:
            del self.fields["promise"]

    @property
    def chosen(self) -> str:
        """Returns who is chosen so far, as a word of the form."""
        return str(self["to"].value() or "")

    def clean_to(self) -> Any:
        """Returns whom it goes to."""
        try:
            return receiver_named(self.cleaned_data["to"])
        except Malformed as fault:
            raise forms.ValidationError(fault.spoken) from fault


def _in_a_working_day(hours: WorkingTime, now: datetime, zone: str) -> date | None:
    try:
        return hours.after(now, MINUTES_BY_DEFAULT).astimezone(ZoneInfo(zone)).date()
    except NeverOpen:
        return None


def _ask(case: Case, form: AskForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    purpose = Purpose.APPROVAL if given["is_approval"] else Purpose.QUESTION
    question = Question(given["question"], given["to"], due_of(given["day"], given["time"], form.zone), purpose)
    promise = form.owed.get(given.get("promise") or 0)
    made = dependencies.ask(case, question, now, agent, promise)
    who = made.holder if made.holder and made.holder != made.receiver else made.receiver
    return gettext("%(who)s is asked, and reminded in time.") % {"who": who}


class AnswerForm(SheetForm):
    """The answer, or what was said on the phone."""

    decision = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect, choices=[("yes", _("Yes")), ("no", _("No"))], required=False
    )
    words = _area(_("Answer"), 4, 8000, required=False)

    def prepare(self) -> None:
        if self.row.purpose != Purpose.APPROVAL:
            del self.fields["decision"]
        if self.row.holder_id != self.agent.pk:
            self.fields["words"].label = gettext("What %(holder)s said") % {
                "holder": self.row.holder or self.row.receiver
            }
            self.fields["words"].help_text = gettext("On the phone, or at the next desk")


def _answer(ask: Ask, form: AnswerForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    words = given["words"]
    if not words.strip() and not given.get("decision"):
        raise Malformed("The answer is empty.", field="words")
    actions.answer(ask, words, now, agent, decision=given.get("decision", ""))
    return (
        (gettext("Answered. %(name)s hears of it.") % {"name": ask.by.name})
        if ask.by_id != agent.pk
        else gettext("The answer is written down.")
    )


class ExtensionForm(SheetForm):
    """A later answer-by."""

    day = day_field(_("Answer by"))
    time = time_field(_("At"))

    def prepare(self) -> None:
        self.zone = self.agent.time_zone
        self.quick = choices.dues(hours_of(self.row), self.zone, self.now)
        self.fields["time"].help_text = gettext("Empty: by the end of their business")


def _extend(ask: Ask, form: ExtensionForm, agent: Agent, now: datetime) -> str:
    until = due_of(form.cleaned_data["day"], form.cleaned_data["time"], form.zone)
    if until is None:
        raise Malformed("Choose a day.", field="day")
    actions.extend(ask, until, now, agent)
    return gettext("More time. The first date stays on record.")


class WithdrawalForm(SheetForm):
    """Why it is no longer needed."""

    why = forms.CharField(label=_("Why"), max_length=200, required=False)


def _withdraw(ask: Ask, form: WithdrawalForm, agent: Agent, now: datetime) -> str:
    actions.withdraw(ask, now, agent, form.cleaned_data["why"])
    return gettext("Taken back. %(receiver)s is told.") % {"receiver": ask.receiver}


class DependencyForm(SheetForm):
    """Which owed promise of the case waits for the answer."""

    promise = forms.TypedChoiceField(label=_("Which promise waits for this answer?"), coerce=int)

    def prepare(self) -> None:
        self.owed = {promise.pk: promise for promise in queries.owed_in(self.row.case)}
        offer(self, "promise", [(str(pk), first_words(one.words, 70)) for pk, one in self.owed.items()])


def _depend(ask: Ask, form: DependencyForm, agent: Agent, now: datetime) -> str:
    dependencies.depend(form.owed[form.cleaned_data["promise"]], ask, now, agent)
    return gettext("It waits for this answer. If that is late, the promise is at risk at once.")


ASKING = Sheet(
    _("Ask somebody"),
    _("Ask"),
    AskForm,
    _ask,
    _("They answer by mail or on a page, without an account."),
    "screens/ask/form.html",
)
SHEETS = {
    "answer": Sheet(_("Answer"), _("Answer"), AnswerForm, _answer, template="screens/ask/answer.html"),
    "extension": Sheet(
        _("More time"), _("Give more time"), ExtensionForm, _extend, _("The first date stays on record."),
        "screens/ask/extension.html",
    ),
    "withdrawal": Sheet(
        _("Take the question back"), _("Take it back"), WithdrawalForm, _withdraw, _("Whoever was asked is told."),
        is_grave=True,
    ),
    "dependencies": Sheet(
        _("A promise waits for this"), _("It waits"), DependencyForm, _depend,
        _("If the answer is late, the promise is at risk at once, and its owner hears why."),
    ),
}  # fmt: skip
