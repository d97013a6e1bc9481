"""Policies: found as one types, read with every version, written by leads; and searched beside a case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.cases.access import case_for
from goodword.kit import clock
from goodword.people.access import may_lead
from goodword.people.models import Agent
from goodword.policies import actions
from goodword.policies.access import policies_for, policy_for
from goodword.policies.queries import versions
from goodword.web.doors import at_desk, done
from goodword.web.forms.policies import PolicyForm, initial_of
from goodword.web.saving import Screen, answer

MOST_BESIDE_A_CASE = 6


@require_GET
@at_desk
def policies(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Every policy in force, or those in which the words stand."""
    words, old = request.GET.get("q", "")[:200], request.GET.get("old") == "yes"
    found = policies_for(agent, words, out_of_force=old)
    return render(request, "screens/policies.html", {"policies": found, "words": words, "old": old and agent.is_lead})


@require_GET
@at_desk
def policy(request: HttpRequest, agent: Agent, slug: str) -> HttpResponse:
    """What a policy says now, and everything it ever said."""
    found = policy_for(agent, slug)
    return render(request, "screens/policies/article.html", {"policy": found, "versions": versions(found)})


@require_http_methods(["GET", "POST"])
@at_desk
def writing(request: HttpRequest, agent: Agent, slug: str = "") -> HttpResponse:
    """Writes a policy, or the next version of one."""
    may_lead(agent)
    known = policy_for(agent, slug) if slug else None
    form = PolicyForm(request.POST or None, initial=initial_of(known) if known else {})
    return answer(
        request, form, lambda: _publish(form, agent, known),
        Screen("screens/policies/form.html", f"/policies/{slug}", {"policy": known}),
    )  # fmt: skip


def _publish(form: PolicyForm, agent: Agent, known: object) -> str:
    written = actions.publish(form.words(), clock.now(), agent, known)  # type: ignore[arg-type]
    return (
        (gettext("“%(title)s” is in force.") % {"title": form.cleaned_data["title"]})
        if written.is_active
        else gettext("Written. It is out of force.")
    )


@require_POST
@at_desk
def force(request: HttpRequest, agent: Agent, slug: str) -> HttpResponse:
    """Takes a policy out of force, or brings it back."""
    is_on = request.POST.get("on") == "yes"
    actions.set_active(policy_for(agent, slug), active=is_on, at=clock.now(), by=agent)
    return done(
        request,
        f"/policies/{slug}",
        gettext("In force again.") if is_on else gettext("Out of force. Its versions stay."),
    )


@require_GET
@at_desk
def beside(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """The policies that fit what is typed beside a case, with what may be sent to the customer."""
    words = request.GET.get("q", "")[:200]
    found = policies_for(agent, words)[:MOST_BESIDE_A_CASE] if words.strip() else []
    context = {"case": case_for(agent, pk), "policies": found, "words": words}
    return render(request, "screens/policies/beside.html", context)
