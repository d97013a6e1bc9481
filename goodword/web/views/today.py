"""Today: what this person has promised, what to check and what to mend."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.asks.queries import held_by, late_answers_for
from goodword.cases.mending import to_mend
from goodword.channels.email.loops import stopped_for
from goodword.closing.queries import checks_of
from goodword.handovers.queries import offered_to
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.promises.lists import called_out, owed_page
from goodword.promises.today import grouped
from goodword.web.doors import at_desk
from goodword.web.paging import place_of, read_place
from goodword.web.views.guide import DISMISSED


@require_safe
@at_desk
def today(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The home of the desk: one line for each thing, with the likely next step."""
    now = clock.now()
    after = read_place(request.GET.get("after", ""))
    owed, has_more = owed_page(agent, after)
    groups = grouped(owed, now, agent.time_zone)
    context = {
        "groups": groups,
        "count": len(owed),
        "more": f"/?after={place_of(owed[-1].due_at, owed[-1].pk)}" if has_more else "",
        "is_later_page": after is not None,
        "offers_guide": agent.is_admin and DISMISSED not in request.COOKIES,
        "live_names": f"today notices:{agent.pk}",
    }
    if after is None:
        context |= {"asked": held_by(agent), "unanswered": late_answers_for(agent)}
        context |= {"checks": checks_of(agent), "mend": to_mend(agent), "called_out": called_out(agent)}
        context |= {"offered": offered_to(agent), "stopped": stopped_for(agent)}
    return render(request, "screens/today.html", context)
