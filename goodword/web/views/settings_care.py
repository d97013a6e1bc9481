"""Following up: how often the desk writes by itself, and whether it asks how it was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from goodword.closing.contacts import set_care
from goodword.closing.queries import care
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.forms.care import CareForm
from goodword.web.saving import Screen, answer, for_admins


@require_http_methods(["GET", "POST"])
@for_admins
def following_up(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The cap on letters of the desk's own, and the survey."""
    known = care()
    initial = {name: getattr(known, name) for name in CareForm.base_fields}
    form = CareForm(request.POST or None, initial=initial)
    return answer(
        request, form, lambda: set_care(clock.now(), agent, **form.cleaned_data),
        Screen("screens/settings/care.html", "/settings/following-up"),
    )  # fmt: skip
