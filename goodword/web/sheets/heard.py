"""Deciding about words that were heard as a promise: record them, or say why they are none."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.hours import choices
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.promises import listening, queries
from goodword.promises.hearing import zone_of
from goodword.promises.models import Heard
from goodword.web.forms.composer import REASONS, WHY, offer
from goodword.web.forms.due import day_field, due_of, initial_of, time_field
from goodword.web.sheets import Sheet, SheetForm


class RecordForm(SheetForm):
    """What kind, and by when; left as it was heard, it counts from when it was said."""

    kind = forms.ChoiceField()
    day = day_field()
    time = time_field()

    def prepare(self) -> None:
        kinds = list(queries.kinds())
        offer(self, "kind", [(kind.slug, kind.name) for kind in kinds])
        hours = queries.hours_of(self.agent)
        self.zone = zone_of(self.row.case, hours)
        self.first = initial_of(self.row.due_at, self.zone, is_day=self.row.due_is_day)
        self.initial.update({"kind": self.row.kind.slug, **self.first})
        self.quick = choices.dues(hours, self.zone, self.now)


def _record(heard: Heard, form: RecordForm, agent: Agent, now: datetime) -> str:
    given = form.cleaned_data
    as_heard = {name: given[name] for name in ("day", "time")} == form.first
    due = None if as_heard else due_of(given["day"], given["time"], form.zone)
    listening.record_it(heard, now, agent, due=due, kind=queries.kind_named(given["kind"]))
    return gettext("Recorded: it is owed now.")


class DismissForm(SheetForm):
    """Why it is no promise."""

    reason = forms.ChoiceField(label=_("Why?"), choices=WHY, widget=forms.RadioSelect, initial=REASONS[0][0])


def _dismiss(heard: Heard, form: DismissForm, agent: Agent, now: datetime) -> str:
    listening.dismiss(heard, now, agent, dict(REASONS)[form.cleaned_data["reason"]])
    return gettext("Not recorded, with the reason.")


SHEETS: dict[str, Sheet] = {
    "promise": Sheet(
        _("Record a promise"),
        _("Record it"),
        RecordForm,
        _record,
        _("It is owed to the customer from when it was said."),
        "screens/heard/record.html",
    ),
    "dismissal": Sheet(
        _("It is no promise"),
        _("Dismiss it"),
        DismissForm,
        _dismiss,
        _("The words and the reason stay on record."),
    ),
}


def pressed(heard: Heard, now: datetime) -> dict[str, Any] | None:
    """Returns what one press sends to record words as they were heard; None where a date must be given first."""
    if heard.due_at is None or heard.due_at <= now:
        return None
    zone = zone_of(heard.case, queries.hours_of(heard.said_by)) if heard.said_by else "UTC"
    return {"kind": heard.kind.slug, **initial_of(heard.due_at, zone, is_day=heard.due_is_day)}
