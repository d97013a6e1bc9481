"""What is written in a case: replies, notes and calls, the hearing of promises in them, and their files."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST

from goodword.cases import actions as cases
from goodword.cases.access import case_for
from goodword.cases.models import Case
from goodword.kit import clock
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
from goodword.web.uploads import kept_in


@require_POST
@at_desk
def messages(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a reply with the promises in it, or holds it back and says why."""
    shown = case_for(agent, pk)
    may_write(agent)
    draft = page.reply_of(request, shown, agent)
    sent = writing.send_reply(request, draft)
    if sent:
        drafts.forget(shown, agent)
    if isinstance(sent, Reply):
        return _waits(request, shown, sent)
    if sent:
        return _sent(request, shown, "reply", "Sent.")
    return _held(request, shown, "reply", draft)


@require_POST
@at_desk
def calls(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Logs a call with the promises in it."""
    shown = case_for(agent, pk)
    may_write(agent)
    draft = page.call_of(request, shown, agent)
    if writing.log_call(request, draft):
        return _sent(request, shown, "call", "The call is logged.")
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
    return _sent(request, shown, "note", "Noted.")


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
    looks = worded.looks(typed) if part == "reply" else ""
    return render(request, "screens/case/chips.html", {"draft": draft, "hints": found, "looks": looks})


@require_POST
@at_desk
def files(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Keeps the files that somebody drops into a draft, and answers with what names them in its form."""
    shown = case_for(agent, pk)
    may_write(agent)
    return render(request, "screens/case/files.html", {"files": kept_in(request, shown.pk)})


def _sent(request: HttpRequest, case: Case, part: str, words: str) -> HttpResponse:
    """The draft is gone: an empty one takes its place, and the page shows what is new."""
    if not is_part(request):
        return HttpResponseRedirect(f"/cases/{case.pk}#latest", status=303)
    agent = may_write(request.user)  # type: ignore[arg-type]
    fresh = case_for(agent, case.pk)
    response = render(request, f"screens/case/{part}.html", page.composer_alone(fresh, agent))
    answer = sheets.changed(request, words, f"/cases/{case.pk}", f"case:{case.pk}")
    response["HX-Trigger"] = answer["HX-Trigger"]
    return response


def _waits(request: HttpRequest, case: Case, reply: Reply) -> HttpResponse:
    """It is written and goes out at its moment: until then it can be taken back, on a page of its own without htmx."""
    if not is_part(request):
        return HttpResponseRedirect(f"/replies/{reply.pk}", status=303)
    response = _sent(request, case, "reply", "")
    words = "Going out…" if not reply.is_scheduled else "It waits for its moment."
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
