"""The web form: anybody writes to us, without an account, with or without script."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goodword.channels.email.typos import likely_meant
from goodword.channels.form import actions
from goodword.channels.form.guard import knock
from goodword.channels.form.models import Website
from goodword.kit import clock
from goodword.kit.errors import DeskError, Malformed, NotFound, TooOften
from goodword.policies.queries import article
from goodword.portal import asking
from goodword.portal.public import is_framed, open_to_all, shown, tongue_of

MOST_AN_HOUR = 20


@open_to_all("form")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, site: Website) -> HttpResponse:
    """The form, and what it sends."""
    if request.method != "POST":
        key = asking.new_key(clock.now())
        return shown(request, site, "write", key=key, kept=_begun(request), **_around(site))
    try:
        count = knock("form", request.META.get("REMOTE_ADDR", ""), MOST_AN_HOUR, clock.now())
        asked = asking.read(request, tongue_of(request), count, clock.now())
        _look_twice(request, asked.written.address)
        actions.checked(asked.written)
        if asked.asks:
            raise Malformed("Somebody must be there.", code="are_you_there", field="sum")
        actions.take(asked.written, clock.now())
    except DeskError as fault:
        return _again(request, site, fault)
    query = {"lang": tongue_of(request), **({"embed": "1"} if is_framed(request) else {})}
    return HttpResponseRedirect(f"{reverse('portal-written')}?{urlencode(query)}", status=303)


@open_to_all("form")
@require_safe
def written(request: HttpRequest, site: Website) -> HttpResponse:
    """Says that it has arrived, and what comes of it."""
    return shown(request, site, "written", **_around(site))


def _around(site: Website) -> dict[str, Any]:
    return {"has_help": site.help_is_on}


def _begun(request: HttpRequest) -> dict[str, str]:
    """What the form begins with: the article that did not help, or the words that were searched for."""
    about, words = request.GET.get("about", "")[:80], request.GET.get("q", "")[:200]
    try:
        return {"subject": article(about).current.title if about else words}  # type: ignore[union-attr]
    except NotFound:
        return {"subject": words}


def _look_twice(request: HttpRequest, address: str) -> None:
    """An address that looks mistyped is asked about once: an answer to it would reach nobody."""
    meant = likely_meant(address)
    if meant and request.POST.get("sure") != address:
        raise Malformed("Is this address right?", code="address_in_doubt", field="address", meant=meant[0])


def _again(request: HttpRequest, site: Website, fault: DeskError) -> HttpResponse:
    """The form again, with what went wrong above it and nothing lost of what was written and added."""
    now = clock.now()
    status = 429 if isinstance(fault, TooOften) else 422
    key = asking.key_again(request, now)
    found = {
        "key": key, "kept": request.POST, "fault": fault.code, "field": fault.details.get("field"),
        "meant": fault.details.get("meant", ""), "files": asking.kept_again(request),
        "asks": asking.question(key, fault.code, now),
    }  # fmt: skip
    response = shown(request, site, "write", status, **found, **_around(site))
    if isinstance(fault, TooOften):
        response["Retry-After"] = str(fault.details["seconds"])
    return response
