"""Hours: calendars with their weeks, and the days off in them."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goodword.hours import actions, queries
from goodword.hours.models import Calendar
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.web.doors import done
from goodword.web.forms import hours as forms
from goodword.web.forms.zones import zones
from goodword.web.saving import Screen, answer, for_admins, for_readers


@require_GET
@for_readers
def calendars(request: HttpRequest, agent: Agent) -> HttpResponse:
    """All calendars, the default one first."""
    return render(request, "screens/settings/hours.html", {"calendars": queries.calendars()})


@require_http_methods(["GET", "POST"])
@for_admins
def calendar(request: HttpRequest, agent: Agent, pk: int | None = None) -> HttpResponse:
    """One calendar, or a new one."""
    known = queries.calendar_by(pk) if pk else None
    initial = forms.initial_of(known) if known else forms.FIRST | {"zone": agent.time_zone}
    form = forms.CalendarForm(request.POST or None, initial=initial)
    days = _days_off(form) if not known else _days_of(known)
    context = {"calendar": known, "zones": zones(), "holiday_form": forms.HolidayForm(), **days}
    return answer(
        request,
        form,
        lambda: _set(form, known, agent),
        Screen("screens/settings/calendar.html", "/settings/hours", context),
    )


def _set(form: forms.CalendarForm, known: Calendar | None, agent: Agent) -> None:
    given = {name: form.cleaned_data[name] for name in ("name", "zone", "country", "region", "default")}
    actions.set_hours(**given, week=form.week(), at=clock.now(), calendar=known, by=agent)


@require_GET
@for_readers
def holidays(request: HttpRequest, agent: Agent) -> HttpResponse:
    """The regions and the public holidays of a country, while it is being chosen."""
    form = forms.CalendarForm(initial={name: request.GET.get(name, "")[:40] for name in ("country", "region")})
    return render(request, "screens/settings/calendar/country.html", {"form": form, **_days_off(form)})


@require_POST
@for_admins
def extra_holidays(request: HttpRequest, agent: Agent, pk: int) -> HttpResponse:
    """One more day off."""
    known = queries.calendar_by(pk)
    form = forms.HolidayForm(request.POST)
    shown = forms.CalendarForm(initial=forms.initial_of(known))
    context = {"calendar": known, "zones": zones(), "form": shown, **_days_of(known)}
    screen = Screen("screens/settings/calendar.html", f"/settings/hours/{pk}", context, name="holiday_form")
    return answer(
        request, form, lambda: actions.add_holiday(known, **form.cleaned_data, at=clock.now(), by=agent), screen
    )


@require_POST
@for_admins
def holiday_removal(request: HttpRequest, agent: Agent, pk: int, day: date) -> HttpResponse:
    """An extra day off is a working day again."""
    actions.remove_holiday(queries.calendar_by(pk), day, at=clock.now(), by=agent)
    return done(request, f"/settings/hours/{pk}", gettext("A working day again."))


def _days_of(calendar: Calendar) -> dict[str, object]:
    year = clock.now().year
    found = [(one, queries.days_off(calendar, one)) for one in (year, year + 1)]
    own = [(holiday.day, holiday.name) for holiday in queries.extra_holidays(calendar)]
    return {"years": found, "extra": {day for day, _ in own}, "own_days": own}


def _days_off(form: forms.CalendarForm) -> dict[str, object]:
    country, region = (str(form[name].value() or "") for name in ("country", "region"))
    region = region if region in queries.region_names(country) else ""
    country = country if country in queries.country_names() else ""
    year = clock.now().year
    found = [(one, sorted(queries.public_holidays(country, region, [one]).items())) for one in (year, year + 1)]
    return {"years": found if country else [], "extra": set()}
