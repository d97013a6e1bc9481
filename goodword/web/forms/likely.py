"""A due that is weighed before it is promised: an unlikely one leads to the three honest ways, as in the composer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict

from goodword.kit import dates
from goodword.kit.tongues import later as _
from goodword.people.models import Customer
from goodword.promises import ways
from goodword.promises.hearing import Decision
from goodword.web.composing import moment_in
from goodword.web.forms.composer import WAYS
from goodword.web.forms.due import due_of, initial_of
from goodword.web.outlook import Outlook, outlook_of
from goodword.web.sheets import SheetForm


class WeighedForm(SheetForm):
    """A form with a day and a time, of which the past is asked. Whoever uses it calls `weigh` when it is clean.

    Sent with `looks`, it only shows how things stand: nothing is demanded yet.
    """

    way = forms.ChoiceField(choices=WAYS, required=False, widget=forms.RadioSelect)
    asked = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    why = forms.CharField(label=_(_("Why not?")), max_length=500, required=False)
    instead = forms.CharField(label=_(_("What is possible?")), max_length=500, required=False)
    outlook: Outlook | None = None
    drafted = ""
    decision: Decision | None = None

    def weigh(self, given: dict[str, Any], words: str, kind: str, zone: str, customer: Customer) -> None:
        """Asks the past about the due that was given, and holds back one that is unlikely until a way is chosen."""
        due = due_of(given.get("day"), given.get("time"), zone)
        if due is None or not words.strip():
            return
        first = Decision(
            words, kind, due, asked=moment_in(given.get("asked", "")), why=given.get("why", ""),
            instead=given.get("instead", ""),
        )  # fmt: skip
        outlook = outlook_of(self.agent, first, self.now)
        is_open = bool(first.asked or (outlook and outlook.is_unlikely))
        first = replace(first, way=given.get("way", "") if is_open else "")
        self.decision = ways.chosen(first, outlook.safe if outlook else None)
        self.outlook = outlook_of(self.agent, replace(self.decision, record=True), self.now)
        reader = dates.Reader(customer.language or "en", zone, is_theirs=bool(customer.time_zone))
        self.drafted = ways.drafted(self.decision, reader, customer.language or "en", self.now)
        self._show(self.decision, zone)
        if "looks" not in self.data:
            self._demand(self.decision, due)

    def _show(self, one: Decision, zone: str) -> None:
        """The fields say what was made of them: a likelier day stands where the unlikely one stood."""
        at = initial_of(one.due, zone) if isinstance(one.due, datetime) else {"day": one.due, "time": None}
        shown = QueryDict(mutable=True)
        shown.update(self.data)
        shown["day"] = at["day"].isoformat() if at["day"] else ""
        shown["time"] = f"{at['time']:%H:%M}" if at["time"] else ""
        shown["asked"] = one.asked.isoformat() if one.asked else ""
        shown["way"] = one.way
        self.data = shown

    def _demand(self, one: Decision, due: datetime | date) -> None:
        if one.way == "" and self.outlook and self.outlook.is_unlikely:
            self.add_error("way", _("That day is unlikely. Choose what you will say about it."))
        elif one.way == ways.COUNTER and one.due != due:
            self.add_error("way", _("This day is likelier. Look at it, then go on."))
        elif lacks := ways.missing([one]):
            self.add_error("way", lacks)

    def is_declined(self) -> bool:
        """Says whether the honest no was chosen."""
        return bool(self.decision and self.decision.way == ways.CANNOT)
