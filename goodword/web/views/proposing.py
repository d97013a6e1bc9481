"""What comes before proposing: the second half of a case's panel, the questions, the course, the customer's word."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from goodword.cases.access import case_for, category_for, resolution_for
from goodword.cases.proposing import set_category
from goodword.cases.queries import categories as known_categories
from goodword.cases.queries import diagnoses_of
from goodword.kit import clock
from goodword.kit.errors import NotFound
from goodword.people.access import may_write
from goodword.people.models import Agent
from goodword.web import sheets
from goodword.web.doors import at_desk
from goodword.web.forms.categories import CategoryForm, initial_of
from goodword.web.pages.work import beside
from goodword.web.saving import Screen, answer, for_admins, for_readers
from goodword.web.sheets import proposing


@require_GET
@at_desk
def work(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Shows what one decides by: questions, courses, remedies, policies and what is on file."""
    return render(request, "screens/work/whole.html", beside(case_for(agent, pk)))


@require_http_methods(["GET", "POST"])
@at_desk
def category(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Says what a case is about."""
    shown = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, proposing.CATEGORY, shown, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_http_methods(["GET", "POST"])
@at_desk
def diagnosis(request: HttpRequest, agent: Agent, pk: int, number: int) -> HttpResponse:
    """Answers one question of the category, or leaves it out with a reason."""
    shown = case_for(agent, pk)
    may_write(agent)
    asked = shown.category.questions if shown.category else []
    if number >= len(asked):
        raise NotFound("There is no such question.")
    row = proposing.Question(shown, asked[number], diagnoses_of(shown).get(asked[number]))
    return sheets.answer(request, proposing.DIAGNOSIS, row, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_http_methods(["GET", "POST"])
@at_desk
def course(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Proposes a course, once it is known what the customer wants and the questions are settled."""
    shown = case_for(agent, pk)
    may_write(agent)
    return sheets.answer(request, proposing.COURSE, shown, agent, back=f"/cases/{pk}", watch=f"case:{pk}")


@require_http_methods(["GET", "POST"])
@at_desk
def word(request: HttpRequest, agent: Agent, pk: int, name: str) -> HttpResponse:
    """Records what the customer said to a proposed course."""
    shown = resolution_for(agent, pk)
    may_write(agent)
    sheet = proposing.AGREEMENT if name == "agreement" else proposing.REFUSAL
    watch = f"case:{shown.case_id}"
    return sheets.answer(request, sheet, shown, agent, back=f"/cases/{shown.case_id}", watch=watch)


@require_GET
@for_readers
def categories(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows what cases can be about, with the questions of each."""
    return render(request, "screens/proposing/categories.html", {"categories": known_categories(every=True)})


@require_http_methods(["GET", "POST"])
@for_admins
def category_setting(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """Sets one category with its questions, or adds one."""
    known = category_for(agent, pk) if pk else None
    form = CategoryForm(request.POST or None, initial=initial_of(known) if known else {"active": True})
    return answer(
        request, form, lambda: set_category(at=clock.now(), by=agent, category=known, **form.given()),
        Screen("screens/proposing/category.html", "/settings/categories", {"category": known}),
    )  # fmt: skip
