"""Keys to the API: one's own, and for admins everybody's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goodword.kit import clock
from goodword.kit.errors import Malformed
from goodword.people import tokens as actions
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.forms.tokens import TokenForm

HERE = "/settings/tokens"


@require_http_methods(["GET", "POST"])
@at_desk
def tokens(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What one's programs may do here; a new token is shown this once."""
    form = TokenForm(request.POST if request.method == "POST" else None, person=may_write(agent))
    made, words = None, ""
    if request.method == "POST" and form.is_valid():
        try:
            made, words = actions.add_token(agent, **form.given(), at=clock.now(), by=agent)
            form = TokenForm(None, person=agent)
        except Malformed as refusal:
            form.add_error(None, refusal.spoken)
    context = {
        "form": form, "made": made, "words": words, "tokens": actions.tokens_of(agent),
        "others": actions.tokens_of_others(agent) if agent.is_admin else [],
    }  # fmt: skip
    status = 422 if request.method == "POST" and not made else 200
    response = render(request, "screens/settings/tokens.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@at_desk
def removal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Ends a token for good: one's own, or anybody's as an admin."""
    token = actions.token_for(agent, pk)
    actions.revoke_token(token, clock.now(), agent)
    return done(request, HERE, gettext("“%(name)s” opens nothing any more.") % {"name": token.name})
