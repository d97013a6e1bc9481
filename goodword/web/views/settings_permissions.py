"""Mailboxes without a password: registering the desk with Google or Microsoft, and the permission of the owner."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goodword.channels.email import connecting, oauth
from goodword.channels.email.models import SignIn
from goodword.channels.email.permissions import BACK
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.people.models import Agent
from goodword.web.doors import done
from goodword.web.forms.sign_in import OwnerForm, RegistrationForm
from goodword.web.saving import Screen, answer, for_admins

KEPT = "mailbox_permission"


@require_http_methods(["GET", "POST"])
@for_admins
def sign_in(request: HttpRequest, agent: Agent, issuer: str) -> HttpResponse:
    """How the issuer knows this desk, and the way to a mailbox of it."""
    known = connecting.sign_in_with(agent, issuer)
    form = RegistrationForm(request.POST or None, known=known, initial=_initial(issuer, known))
    address = request.GET.get("address", "")[:320]
    context = {
        "issuer": issuer, "about": oauth.ISSUERS[issuer], "sign_in": known, "back": f"{settings.BASE_URL}{BACK}",
        "owner": OwnerForm(initial={"address": address}),
    }  # fmt: skip

    def save() -> str:
        connecting.register(issuer, form.given(), clock.now(), agent)
        return gettext("Saved. Now the owner of a mailbox can sign in.")

    screen = Screen("screens/settings/mailbox/sign_in.html", f"/settings/mailboxes/sign-in/{issuer}", context)
    return answer(request, form, save, screen)


def _initial(issuer: str, known: SignIn | None) -> dict[str, str]:
    usual = oauth.ISSUERS[issuer]
    if known is None:
        return {"authorize_url": usual.authorize_url, "token_url": usual.token_url}
    return {"client_id": known.client_id, "authorize_url": known.authorize_url, "token_url": known.token_url}


@require_POST
@for_admins
def way(request: HttpRequest, agent: Agent, issuer: str) -> HttpResponse:
    """The link to the issuer; what must come back from there is kept in the session."""
    form = OwnerForm(request.POST)
    if not form.is_valid():
        raise Malformed("That is not an e-mail address.", field="address")
    address = form.cleaned_data["address"].lower()
    found = connecting.begin(issuer, address, agent)
    request.session[KEPT] = {"issuer": issuer, "address": address, "state": found.state, "verifier": found.verifier}
    context = {"about": oauth.ISSUERS[issuer], "issuer": issuer, "address": address, "url": found.url}
    return render(request, "screens/settings/mailbox/way.html", context)


@require_http_methods(["GET", "POST"])
@for_admins
def permission(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The issuer sends its answer here; one more click takes it, since looking at a page changes nothing."""
    kept = request.session.get(KEPT)
    given = request.POST if request.method == "POST" else request.GET
    if not kept or not hmac.compare_digest(str(kept["state"]), given.get("state", "")[:200]):
        raise Conflict("This answer belongs to no sign-in that was begun here. Begin again.", code="unknown_state")
    about = oauth.ISSUERS[kept["issuer"]]
    if request.method == "GET":
        context = {
            "about": about,
            "kept": kept,
            "code": given.get("code", "")[:4000],
            "refusal": _refusal(request, kept),
        }
        return render(request, "screens/settings/mailbox/permission.html", context)
    del request.session[KEPT]
    code = given.get("code", "")[:4000]
    mailbox = connecting.finish(kept["issuer"], kept["address"], code, kept["verifier"], clock.now(), agent)
    return done(
        request,
        f"/settings/mailboxes/{mailbox.pk}",
        gettext("%(address)s is connected by %(name)s.") % {"address": mailbox.address, "name": about.name},
    )


def _refusal(request: HttpRequest, kept: dict[str, str]) -> str:
    error = request.GET.get("error", "")[:60]
    said = request.GET.get("error_description", "")[:200]
    return oauth.explained(oauth.ISSUERS[kept["issuer"]].name, error, said) if error else ""
