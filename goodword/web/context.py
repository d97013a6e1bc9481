"""What every page knows. Each value is a function, called only by templates that use it: others pay nothing."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from goodword.kit import clock
from goodword.notices import queries as notices
from goodword.people.models import Agent
from goodword.web.doors import is_part
from goodword.web.spoken import spoken

THEMES = ("light", "dark")


def desk(request: HttpRequest) -> dict[str, Any]:
    """Returns what every template may use.

    `layout` is the frame: the whole desk, or nothing around the content when htmx asks for a part.
    """

    @cache
    def agent() -> Agent | None:
        person = getattr(request, "user", None)
        return person if isinstance(person, Agent) and person.works_at_desk else None

    @cache
    def unread_notices() -> int:
        person = agent()
        return notices.unread(person) if person else 0

    theme = request.COOKIES.get("theme", "")
    return {
        "agent": agent,
        "unread_notices": unread_notices,
        "is_demo": clock.is_movable,
        "desk_now": clock.now,
        "module_words": spoken,
        "theme": theme if theme in THEMES else "",
        "layout": "layouts/part.html" if is_part(request) else "layouts/desk.html",
    }
