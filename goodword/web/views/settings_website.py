"""What is open to customers on the organisation's own site: the form, the help centre and the chat."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from goodword.channels.form.actions import set_website
from goodword.channels.form.queries import website as found
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.forms.website import WebsiteForm, initial_of
from goodword.web.saving import Screen, answer, for_admins


@require_http_methods(["GET", "POST"])
@for_admins
def website(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What is open, where it may stand, and what to put on the site for it."""
    site = found()
    form = WebsiteForm(request.POST or None, initial=initial_of(site))
    base = settings.BASE_URL
    snippets = {
        "form": f'<iframe src="{base}/portal/write?embed=1" title="Write to us" width="100%" height="860"></iframe>',
        "chat": f'<script src="{base}/portal/chat.js" async></script>',
    }
    context = {"site": site, "base": base, "snippets": snippets}
    return answer(
        request, form, lambda: set_website(clock.now(), agent, **form.given()),
        Screen("screens/settings/website.html", "/settings/website", context),
    )  # fmt: skip
