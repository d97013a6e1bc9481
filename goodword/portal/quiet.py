"""No more letters that the desk writes by itself: a page with one button, which mail programs may press (RFC 8058)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from goodword.closing.contacts import be_quiet, contact_behind
from goodword.kit import clock
from goodword.people.queries import organisation
from goodword.portal.doors import rendered, visitor


@visitor
@require_http_methods(["GET", "HEAD", "POST"])
def quiet(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once, and says what is still written. The token alone is the right to it: no form key comes from a mail."""
    contact = contact_behind(token)
    is_done = request.method == "POST"
    if is_done:
        be_quiet(token, clock.now())
    context = {"is_done": is_done, "organisation": organisation()}
    return rendered(request, "quiet", contact.customer.language, context, 200)
