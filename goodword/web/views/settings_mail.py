"""The mail log: what came in, what went out, each with its fate and its raw source."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from goodword.channels.email import loops, maillog, retrying
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.pages.maillog import CAME, WENT, came, went
from goodword.web.paging import number
from goodword.web.stored import sent


@require_GET
@at_desk
def log(request: HttpRequest, agent: Agent) -> HttpResponse:
    """One page of the log, filtered by direction, fate and address."""
    out = request.GET.get("direction") == "out"
    fates = WENT if out else CAME
    fate = request.GET.get("fate", "")
    fate = fate if fate in fates else ""
    address = request.GET.get("address", "").replace("\x00", "").strip()[:320]
    before = number(request.GET.get("before", ""))
    lines, has_older = _lines(agent, fate, address, before, out=out)
    chosen = {"direction": "out" if out else "in", "fate": fate, "address": address}
    older = f"?{urlencode(chosen | {'before': lines[-1].pk})}" if has_older else ""
    context = chosen | {"fates": fates, "lines": lines, "older": older, "is_older_page": before > 0}
    return render(request, "screens/settings/maillog.html", context)


def _lines(agent: Agent, fate: str, address: str, before: int, *, out: bool) -> tuple[list[Any], bool]:
    if out:
        mails, has_older = maillog.outgoing_for(agent, fate, address, before)
        return [went(row) for row in mails], has_older
    arrivals, has_older = maillog.arrivals_for(agent, fate, address, before)
    return [came(row) for row in arrivals], has_older


@require_GET
@at_desk
def arrival(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One mail that came in, as it came."""
    row = maillog.arrival_for(agent, pk)
    facts = [
        (gettext("To"), row.inbox),
        (gettext("Return path"), row.return_path or ""),
        (gettext("Fetched from"), row.place),
        (gettext("By"), row.door),
    ]
    may = agent.is_admin and retrying.can_be_placed_again(row)
    return _shown(request, row.key, {"line": came(row), "facts": facts, "direction": "in", "may_try": may})


@require_GET
@at_desk
def outgoing(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One mail that went out, as it went."""
    row = maillog.outgoing_one_for(agent, pk)
    facts = [
        (gettext("To"), ", ".join(row.recipients[:20])),
        (gettext("Taken for"), ", ".join(row.done[:20])),
        (gettext("Return path"), row.sender),
        ("Message-ID", row.mail_id),
        (gettext("Attempts in vain"), row.attempts or ""),
    ]
    may = agent.is_admin and retrying.can_go_again(row)
    return _shown(request, row.key, {"line": went(row), "facts": facts, "direction": "out", "may_try": may})


def _shown(request: HttpRequest, key: str, context: dict[str, Any]) -> HttpResponse:
    source, more = maillog.head_of(key)
    response = render(request, "screens/settings/mail.html", context | {"source": source, "more": more})
    response["Cache-Control"] = "no-store"
    return response


@require_GET
@at_desk
def arrival_source(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a mail that came in, byte for byte."""
    return sent(maillog.arrival_for(agent, pk).key, f"in-{pk}.eml", "message/rfc822")


@require_GET
@at_desk
def outgoing_source(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a mail that went out, byte for byte."""
    return sent(maillog.outgoing_one_for(agent, pk).key, f"out-{pk}.eml", "message/rfc822")


@require_GET
@at_desk
def stopped(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Where mail goes in circles, so that the desk writes nothing by itself."""
    return render(request, "screens/settings/stopped.html", {"stopped": loops.all_for(agent)})


@require_POST
@at_desk
def stopped_release(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Lets the desk write to an address by itself again."""
    loops.release(loops.breaker_for(agent, pk), clock.now(), agent)
    return done(request, "/settings/mail/stopped", gettext("The desk answers there again."))


@require_POST
@at_desk
def arrival_attempts(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Lets a mail without a place be read and placed anew."""
    retrying.place_again(maillog.arrival_for(agent, pk), clock.now(), agent)
    return done(request, f"/settings/mail/in/{pk}", gettext("It is read and placed anew."))


@require_POST
@at_desk
def outgoing_attempts(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a mail once more that failed or is in doubt."""
    retrying.send_again(maillog.outgoing_one_for(agent, pk), clock.now(), agent)
    return done(request, f"/settings/mail/out/{pk}", gettext("It is on its way again."))
