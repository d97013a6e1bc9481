"""Mailboxes: connecting one, trying it in both directions, and how each does."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.channels.email import mailboxes as actions
from goodword.channels.email.models import Mailbox
from goodword.channels.email.queries import every_mailbox, mailbox_by
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import done
from goodword.web.forms.mailbox import MailboxForm, initial_of
from goodword.web.forms.providers import PROVIDERS
from goodword.web.pages.settings import state_of
from goodword.web.saving import Screen, answer, for_admins, for_readers


@require_GET
@for_readers
def mailboxes(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All mailboxes with how they do."""
    found = [(mailbox, state_of(mailbox, clock.now())) for mailbox in every_mailbox()]
    return render(request, "screens/settings/mailboxes.html", {"mailboxes": found})


@require_http_methods(["GET", "POST"])
@for_admins
def mailbox(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """One mailbox, or a new one with the servers of a provider filled in."""
    known = mailbox_by(pk) if pk else None
    chosen = request.GET.get("provider", "own")
    provider = PROVIDERS.get(chosen, PROVIDERS["own"])
    form = MailboxForm(request.POST or None, known=known, initial=initial_of(known) if known else provider.initial())
    context: dict[str, Any] = {"mailbox": known, "providers": PROVIDERS, "chosen": chosen, "provider": provider}
    context |= {"state": state_of(known, clock.now())} if known else {}
    if request.POST.get("do") == "try" and form.is_valid():
        context |= {"form": form, **_trials(form, known)}
        response = render(request, "screens/settings/mailbox.html", context)
        response["Cache-Control"] = "no-store"
        return response
    return answer(
        request,
        form,
        lambda: _save(form, known, agent),
        Screen("screens/settings/mailbox.html", "/settings/mailboxes", context),
    )


def _save(form: MailboxForm, known: Mailbox | None, agent: Agent) -> str:
    given, past = form.given(), form.cleaned_data["past"]
    if known:
        actions.change(known, given, clock.now(), agent, past=past)
        return gettext("%(address)s is saved.") % {"address": given.address}
    actions.connect(given, clock.now(), agent, past=past)
    return gettext("%(address)s is connected.") % {"address": given.address}


def _trials(form: MailboxForm, known: Mailbox | None) -> dict[str, actions.Trial]:
    given, now = form.given(), clock.now()
    return {"incoming": actions.try_incoming(given, now, known), "outgoing": actions.try_outgoing(given, now, known)}


@require_POST
@for_admins
def mailbox_use(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes a mailbox out of use, or back into it."""
    known, on = mailbox_by(pk), request.POST.get("on") == "yes"
    actions.switch(known, clock.now(), agent, on=on)
    words = (
        gettext("%(address)s is used again.")
        if on
        else gettext("%(address)s is not used any more; its mail and its cases stay.")
    )
    return done(request, "/settings/mailboxes", words % {"address": known.address})
