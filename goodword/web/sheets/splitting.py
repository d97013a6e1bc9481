"""Splitting a case, one sheet: which messages go, and which promises and questions go along."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django import forms

from goodword.asks import moving
from goodword.cases import splitting
from goodword.cases.models import Case, Message
from goodword.kit.text import first_words
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.promises import splitting as promises
from goodword.promises.models import Promise
from goodword.web.forms.composer import offer
from goodword.web.paging import number
from goodword.web.sheets import Sheet, SheetForm


class SplitForm(SheetForm):
    """The ticked messages, a subject, and what was promised or asked in them."""

    subject = forms.CharField(label=_("Subject of the new case"), max_length=250)
    messages = forms.TypedMultipleChoiceField(coerce=int, required=False)
    promises = forms.TypedMultipleChoiceField(coerce=int, required=False)
    asks = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def prepare(self) -> None:
        self.known = splitting.may_go(self.row)
        self.told = promises.told_among(self.row, [one.pk for one in self.known])
        self.open_asks = moving.may_go(self.row)
        for name, rows in (("messages", self.known), ("promises", self.told), ("asks", self.open_asks)):
            offer(self, name, [(str(one.pk), str(one)) for one in rows])
        self.initial.setdefault("subject", self.row.subject)

    def _ticked(self, name: str) -> set[int]:
        """Which boxes are ticked: as they were sent, or (`from` or `message` in the address) as they begin."""
        if self.is_bound:
            return {number(value) for value in self.data.getlist(name)}  # type: ignore[attr-defined]
        start, one = number(str(self.initial.get("from", ""))), number(str(self.initial.get("message", "")))
        if name != "messages" or not (start or one):
            return set()
        at = next((place for place, row in enumerate(self.known) if row.pk == start), len(self.known))
        return {row.pk for row in self.known[at:]} | {one}

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Returns the messages, the newest first, each with its words and with the promises that were made in it."""
        made: dict[int, list[tuple[Promise, bool]]] = defaultdict(list)
        ticked, along = self._ticked("messages"), self._ticked("promises")
        for one in self.told:
            made[one.told_by_id or 0].append((one, one.pk in along))
        return [
            {"message": one, "words": _words(one), "is_ticked": one.pk in ticked, "promises": made.get(one.pk, [])}
            for one in reversed(self.known)
        ]

    @property
    def questions(self) -> list[tuple[Any, bool]]:
        """Returns the questions that may go along, and whether they are ticked."""
        along = self._ticked("asks")
        return [(one, one.pk in along) for one in self.open_asks]


def _words(message: Message) -> str:
    return first_words(message.reply_text or message.text or message.subject, 160)


def _split(case: Case, form: SplitForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    part = promises.split(
        case, given["messages"], now, agent, subject=given["subject"], promises=given["promises"],
        with_asks=given["asks"],
    )  # fmt: skip
    return f"/cases/{part.pk}"


SPLIT = Sheet(
    _("Split this case"),
    _("Split"),
    SplitForm,
    _split,
    _(
        "The ticked messages become a case of their own, of the same customer. It can be put back as long as "
        "nothing else has happened there."
    ),
    "screens/case/split.html",
)
