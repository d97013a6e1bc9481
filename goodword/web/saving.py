"""How every form of the settings is answered: what is refused stands beside its field, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from goodword.kit.errors import Conflict, DeskError, Malformed
from goodword.people.access import may_administer, may_see_settings
from goodword.people.models import Agent
from goodword.web.doors import at_desk, done

Rest = ParamSpec("Rest")


@dataclass(frozen=True)
class Screen:
    """The page of a form: its template, where it leads once all is saved, what else stands on it, the form's name."""

    template: str
    to: str
    context: dict[str, Any] = field(default_factory=dict)
    name: str = "form"


def for_admins(
    view: Callable[Concatenate[HttpRequest, Agent, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Lets admins in: others at the desk are told that this takes one, everybody else finds nothing here."""

    @at_desk
    @wraps(view)
    def inner(request: HttpRequest, agent: Agent, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        return view(request, may_administer(agent), *args, **kwargs)

    return inner


def for_readers(
    view: Callable[Concatenate[HttpRequest, Agent, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Lets admins in, and auditors to read: what changes something is not shown to them, and refused anyhow."""

    @at_desk
    @wraps(view)
    def inner(request: HttpRequest, agent: Agent, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        request.shows_only = agent.only_reads  # type: ignore[attr-defined]
        return view(request, may_see_settings(agent), *args, **kwargs)

    return inner


def answer(request: HttpRequest, form: forms.Form, save: Callable[[], Any], screen: Screen) -> HttpResponse:
    """Shows a form, or saves it. `save` calls one action and returns the words to say (None: "Saved.")."""
    if request.method == "POST" and form.is_valid():
        try:
            words = save()
        except (Conflict, Malformed) as refusal:
            _refuse(form, refusal)
        except ValidationError as faults:
            _refuse_all(form, faults)
        else:
            return done(request, screen.to, words if isinstance(words, str) else gettext("Saved."))
    status = 422 if request.method == "POST" else 200
    response = render(request, screen.template, screen.context | {screen.name: form}, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _refuse(form: forms.Form, refusal: DeskError) -> None:
    name = str(refusal.details.get("field", ""))
    form.add_error(name if name in form.fields else None, refusal.spoken)


def _refuse_all(form: forms.Form, faults: ValidationError) -> None:
    named = faults.message_dict if hasattr(faults, "error_dict") else {"": faults.messages}
    for name, words in named.items():
        form.add_error(name if name in form.fields else None, words)
