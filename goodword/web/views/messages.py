"""What a message brought along: its HTML made safe, its raw source, its files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from goodword.cases.access import attachment_for, message_for
from goodword.cases.queries import pictures_of
from goodword.channels.email import corrections, remote
from goodword.channels.email.access import source_for
from goodword.channels.email.showing import clean
from goodword.kit import clock, files, pdf_pages
from goodword.kit.errors import NotFound
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.stored import sealed, sent

FRAMED = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)
MOST_TEXT = 256 * 1024


@require_GET
@at_desk
def body(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the HTML of a message, cleaned, for a frame without scripts."""
    message = message_for(agent, pk)
    pictures = pictures_of(message)
    asked = request.GET.get("pictures") == "shown"
    shown = clean(
        message.html,
        image_url=lambda name: f"/attachments/{pictures[name]}" if name in pictures else None,
        remote_url=(lambda url: f"/messages/{pk}/pictures/{remote.token_of(pk, url)}") if asked else None,
    )
    response = render(request, "screens/case/body.html", {"shown": shown, "message": message})
    response["Content-Security-Policy"] = FRAMED
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_GET
@at_desk
def picture(request: HttpRequest, agent: Agent, pk: int, token: str) -> HttpResponse:
    """Sends a picture from elsewhere, fetched by the desk."""
    key, kind = remote.picture_for(agent, pk, token, clock.now())
    return sent(key, "picture", kind, inline=True)


@require_POST
@at_desk
def delivery(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Decides about a message that failed or is in doubt: send it again, or take it as sent."""
    message, now = message_for(agent, pk), clock.now()
    may_write(agent)
    if request.POST.get("do") == "out":
        corrections.it_went_out(message, now, agent)
        words = "Taken as sent."
    else:
        corrections.resend(message, now, agent)
        words = "It is on its way again."
    return sheets.changed(request, words, f"/cases/{message.case_id}", f"case:{message.case_id}")


@require_GET
@at_desk
def source(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a mail as it came, byte for byte."""
    return sent(source_for(agent, pk), f"message-{pk}.eml", "message/rfc822")


@require_GET
@at_desk
def preview(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the beginning of a text file as text and nothing else, whatever it says it is."""
    found = attachment_for(agent, pk)
    context = {"file": found, "found": files.text_of(found.key, MOST_TEXT)}
    response = render(request, "screens/case/preview.html", context)
    response["Content-Security-Policy"] = FRAMED
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_GET
@at_desk
def pages(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the first pages of a PDF as pictures: nothing in it acts, wherever it is looked at."""
    found = attachment_for(agent, pk)
    count = pdf_pages.pages_of(found.key)
    shown = range(1, min(count or 0, pdf_pages.MOST_PAGES) + 1)
    context = {"file": found, "count": count, "pages": shown, "has_more": (count or 0) > len(shown)}
    response = render(request, "screens/case/pages.html", context)
    response["Content-Security-Policy"] = FRAMED
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_GET
@at_desk
def page(request: HttpRequest, agent: Agent, pk: int, number: int) -> HttpResponse:
    """Sends one page of a PDF as a picture."""
    drawn = pdf_pages.page_of(attachment_for(agent, pk).key, number)
    if drawn is None:
        raise NotFound("This page cannot be shown.")
    return sealed(HttpResponse(drawn, content_type="image/png"))


@require_GET
@at_desk
def attachment(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Sends a file: pictures that are really pictures to be seen, everything else to be saved."""
    found = attachment_for(agent, pk)
    picture = files.picture_of(found.key)
    return sent(found.key, found.filename, picture or "application/octet-stream", inline=bool(picture))
