"""The demo's own pages: the post, and the clock. On a real desk none of them exists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.views.decorators.http import require_POST, require_safe

from goodword.demo import letters, passing
from goodword.demo.build import customer_page
from goodword.demo.people import GUESTS, SHOP
from goodword.kit import clock
from goodword.kit.errors import NotFound
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Agent, Rest], HttpResponse]


def on_demo_desk(view: View[Rest]) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Lets in who has a desk, on a demo; elsewhere there is nothing at these addresses."""

    @wraps(view)
    def inner(request: HttpRequest, agent: Agent, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not clock.is_movable():
            raise NotFound("This is no demo desk.")
        return view(request, agent, *args, **kwargs)

    return at_desk(inner)


@require_POST
@on_demo_desk
def move_clock(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Moves the clock by one step, and goes back to where the visitor was."""
    passing.move(passing.moment_after(request.POST.get("step", ""), clock.now()), agent)
    happened = passing.in_short(passing.meanwhile())
    words = f"Meanwhile: {happened}." if happened else "Nothing fell due meanwhile."
    return done(request, _page_before(request), words)


def _page_before(request: HttpRequest) -> str:
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc != request.get_host():
        return "/"
    return f"{before.path}?{before.query}" if before.query else before.path or "/"


@require_safe
@on_demo_desk
def meanwhile(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What time has done since the clock was moved."""
    happened = passing.meanwhile()
    return render(request, "demo/meanwhile.html", {"happened": happened, "in_short": passing.in_short(happened)})


@require_safe
def customer(request: HttpRequest) -> HttpResponse:
    """Leads to one customer's promise page, so that it has an address that people can type."""
    return HttpResponseRedirect(customer_page())


@require_safe
def shop(request: HttpRequest) -> HttpResponse:
    """A page of the shop, as its customers see it: with the chat, and the ways to the help centre and the form."""
    if not clock.is_movable():
        raise NotFound("This is no demo desk.")
    return HttpResponse(get_template("demo/shop.html").render({"shop": SHOP}))


@require_safe
@on_demo_desk
def post(request: HttpRequest, agent: Agent) -> HttpResponse:
    """What customers (or colleagues) found in their mailboxes."""
    for_colleagues = request.GET.get("for") == "colleagues"
    context = {
        "letters": letters.latest(for_colleagues=for_colleagues),
        "for_colleagues": for_colleagues,
        "guests": GUESTS,
    }
    return render(request, "demo/post.html", context)


@require_safe
@on_demo_desk
def letter(request: HttpRequest, agent: Agent, number: int) -> HttpResponse:
    """One mail, with a form to answer it as its reader."""
    return render(request, "demo/letter.html", {"letter": letters.one(number)})


@require_POST
@on_demo_desk
def answer(request: HttpRequest, agent: Agent, number: int) -> HttpResponse:
    """The customer answers a mail."""
    taken = letters.answer(letters.one(number), request.POST.get("text", ""))
    return done(request, f"/cases/{taken.case}" if taken.case else "/demo/post", "The answer has arrived at the desk.")


@require_POST
@on_demo_desk
def write(request: HttpRequest, agent: Agent) -> HttpResponse:
    """A customer writes a new mail."""
    said = request.POST
    taken = letters.write(said.get("guest", ""), said.get("subject", ""), said.get("text", ""))
    return done(request, f"/cases/{taken.case}" if taken.case else "/demo/post", "The mail has arrived at the desk.")
