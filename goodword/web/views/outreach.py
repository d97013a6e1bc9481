"""Plans of contacts (settings of admins), and notices to many (leads)."""

from __future__ import annotations

from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goodword.closing.queries import care
from goodword.kit import clock
from goodword.outreach import plans as planning
from goodword.outreach import rounds as actions
from goodword.outreach.models import Round
from goodword.people.access import may_lead
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done
from goodword.web.forms.outreach import PlanForm, RoundForm
from goodword.web.saving import Screen, answer, for_admins, for_readers


@require_safe
@for_readers
def plans(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All plans."""
    return render(request, "screens/settings/plans.html", {"plans": planning.plans(), "care": care()})


@require_http_methods(["GET", "POST"])
@for_admins
def plan(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """One plan, or a new one."""
    known = planning.plan_by(pk) if pk else None
    initial = model_to_dict(known) if known else {"does": "letter", "owner": agent.pk}
    form = PlanForm(request.POST or None, initial=initial, texts=known.texts if known else None)

    def save() -> None:
        planning.set_plan(known, clock.now(), agent, **form.plain(), texts=form.texts())

    context = {"plan": known, "lately": planning.lately(known) if known else []}
    return answer(request, form, save, Screen("screens/settings/plan.html", "/settings/plans", context))


@require_safe
@at_desk
def rounds(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The latest notices to many."""
    return render(request, "screens/rounds.html", {"rounds": actions.rounds_for(agent)})


@require_http_methods(["GET", "POST"])
@at_desk
def writing(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Writes a notice; nothing goes out before it was looked at."""
    may_lead(agent)
    form = RoundForm(request.POST or None, initial={"owners": [agent.pk]})
    made: list[Round] = []

    def save() -> None:
        made.append(actions.draft(form.notice(), form.chosen(), clock.now(), agent))

    response = answer(request, form, save, Screen("screens/rounds/new.html", "/rounds/"))
    return HttpResponseRedirect(f"/rounds/{made[0].pk}", status=303) if made else response


@require_safe
@at_desk
def round_(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """A notice before it goes out, on its way, and afterwards."""
    made = actions.round_for(agent, pk)
    context = {"round": made, "standing": actions.standing(made, clock.now()), "round_name": f"round:{pk}"}
    return render(request, "screens/round.html", context)


@require_POST
@at_desk
def sending(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Lets it go out."""
    actions.start(actions.round_for(agent, pk), clock.now(), agent)
    return done(request, f"/rounds/{pk}", gettext("It goes out now."))


@require_POST
@at_desk
def cancellation(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Stops it: nobody else gets it."""
    actions.cancel(actions.round_for(agent, pk), clock.now(), agent)
    return done(request, f"/rounds/{pk}", gettext("Stopped. Nobody else gets it."))
