"""Settings: how this desk keeps its word, and how much of what was heard reached the ledger."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from goodword.kit import clock
from goodword.people.models import Agent
from goodword.promises.habits import set_habits
from goodword.promises.listening import lately
from goodword.promises.queries import habits as known_habits
from goodword.web.forms.habits import HabitsForm, initial_of
from goodword.web.saving import Screen, answer, for_admins


@require_http_methods(["GET", "POST"])
@for_admins
def habits(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Warn or require, when an apology is late, and the figures of the last four weeks."""
    now = clock.now()
    form = HabitsForm(request.POST or None, initial=initial_of(known_habits()))
    parts, whole = lately(now)
    return answer(
        request, form, lambda: set_habits(now, agent, **form.given()),
        Screen("screens/settings/habits.html", "/settings/promises", {"parts": parts, "whole": whole}),
    )  # fmt: skip
