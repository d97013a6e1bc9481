"""The customer's page and its buttons. Opening a page changes nothing: mail scanners open every link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.closing import visits
from goodword.closing.pages import page_for
from goodword.closing.survey_pages import survey_token
from goodword.kit import clock
from goodword.kit.errors import Malformed, NotFound
from goodword.portal import forms
from goodword.portal.doors import answered, shown, visitor
from goodword.portal.words import ANSWERS, spoken


@visitor
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """What we promised, by when, what changed, what comes next."""
    return shown(request, token)


@visitor
@require_safe
def said(request: HttpRequest, token: str, said: str) -> HttpResponse:
    """Says what was recorded, and what comes of it."""
    read = forms.read_answer(token, said)
    if read is None or read[0] not in ANSWERS:
        return HttpResponseRedirect(reverse("portal", args=[token]))
    found = page_for(token, clock.now())
    survey = survey_token(token, clock.now()) if read[0] == "done" else ""
    return shown(
        request, token, "answer", found, answer=ANSWERS[read[0]], promise=found.promise(read[1]), survey=survey
    )


@visitor
@require_POST
def receipt(request: HttpRequest, token: str, promise: int) -> HttpResponse:
    """Got it."""
    forms.check_key(request, token)
    visits.got_it(token, promise, clock.now())
    return answered(token, "received", promise)


@visitor
@require_POST
def dispute(request: HttpRequest, token: str, promise: int) -> HttpResponse:
    """Not yet: what we call delivered has not arrived."""
    forms.check_key(request, token)
    visits.not_there(token, promise, clock.now())
    return answered(token, "not_there", promise)


@visitor
@require_POST
def reminder(request: HttpRequest, token: str, promise: int) -> HttpResponse:
    """Not yet: I am still waiting."""
    words = forms.words(request, token, spoken(request, token, "waiting", promise))
    visits.still_waiting(token, promise, words, clock.now())
    return answered(token, "waiting", promise)


@visitor
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, token: str, promise: int) -> HttpResponse:
    """This date does not suit me: a page that asks for another day, and what it sends."""
    found = page_for(token, clock.now())
    row = found.promise(promise)
    if row is None or not row.is_open:
        raise NotFound("There is no such promise.")
    if request.method != "POST":
        return shown(request, token, "day", found, promise=row)
    try:
        wished = forms.wished_day(request)
        words = forms.words(request, token, spoken(request, token, "wished", promise, wished))
        visits.another_day(token, promise, wished, words, clock.now())
    except Malformed as fault:
        return shown(request, token, "day", found, promise=row, fault=fault.code, status=422)
    return answered(token, "wished", promise)


@visitor
@require_POST
def closure(request: HttpRequest, token: str) -> HttpResponse:
    """Nothing more, thanks. What is still owed stays owed, and the answer says so."""
    words = forms.words(request, token, spoken(request, token, "done"))
    left = visits.nothing_more(token, words, clock.now())
    return answered(token, "still_owed" if left else "done")


@visitor
@require_POST
def remainder(request: HttpRequest, token: str) -> HttpResponse:
    """Something is missing: the answer to the check that keeps the matter open."""
    visits.something_more(token, forms.words(request, token, spoken(request, token, "more")), clock.now())
    return answered(token, "more")


@visitor
@require_POST
def messages(request: HttpRequest, token: str) -> HttpResponse:
    """A message with files."""
    visits.write(token, forms.words(request, token), clock.now())
    return answered(token, "written")
