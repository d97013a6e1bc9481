"""Thanks of a colleague for a promise that was kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodword.insight.kudos import give
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.promises.access import promise_for
from goodword.web.doors import at_desk, done


@require_POST
@at_desk
def kudos(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Thanks who kept a promise."""
    promise = promise_for(may_write(agent), pk)
    given = give(promise, request.POST.get("words", ""), clock.now(), agent)
    return done(request, f"/promises/{pk}", gettext("%(name)s and the team will see it.") % {"name": given.to.name})
