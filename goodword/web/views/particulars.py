"""What a case belongs to: its links, taking a split back, and whether it is spam."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goodword.cases import linking
from goodword.cases.access import case_for, tie_for
from goodword.closing import spam as marking
from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.promises import splitting
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.pages import particulars as page


@require_safe
@at_desk
def particulars(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows the cases to which a case belongs."""
    return render(request, "screens/particulars/whole.html", page.beside(case_for(agent, pk)))


@require_POST
@at_desk
def removal(request: HttpRequest, agent: Agent, pk: int, tie: int) -> HttpResponse:
    """Removes a link."""
    shown = case_for(agent, pk)
    linking.unlink(tie_for(may_write(agent), shown, tie), clock.now(), agent)
    return sheets.changed(request, _("The link is gone."), f"/cases/{pk}", f"case:{pk}")


@require_POST
@at_desk
def rejoining(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Puts what was split off back where it was."""
    whole = splitting.undo(case_for(agent, pk), clock.now(), may_write(agent))
    return sheets.changed(request, f"/cases/{whole.pk}", f"/cases/{pk}", f"case:{pk}")


@require_POST
@at_desk
def spam(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Marks a case as spam, with its sender; offers to take that back."""
    shown = case_for(agent, pk)
    marking.mark(shown, clock.now(), may_write(agent))
    words = _("Marked as spam. New mail from there goes to the view of spam.")
    return sheets.changed(request, words, f"/cases/{pk}", f"case:{pk}", f"/cases/{pk}/spam/removal")


@require_POST
@at_desk
def no_spam(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Says that a case is no spam."""
    shown = case_for(agent, pk)
    marking.unmark(shown, clock.now(), may_write(agent))
    return sheets.changed(request, _("No spam: back where it was."), f"/cases/{pk}", f"case:{pk}")
