"""One's own security, and for admins how everybody signs in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.kit import clock
from goodword.people import sign_in
from goodword.people.models import Agent
from goodword.web.accounts import PROVIDER_ID
from goodword.web.doors import SECURITY, at_desk, done
from goodword.web.forms.entrance import SignInForm
from goodword.web.pages.security import places_of
from goodword.web.saving import Screen, answer, for_admins


@require_GET
@at_desk
def security(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Password, second factors, and where one is signed in."""
    here = request.session.session_key or ""
    context = {
        "person": agent, "ways": sign_in.ways_of(agent), "places": places_of(sign_in.sessions_of(agent), here),
        "must": agent.role in sign_in.rules().second_factor_for,
    }  # fmt: skip
    return render(request, "screens/settings/security.html", context)


@require_POST
@at_desk
def session_end(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Signs oneself out in one other place."""
    sign_in.end_session(agent, pk, clock.now())
    return done(request, SECURITY, gettext("Signed out there."))


@require_POST
@at_desk
def other_sessions_end(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Signs oneself out everywhere else."""
    ended = sign_in.end_other_sessions(agent, request.session.session_key or "", clock.now())
    return done(
        request,
        SECURITY,
        ngettext("Signed out in %(ended)s other place.", "Signed out in %(ended)s other places.", ended)
        % {"ended": ended},
    )


@require_http_methods(["GET", "POST"])
@for_admins
def rules(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Who needs a second factor, and who tells us who somebody is."""
    known = sign_in.rules()
    form = SignInForm(request.POST if request.method == "POST" else None, known=known)
    back = settings.BASE_URL + reverse("openid_connect_callback", args=[PROVIDER_ID])

    def save() -> str:
        sign_in.set_rules(form.cleaned_data["second_factor_for"], form.provider(), clock.now(), agent)
        return gettext("Saved. It holds from everybody's next sign-in on.")

    return answer(
        request,
        form,
        save,
        Screen("screens/settings/sign_in.html", "/settings/sign-in", {"known": known, "back": back}),
    )
