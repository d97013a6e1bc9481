"""What templates of every door can say: `{% load desk %}`."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from heroicons import IconDoesNotExist, _render_icon

from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Customer
from goodword.promises import today
from goodword.promises.models import Promise
from goodword.web import marks, times
from goodword.web.assets import shelf

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """Returns the address of a style, script or picture: `{% asset "js/main.js" %}`."""
    current = shelf()
    if name not in current.assets:
        raise LookupError(f"There is no asset {name}.")
    return reverse("asset", args=[current.version, name])


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """Draws a heroicon; with a label it is a picture that says something, without it is decoration."""
    return _drawn(str(name), str(label), str(size))


@lru_cache(maxsize=512)
def _drawn(name: str, label: str, size: str) -> SafeString:
    says = {"role": "img", "aria-label": label, "aria-hidden": "false"} if label else {}
    classes = f"icon {size}".strip()
    try:
        drawn = _render_icon("outline", name, 24, {"class": classes, "focusable": "false", **says})
    except IconDoesNotExist as wrong:
        raise LookupError(f"There is no icon {name}.") from wrong
    return mark_safe(drawn)  # noqa: S308  drawn by the icon library from a fixed name


@register.simple_tag(takes_context=True)
def when(context: Context, at: datetime | None, zone: str = "", day: bool = False, full: bool = False) -> SafeString:
    """Says a moment relative to now, with its exact time in the customer's `zone` and the reader's on hover.

    `day` is for dues that are a whole day, `full` writes the exact moment out.
    """
    if at is None:
        return SafeString("")
    mine = getattr(context_value(context, "agent"), "time_zone", "") or zone or "UTC"
    exact = times.in_both_zones(at, zone or _zone_of_customer(context), mine, is_day=day)
    words = times.exactly(at, mine, is_day=day) if full else times.in_words(at, clock.now(), mine, is_day=day)
    kept_fresh = SafeString("") if full or day else SafeString(" data-when")
    return format_html(
        '<time class="when" datetime="{}" title="{}"{}>{}</time>', at.isoformat(), exact, kept_fresh, words
    )


def _zone_of_customer(context: Context) -> str:
    """The clock of the customer whom the page or the row is about, where they are at hand. No query."""
    case = context.get("case")
    about = context.get("customer") or (case._state.fields_cache.get("customer") if isinstance(case, Case) else None)
    return about.time_zone if isinstance(about, Customer) else ""


def context_value(context: Context, name: str) -> Any:
    """Returns a value of the context, called if it is a function as those of `web.context` are."""
    value = context.get(name)
    return value() if callable(value) else value


@register.filter
def weekday(at: datetime, zone: str) -> str:
    """Says the day of a moment on the clock of a zone: "Monday 2 March"."""
    return date_format(at.astimezone(ZoneInfo(zone or "UTC")), times.forms().weekday)


@register.inclusion_tag("components/due_chip.html", takes_context=True)
def due_chip(context: Context, case: Case) -> dict[str, Any]:
    """Shows the next promise that falls due in a case, in time, soon, or missed."""
    due_at, now = case.next_due_at, clock.now()
    part = today.part_of_day(due_at, now, "UTC") if due_at else today.LATER
    tone = {today.BROKEN: "broken", today.NEXT: "risk"}.get(part, "")
    icon = {today.BROKEN: "fire", today.NEXT: "bell-alert"}.get(part, "clock")
    return {
        "due_at": due_at, "owed": case.owed, "zone": case.customer.time_zone, "tone": tone, "icon": icon,
        "is_missed": part == today.BROKEN, "agent": context.get("agent"),
    }  # fmt: skip


@register.simple_tag
def next_step(promise: Promise, part: str) -> dict[str, str]:
    """Returns the likely next step for a promise in this part of the day: `words` for its button and an `address`."""
    step = today.next_step(promise.kind.slug, promise.stage, missed=part == today.BROKEN)
    case = f"/cases/{promise.case_id}"
    addresses = {
        "evidence": f"/promises/{promise.pk}/evidence",
        "renegotiate": f"{case}?moves={promise.pk}",
    }
    return {
        "words": gettext(step.words),
        "address": addresses.get(step.do, f"{case}?do={step.do}&promise={promise.pk}"),
    }


@register.inclusion_tag("components/marks.html")
def mark(row: Any) -> dict[str, Any]:
    """Shows the state of a promise, a case, a message or an address: word, icon and colour."""
    return {"marks": marks.of(row)}


@register.inclusion_tag("components/marks.html")
def pressing(case: Case) -> dict[str, Any]:
    """Shows how much a case presses, where that is not as usual."""
    found = marks.PRIORITY.get(case.priority)
    return {"marks": [found] if found else []}


@register.inclusion_tag("components/avatar.html")
def avatar(person: Any, size: str = "") -> dict[str, Any]:
    """Shows the initials of an agent or a customer; None is nobody yet."""
    name = str(person) if person else ""
    words = [word for word in name.replace("@", " ").split() if word[0].isalnum()]
    initials = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))
    is_customer = person is not None and person._meta.model_name == "customer"
    return {"initials": initials, "name": name, "size": size, "is_customer": is_customer}


@register.simple_tag(takes_context=True)
def live(context: Context, names: str, part: str) -> SafeString:
    """Attributes of an element with the id `part` that is fetched anew when one of `names` is nudged.

    `<section id="list" {% live "inbox today" "list" %}>`. The page's own address is fetched and the part taken out.
    """
    request = context["request"]
    return format_html(
        'data-live="{}" hx-get="{}" hx-trigger="live consume" hx-select="#{}" hx-target="this" hx-swap="outerHTML"',
        names, request.get_full_path(), part,
    )  # fmt: skip


@register.inclusion_tag("components/place.html", takes_context=True)
def place(context: Context, key: str, name: str, icon: str, address: str) -> dict[str, Any]:
    """Shows one place of the rail, marked when the page that is open lies in it."""
    request = context.get("request")
    path = request.path if request else ""
    is_here = path == address if address == "/" else path.startswith(address)
    return {"key": key, "name": name, "icon": icon, "address": address, "is_here": is_here}
