"""The monthly report of a team: its page, its PDF, and the click that mails it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from goodword.insight.access import scope_of
from goodword.kit import clock
from goodword.notices import reports
from goodword.people.access import may_lead
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.pages.report import months, readers, report
from goodword.web.pdf import of_report


@require_safe
@at_desk
def page(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The report of a month."""
    now = clock.now()
    found = report(scope_of(agent), request.GET.dict(), now)
    return render(request, "screens/insight/report.html", {"report": found, "months": months(now), "tab": "report"})


@require_safe
@at_desk
def pdf(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The same on paper."""
    found = report(scope_of(agent), request.GET.dict(), clock.now())
    response = HttpResponse(of_report(found), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="report-{found.slug}.pdf"'
    return response


@require_POST
@at_desk
def mail(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Mails it to the team."""
    now = clock.now()
    found = report(scope_of(may_lead(agent)), request.POST.dict(), now)
    letter = reports.Monthly(found.title, found.says, found.slug, of_report(found))
    reports.send(letter, readers(found), now, agent)
    return done(request, f"/insight/report?month={found.slug}", gettext("On its way to the team."))
