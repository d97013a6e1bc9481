"""What is written in a case: replies, notes and calls, the hearing of promises in them, and their files."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from goodword.cases import actions as cases
from goodword.cases.access import case_for
from goodword.cases.models import Case, Status
from goodword.kit import clock
from goodword.kit import files as pictures
from goodword.kit.errors import NotFound
from goodword.kit.rich import plain
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.sending import drafts
from goodword.sending.models import Reply
from goodword.web import sheets, worded, writing
from goodword.web.composing import Composed, read_chips
from goodword.web.doors import at_desk, is_part
from goodword.web.forms.composer import NoteForm
from goodword.web.hints import hints_for
from goodword.web.pages import case as page
from goodword.web.stored import sent
from goodword.web.uploads import kept_in, named, named_in


@require_POST
@at_desk
def messages(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a reply with the promises in it, or holds it back and says why."""
    shown = case_for(agent, pk)
    may_write(agent)
    draft = page.reply_of(request, shown, agent)
    gone = writing.send_reply(request, draft)
    if gone:
        drafts.forget(shown, agent)
    asks = bool(gone) and draft.form.cleaned_data["closes"]
    if isinstance(gone, Reply):
        return _waits(request, shown, gone, asks_to_close=asks)
    if gone:
        return _sent(request, shown, "reply", gettext("Sent."), asks_to_close=asks)
    return _held(request, shown, "reply", draft)


@require_POST
@at_desk
def calls(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Logs a call with the promises in it."""
    shown = case_for(agent, pk)
    may_write(agent)
    draft = page.call_of(request, shown, agent)
    if writing.log_call(request, draft):
        return _sent(request, shown, "call", gettext("The call is logged."))
    return _held(request, shown, "call", draft)


@require_POST
@at_desk
def notes(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Writes a note."""
    shown = case_for(agent, pk)
    may_write(agent)
    form = NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return _held(request, shown, "note", form)
    cases.note(shown, agent, form.cleaned_data["text"], clock.now())
    return _sent(request, shown, "note", gettext("Noted."))


@require_POST
@at_desk
def hearing(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the promises in a draft as chips; changes nothing, and is a POST because it carries a text."""
    shown = case_for(may_write(agent), pk)
    part = "call" if request.GET.get("for") == "call" else "reply"
    draft = page.draft_of(part, shown, agent)
    read_chips(draft, request.POST)
    typed = request.POST.get(f"{part}-text", "")
    draft.hear(typed)
    found = hints_for(draft, plain(typed), request.POST.getlist("hints-off")[:50])
    looks = worded.looks(typed, named_in(request, pk), pk) if part == "reply" else ""
    return render(request, "screens/case/chips.html", {"draft": draft, "hints": found, "looks": looks})


@require_POST
@at_desk
def files(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Keeps the files that somebody drops into a draft, and answers with what names them in its form."""
    shown = case_for(agent, pk)
    may_write(agent)
    return render(request, "screens/case/files.html", {"case": shown, "files": kept_in(request, shown.pk)})


@require_GET
@at_desk
def kept(request: HttpRequest, agent: Agent, pk: int, token: str) -> HttpResponse:
    """Shows a picture that lies in a draft."""
    found = named(token, case_for(may_write(agent), pk).pk).file
    kind = pictures.picture_of(found.key)
    if not kind:
        raise NotFound("This is no picture.")
    return sent(found.key, found.filename, kind, inline=True)


def _sent(request: HttpRequest, case: Case, part: str, words: str, *, asks_to_close: bool = False) -> HttpResponse:
    """The draft is gone: an empty one takes its place, and the page shows what is new."""
    if not is_part(request):
        there = f"/cases/{case.pk}/closure" if asks_to_close else f"/cases/{case.pk}#latest"
        return HttpResponseRedirect(there, status=303)
    agent = may_write(request.user)  # type: ignore[arg-type]
    fresh = case_for(agent, case.pk)
    empty = page.composer_alone(fresh, agent) | {"asks_to_close": asks_to_close and fresh.status != Status.CLOSED}
    response = render(request, f"screens/case/{part}.html", empty)
    answer = sheets.changed(request, words, f"/cases/{case.pk}", f"case:{case.pk}")
    response["HX-Trigger"] = answer["HX-Trigger"]
    return response


def _waits(request: HttpRequest, case: Case, reply: Reply, *, asks_to_close: bool) -> HttpResponse:
    """It is written and goes out at its moment: until then it can be taken back, on a page of its own without htmx."""
    if not is_part(request):
        return HttpResponseRedirect(f"/replies/{reply.pk}", status=303)
    response = _sent(request, case, "reply", "", asks_to_close=asks_to_close)
    words = gettext("Going out…") if not reply.is_scheduled else gettext("It waits for its moment.")
    said = {"words": words, "undo": f"/replies/{reply.pk}/withdrawal"}
    seconds = None if reply.is_scheduled else (reply.goes_at - clock.now()).total_seconds()
    events = json.loads(response["HX-Trigger"]) | {"say": said | {"seconds": seconds}}
    response["HX-Trigger"] = json.dumps(events)
    return response


def _held(request: HttpRequest, case: Case, part: str, draft: Composed | Any) -> HttpResponse:
    """The draft stays as it was written, with what stands in its way."""
    agent = may_write(request.user)  # type: ignore[arg-type]
    if is_part(request):
        return render(request, f"screens/case/{part}.html", {"case": case, part: draft}, status=422)
    context = page.whole(case, agent) | {part: draft, "tab": part}
    return render(request, "screens/case.html", context, status=422)
