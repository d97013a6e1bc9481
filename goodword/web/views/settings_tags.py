"""The tags of the desk: which there are, and which are offered."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goodword.cases.access import tag_for
from goodword.cases.labelling import MOST_KNOWN, add_tag, use_tag
from goodword.cases.labels import LONGEST_TAG
from goodword.cases.queries import tags as known_tags
from goodword.kit import clock
from goodword.kit.tongues import later as _
from goodword.people.models import Agent
from goodword.web.doors import done
from goodword.web.saving import Screen, answer, for_admins

HERE = "/settings/tags"


class TagForm(forms.Form):
    """A new tag."""

    name = forms.CharField(
        label=_("A new tag"), max_length=LONGEST_TAG, help_text=_("It becomes one word in small letters.")
    )


@require_http_methods(["GET", "POST"])
@for_admins
def tags(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Shows the tags, or adds one."""
    form = TagForm(request.POST or None)
    shown = {"tags": known_tags(every=True), "most": MOST_KNOWN}
    return answer(
        request,
        form,
        lambda: (
            gettext("“%(add_tag)s” can be used.") % {"add_tag": add_tag(form.cleaned_data["name"], clock.now(), agent)}
        ),
        Screen("screens/settings/tags.html", HERE, shown),
    )


@require_POST
@for_admins
def use(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """Takes a tag into use, or out of it; cases keep theirs."""
    tag = use_tag(tag_for(agent, pk), clock.now(), agent, in_use=request.POST.get("on") == "yes")
    return done(request, HERE, f"“{tag}” is {'in use again' if tag.is_active else 'offered no more. Cases keep it'}.")
