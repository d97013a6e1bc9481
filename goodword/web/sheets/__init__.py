"""Sheets: one small form for one verb, a page of its own without scripts and a dialog with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goodword.kit import clock
from goodword.kit.errors import Conflict, DeskError, Malformed
from goodword.people.models import Agent
from goodword.web.doors import is_part


class SheetForm(forms.Form):
    """A form that knows what it is about: the `row`, who fills it in, and when."""

    def __init__(self, *args: Any, row: Any, agent: Agent, now: datetime, **kwargs: Any) -> None:
        self.row, self.agent, self.now = row, agent, now
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fills in choices and first values that depend on the row."""


@dataclass(frozen=True)
class Sheet:
    """One verb: what it is called, what is asked, what is done, and what is said afterwards.

    `do` gets the checked form and returns the words to say, or an address to go to when it begins with "/".
    """

    title: str
    button: str
    form: type[SheetForm]
    do: Callable[[Any, Any, Agent, datetime], str]
    about: str = ""
    template: str = "screens/sheet.html"
    is_grave: bool = False


def answer(request: HttpRequest, sheet: Sheet, row: Any, agent: Agent, back: str, watch: str) -> HttpResponse:
    """Shows a sheet, or does what it says. `back` is the page it belongs to, `watch` what the page is nudged by."""
    now = clock.now()
    given = request.POST if request.method == "POST" else None
    form = sheet.form(given, initial=request.GET.dict(), row=row, agent=agent, now=now)
    context = {"sheet": sheet, "form": form, "row": row, "back": back}
    if given is None:
        return render(request, sheet.template, context)
    if "looks" in given:  # how things stand, while a date is being chosen; nothing is done
        form.is_valid()
        form.errors.clear()
        return render(request, sheet.template, context)
    if not form.is_valid():
        return render(request, sheet.template, context, status=422)
    try:
        words = sheet.do(row, form, agent, now)
    except (Conflict, Malformed) as refusal:
        _refuse(form, refusal)
        status = 409 if isinstance(refusal, Conflict) and not is_part(request) else 422
        return render(request, sheet.template, context | {"refusal": refusal}, status=status)
    return changed(request, words, back, watch)


def changed(request: HttpRequest, words: str, back: str, watch: str, undo: str = "") -> HttpResponse:
    """Says what was done: to a whole page by going there, to a part by refreshing what it is about.

    `undo` is an address that takes it back, offered beside the words.
    """
    to, said = (words, "") if words.startswith("/") else (back, words)
    if not is_part(request):
        if said:
            messages.success(request, said)
        return HttpResponseRedirect(to, status=303)
    response = HttpResponse(status=204)
    if to != back:
        response["HX-Redirect"] = to
    events: dict[str, Any] = {"changed": {"names": [watch]}}
    offered = {"undo": undo} if undo else {}
    response["HX-Trigger"] = json.dumps(events | ({"say": {"words": said} | offered} if said else {}))
    return response


def _refuse(form: SheetForm, refusal: DeskError) -> None:
    field = str(refusal.details.get("field", ""))
    form.add_error(field if field in form.fields else None, refusal.spoken)
