"""Who knows about what: found by the words one would use, said by everybody for themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from goodword.kit import clock
from goodword.people.access import may_write
from goodword.people.knowledge import everybody_with_topics, may_say_of, topics_of, who_knows
from goodword.people.models import Agent
from goodword.people.skills import say, skill_for, unsay
from goodword.web.doors import at_desk, done
from goodword.web.paging import number


@require_safe
@at_desk
def skills(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Who knows about the words typed, or everybody with their topics."""
    words = request.GET.get("q", "").strip()
    found = who_knows(words, 50) if words else everybody_with_topics()
    context = {
        "words": words,
        "found": found,
        "mine": topics_of([agent.pk]).get(agent.pk, []),
        "others": may_say_of(agent),
    }
    return render(request, "screens/skills.html", context)


@require_POST
@at_desk
def topics(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Says what oneself, or for leads anybody, knows about."""
    may_write(agent)
    chosen = number(request.POST.get("person", ""))
    person = next((one for one in may_say_of(agent) if one.pk == chosen), agent)
    said = say(person, request.POST.get("topic", ""), clock.now(), agent)
    words = gettext("You know about %(topic)s.") if person == agent else gettext("%(name)s knows about %(topic)s.")
    return done(request, "/skills/", words % {"name": person.name, "topic": said.topic})


@require_POST
@at_desk
def removal(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes a topic away."""
    may_write(agent)
    skill = skill_for(agent, pk)
    unsay(skill, clock.now(), agent)
    return done(request, "/skills/", gettext("“%(topic)s” is taken away.") % {"topic": skill.topic})
