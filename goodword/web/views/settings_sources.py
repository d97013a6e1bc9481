"""Settings: providers that report payments and parcels, and what they last said."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.people.models import Agent
from goodword.promises.sources import add_source, every_source, lately_reported, source_by, switch_source
from goodword.web.doors import done
from goodword.web.forms.sources import SourceForm
from goodword.web.saving import for_admins, for_readers


@require_GET
@for_readers
def sources(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All sources with their last events."""
    context = {"sources": every_source(), "events": lately_reported(), "base": settings.BASE_URL}
    return render(request, "screens/settings/sources.html", context)


@require_http_methods(["GET", "POST"])
@for_admins
def source(request: HttpRequest, agent: Agent) -> HttpResponse:
    """A new source; its secret is shown once, on the page that answers."""
    form = SourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row, secret = add_source(form.cleaned_data["name"], form.cleaned_data["kind"], clock.now(), agent)
        except (Conflict, Malformed) as refusal:
            _refuse(form, refusal)
        else:
            made = {"source": row, "secret": secret, "base": settings.BASE_URL}
            return _unkept(render(request, "screens/settings/source_made.html", made, status=201))
    return _unkept(
        render(request, "screens/settings/source.html", {"form": form}, status=422 if request.method == "POST" else 200)
    )


@require_POST
@for_admins
def source_use(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Listens to a source, or no longer."""
    row = switch_source(source_by(pk), clock.now(), agent, on=request.POST.get("on") == "yes")
    words = gettext("%(name)s is listened to.") if row.is_active else gettext("%(name)s is not listened to.")
    return done(request, "/settings/sources", words % {"name": row.name})


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _refuse(form: forms.Form, refusal: Conflict | Malformed) -> None:
    name = str(refusal.details.get("field", ""))
    form.add_error(name if name in form.fields else None, refusal.spoken)
