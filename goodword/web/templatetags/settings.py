"""What templates of the settings can say: `{% load settings %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from goodword.people import sign_in
from goodword.people.models import Agent
from goodword.promises.models import Kind
from goodword.web.accounts import PROVIDER_ID
from goodword.web.templatetags.desk import context_value

register = template.Library()
Groups = tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]

MINE = ("About me", "user-circle", "/settings/me")
SECURITY = ("My security", "lock-closed", "/settings/security")
TOKENS = ("API tokens", "key", "/settings/tokens")
LOG = ("Mail log", "queue-list", "/settings/mail/")
LED = (
    ("Macros", "bolt", "/settings/macros"),
    ("Notices to many", "megaphone", "/rounds/"),
    ("What to improve", "light-bulb", "/improvements/"),
)
DESK = (
    ("Overview", "clipboard-document-check", "/settings/"),
    ("Your name", "identification", "/settings/organisation"),
    ("Hours", "clock", "/settings/hours"),
    ("People", "users", "/settings/people"),
    ("Sign-in", "finger-print", "/settings/sign-in"),
)
REACH = (
    ("Mailboxes", "envelope", "/settings/mailboxes"),
    LOG,
    ("Website", "globe-alt", "/settings/website"),
)
WORD = (
    ("Promises", "hand-raised", "/settings/kinds"),
    ("Keeping our word", "shield-check", "/settings/promises"),
    ("Providers", "building-library", "/settings/sources"),
    ("Categories", "tag", "/settings/categories"),
    ("Tags", "hashtag", "/settings/tags"),
    ("Fields", "adjustments-horizontal", "/settings/fields"),
    ("Remedies", "gift", "/settings/remedies"),
    ("Wording", "chat-bubble-bottom-center-text", "/settings/wordings"),
)
CARE = (
    ("Following up", "arrow-path", "/settings/following-up"),
    ("Plans", "calendar-days", "/settings/plans"),
    ("Purchases", "shopping-bag", "/settings/purchases"),
    ("Fair ratings", "scale", "/settings/fairness"),
    ("Score sheet", "clipboard-document-check", "/settings/score-sheet"),
)
GROUPS = (
    ("The desk", DESK),
    ("How they reach us", REACH),
    ("Our word", WORD),
    ("Care", CARE),
    ("Tools of the team", LED),
    ("Me", (MINE, SECURITY, TOKENS)),
)
AUDITED = frozenset(  # what auditors may read
    f"/settings/{name}"
    for name in (
        "hours", "people", "mailboxes", "mail/", "kinds", "sources", "categories", "fields", "remedies", "wordings",
        "plans",
    )
)  # fmt: skip
SHORT = {
    "message_sent": "a message",
    "call_reached": "a call",
    "provider_event": "a provider's event",
    "partner_answer": "a partner's answer",
    "agent_statement": "a colleague's word",
    "customer_word": "the customer's word",
}


@register.filter
def proofs(kind: Kind) -> str:
    """Says what proves a kind: "a message, a call or the customer's word"."""
    words = [gettext(SHORT[value]) for value in kind.accepts if value in SHORT]
    if len(words) < 2:
        return "".join(words)
    return gettext("%(several)s or %(last)s") % {"several": ", ".join(words[:-1]), "last": words[-1]}


@register.filter
def working_time(minutes: int) -> str:
    """Says working minutes: "30 min", "2 h", "1 day" (of eight hours)."""
    if minutes % 480 == 0 and minutes:
        days = minutes // 480
        return ngettext("%(days)s working day", "%(days)s working days", days) % {"days": days}
    if minutes < 60:
        return gettext("%(minutes)s min") % {"minutes": minutes}
    return gettext("%(hours)s h") % {
        "hours": number_format(minutes / 60, use_l10n=True) if minutes % 60 else minutes // 60
    }


@register.simple_tag
def single_sign_on() -> dict[str, str] | None:
    """Returns where one can sign in instead, and its name; None where an admin has set no provider. One query."""
    row = sign_in.rules()
    if not row.issuer:
        return None
    return {
        "name": row.name or gettext("single sign-on"),
        "address": reverse("openid_connect_login", args=[PROVIDER_ID]),
    }


@register.inclusion_tag("screens/settings/places.html", takes_context=True)
def settings_places(context: Context) -> dict[str, Any]:
    """Shows the places of the settings that are open to the reader, the present one marked."""
    agent, path = context_value(context, "agent"), context["request"].path
    path = path.replace("/settings/teams", "/settings/people")
    groups = GROUPS if agent and agent.is_admin else _own_groups(agent)
    return {"groups": [(gettext(title), [_place(path, *place) for place in places]) for title, places in groups]}


def _own_groups(agent: Agent | None) -> Groups:
    """What somebody who is no admin finds in the settings."""
    if agent is None or agent.only_reads:
        read = [(title, tuple(one for one in places if one[2] in AUDITED)) for title, places in GROUPS if agent]
        return (*((title, places) for title, places in read if places), ("Me", (MINE, SECURITY)))
    mine = ("Me", (MINE, SECURITY, TOKENS))
    return (("Tools of the team", (LOG, *LED)), mine) if agent.is_lead else (mine,)


def _place(path: str, name: str, icon: str, address: str) -> dict[str, Any]:
    return {"name": gettext(name), "icon": icon, "address": address, "is_here": _is_here(path, address)}


def _is_here(path: str, address: str) -> bool:
    return path == address or (address != "/settings/" and path.startswith(f"{address.rstrip('/')}/"))
