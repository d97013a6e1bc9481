"""The moves of a promise, one sheet each."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext

from goodword.cases.models import Message, Outcome
from goodword.cases.queries import proofs_among
from goodword.hours import choices
from goodword.kit.text import first_words
from goodword.kit.tongues import later as _
from goodword.people import queries as people
from goodword.people.models import Agent
from goodword.promises import actions, drafts, owners, queries, replies
from goodword.promises.hearing import Decision
from goodword.promises.models import EvidenceType, Promise
from goodword.web.forms.composer import offer
from goodword.web.forms.due import day_field, initial_of, time_field
from goodword.web.forms.likely import WeighedForm
from goodword.web.sheets import Sheet, SheetForm

BY_MESSAGE = (EvidenceType.MESSAGE_SENT, EvidenceType.CALL_REACHED)


def _words(label: str, help_text: str = "", *, required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, max_length=500, required=required, widget=area, help_text=help_text)


class EvidenceForm(SheetForm):
    """What proves that it was done; only what this kind of promise accepts is offered."""

    type = forms.ChoiceField(label=_("How do we know?"), widget=forms.RadioSelect)
    message = forms.TypedChoiceField(label=_("Which one?"), required=False, coerce=int, empty_value=None)
    words = _words(_("In words"), _("A reference, what was done, or what was said"), required=False)

    def prepare(self) -> None:
        self.found = {one.pk: one for one in proofs_among(self.row.case) if _may_prove(one, self.row)}
        types = {type_of(one) for one in self.found.values()}
        accepts = [type_ for type_ in self.row.kind.accepts if type_ in types or type_ not in BY_MESSAGE]
        self.missing = [type_ for type_ in self.row.kind.accepts if type_ not in accepts]
        offer(self, "type", [(type_, EvidenceType(type_).label) for type_ in accepts])
        self.fields["type"].initial = accepts[0] if accepts else None
        shown = [(str(pk), _titled(one)) for pk, one in self.found.items() if type_of(one) in accepts]
        offer(self, "message", shown)
        if not shown:
            del self.fields["message"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("type") in BY_MESSAGE:
            proof = self.found.get(given.get("message") or 0)
            if proof is None or type_of(proof) != given["type"]:
                self.add_error("message", gettext("Choose the message or the call that proves it."))
        elif not given.get("words", "").strip():
            self.add_error("words", gettext("Write what proves it: it stays on record."))
        return given


def type_of(message: Message) -> str:
    """Returns which proof a message of ours may be."""
    return EvidenceType.CALL_REACHED if message.call_outcome else EvidenceType.MESSAGE_SENT


def _may_prove(message: Message, promise: Promise) -> bool:
    """Leaves out what the rules would refuse: the announcement itself, and what did not reach the customer."""
    if message.pk == promise.told_by_id or message.at < promise.made_at:
        return False
    return message.call_outcome in ("", Outcome.REACHED) and message.delivery not in ("bounced", "failed", "doubtful")


def _titled(message: Message) -> str:
    what = message.get_call_outcome_display() if message.call_outcome else gettext("Message")
    return f"{what}, {message.at:%d %b %H:%M}: {first_words(message.text, 60)}"


def _deliver(promise: Promise, form: EvidenceForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    if given["type"] == EvidenceType.CUSTOMER_WORD:
        actions.confirm(promise, now, agent, given["words"])
        return gettext("Confirmed, in the customer's words.")
    proof = form.found[given["message"]] if given["type"] in BY_MESSAGE else None
    done = actions.deliver(promise, given["type"], now, by=agent, words=given["words"], message=proof)
    return (
        gettext("Delivered.")
        if done.status == "delivered"
        else gettext("It counts as delivered once that message is out.")
    )


class WordsForm(SheetForm):
    """The customer's words."""

    words = _words(_("What did the customer say?"), _("As they said it, and where: on the phone, in the shop…"))


def _confirm(promise: Promise, form: WordsForm, agent: Agent, now: datetime) -> str:
    actions.confirm(promise, now, agent, form.cleaned_data["words"])
    return gettext("Confirmed by the customer's word.")


def _dispute(promise: Promise, form: WordsForm, agent: Agent, now: datetime) -> str:
    actions.dispute(promise, now, agent, form.cleaned_data["words"])
    return gettext("Owed again. The customer heard nothing of this yet.")


def _release(promise: Promise, form: WordsForm, agent: Agent, now: datetime) -> str:
    actions.release(promise, now, agent, form.cleaned_data["words"])
    return gettext("Let off, in the customer's words.")


class OwnerForm(SheetForm):
    """To whom it goes, and why."""

    owner = forms.TypedChoiceField(label=_("To whom?"), coerce=int)
    why = forms.CharField(label=_("Why"), max_length=200, required=False)

    def prepare(self) -> None:
        able = [person for person in people.able_to_own() if person.pk != self.row.owner_id]
        offer(self, "owner", [(str(person.pk), person.name) for person in able])


def _hand(promise: Promise, form: OwnerForm, agent: Agent, now: datetime) -> str:
    owner = people.able_to_own().get(pk=form.cleaned_data["owner"])
    owners.hand_to(promise, owner, now, agent, form.cleaned_data["why"])
    return gettext("%(name)s holds it now. Both of you are told.") % {"name": owner.name}


class NothingForm(SheetForm):
    """Nothing is asked."""


def _acknowledge(promise: Promise, form: NothingForm, agent: Agent, now: datetime) -> str:
    actions.acknowledge(promise, now, agent)
    return gettext("You have taken note. It is called out no further, and it is still owed.")


class NewDateForm(WeighedForm):
    """A new date, and how the customer hears of it: in a letter that is drafted next, or on the phone just now."""

    day = day_field(_("New day"))
    time = time_field()
    reason = forms.CharField(label=_("Why does it move?"), max_length=500, required=False)
    how = forms.ChoiceField(
        label=_("How does the customer hear of it?"),
        widget=forms.RadioSelect,
        initial="letter",
        choices=[
            ("letter", _("I write to them now: the letter is drafted")),
            ("call", _("I have told them on the phone")),
        ],
    )
    said = _words(_("What was said on the phone"), required=False)

    def prepare(self) -> None:
        if not self.initial.get("day"):
            due = drafts.realistic_due(self.row, self.now)
            self.initial.update(initial_of(due, self.row.due_zone))
        self.quick = choices.dues(queries.hours_of(self.row.owner), self.row.due_zone, self.now)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        row = self.row
        self.weigh(given, row.words, row.kind.slug, row.due_zone, row.case.customer)
        if given.get("how") == "call" and not given.get("said", "").strip():
            self.add_error("said", gettext("Write what was said: the call is logged with it."))
        return given


def _renegotiate(promise: Promise, form: NewDateForm, agent: Agent, now: datetime) -> str:
    given, one = form.cleaned_data, form.decision
    if one is None or one.due is None or given["how"] == "letter":
        return _letter(promise, form, one)
    if form.is_declined():
        no = replies.Dismissed(promise.words, one.why, one.asked, one.instead)
        replies.log_call(promise.case, agent, Outcome.REACHED, given["said"], now, dismissed=[no])
        return _("On record: you said honestly that it cannot be done by then. The date stays as it was.")
    words = drafts.new_date(promise, one.due, now, agent).due_words
    moved = replies.Moved(promise, one.due, words, given["reason"], one.asked, one.way)
    replies.log_call(promise.case, agent, Outcome.REACHED, given["said"], now, moves=[moved])
    return _("The new date counts from this call.")


def _letter(promise: Promise, form: NewDateForm, one: Decision | None) -> str:
    """The address at which the letter stands drafted, with what was decided."""
    given = form.cleaned_data
    query = {"moves": promise.pk, "day": form.data["day"], "time": form.data["time"], "why": given["reason"]}
    if one and one.way:
        query |= {"way": one.way, "asked": form.data["asked"], "no": one.why, "instead": one.instead}
    query = {name: value for name, value in query.items() if value}
    return f"/cases/{promise.case_id}?{urlencode(query)}#id_reply-text"


SHEETS = {
    "evidence": Sheet(
        _("It is done"),
        _("Record the proof"),
        EvidenceForm,
        _deliver,
        _("A promise is delivered by proof, not by an announcement."),
        "screens/promise/evidence.html",
    ),
    "confirmation": Sheet(
        _("The customer has it"), _("Record their word"), WordsForm, _confirm, _("The strongest proof there is.")
    ),
    "dispute": Sheet(
        _("It did not arrive"),
        _("It is owed again"),
        WordsForm,
        _dispute,
        _("Every proof falls, and the promise is owed again."),
    ),
    "release": Sheet(
        _("The customer lets us off"),
        _("Let off"),
        WordsForm,
        _release,
        _("Only the customer can do that, in their words."),
        is_grave=True,
    ),
    "owner": Sheet(
        _("Hand on"), _("Hand on"), OwnerForm, _hand, _("The date stays as it is, and both of you are told.")
    ),
    "acknowledgement": Sheet(
        _("Take note"),
        _("I take note"),
        NothingForm,
        _acknowledge,
        _("It is called out no further. It is still owed, and stays broken."),
    ),
    "renegotiations": Sheet(
        _("A new date"),
        _("Go on"),
        NewDateForm,
        _renegotiate,
        _("It counts from the moment when the customer knows it, and only before the old date."),
        "screens/promise/new_date.html",
    ),
}
