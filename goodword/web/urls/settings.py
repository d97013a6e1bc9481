"""Addresses: settings."""

from __future__ import annotations

from datetime import date

from django.urls import URLPattern, path, register_converter

from goodword.web.views import (
    settings,
    settings_care,
    settings_habits,
    settings_hours,
    settings_mail,
    settings_mailboxes,
    settings_me,
    settings_people,
    settings_permissions,
    settings_security,
    settings_sources,
    settings_tokens,
    settings_website,
)


class DayConverter:
    """A day in an address: 2026-11-26."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Returns the day; a ValueError makes it no address at all."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Returns the day as it stands in an address."""
        return value.isoformat()


register_converter(DayConverter, "day")

urlpatterns: list[URLPattern] = [
    path("settings/", settings.home, name="settings"),
    path("settings/organisation", settings.organisation),
    path("settings/kinds", settings.kinds),
    path("settings/kinds/new", settings.kind),
    path("settings/kinds/<int:pk>", settings.kind),
    path("settings/kinds/<int:pk>/use", settings.kind_use),
    path("settings/kinds/<int:pk>/place", settings.kind_place),
    path("settings/promises", settings_habits.habits),
    path("settings/sources", settings_sources.sources),
    path("settings/sources/new", settings_sources.source),
    path("settings/sources/<int:pk>/use", settings_sources.source_use),
    path("settings/mailboxes", settings_mailboxes.mailboxes),
    path("settings/mailboxes/new", settings_mailboxes.mailbox),
    path("settings/mailboxes/permission", settings_permissions.permission),
    path("settings/mailboxes/sign-in/<slug:issuer>", settings_permissions.sign_in),
    path("settings/mailboxes/sign-in/<slug:issuer>/way", settings_permissions.way),
    path("settings/mailboxes/<int:pk>", settings_mailboxes.mailbox),
    path("settings/mailboxes/<int:pk>/use", settings_mailboxes.mailbox_use),
    path("settings/mail/", settings_mail.log),
    path("settings/mail/stopped", settings_mail.stopped),
    path("settings/mail/stopped/<int:pk>/release", settings_mail.stopped_release),
    path("settings/mail/in/<int:pk>", settings_mail.arrival),
    path("settings/mail/in/<int:pk>/source", settings_mail.arrival_source),
    path("settings/mail/in/<int:pk>/attempts", settings_mail.arrival_attempts),
    path("settings/mail/out/<int:pk>", settings_mail.outgoing),
    path("settings/mail/out/<int:pk>/source", settings_mail.outgoing_source),
    path("settings/mail/out/<int:pk>/attempts", settings_mail.outgoing_attempts),
    path("settings/website", settings_website.website),
    path("settings/following-up", settings_care.following_up),
    path("settings/hours", settings_hours.calendars),
    path("settings/hours/new", settings_hours.calendar),
    path("settings/hours/holidays", settings_hours.holidays),
    path("settings/hours/<int:pk>", settings_hours.calendar),
    path("settings/hours/<int:pk>/holidays", settings_hours.extra_holidays),
    path("settings/hours/<int:pk>/holidays/<day:day>/removal", settings_hours.holiday_removal),
    path("settings/people", settings_people.people),
    path("settings/people/new", settings_people.new_person),
    path("settings/people/<int:pk>", settings_people.person),
    path("settings/people/<int:pk>/departure", settings_people.departure),
    path("settings/people/<int:pk>/return", settings_people.comeback),
    path("settings/people/<int:pk>/invitation", settings_people.invitation),
    path("settings/people/<int:pk>/absences", settings_people.absences),
    path("settings/teams/new", settings_people.team),
    path("settings/teams/<int:pk>", settings_people.team),
    path("settings/absences/<int:pk>/removal", settings_me.absence_removal),
    path("settings/me", settings_me.me, name="profile"),
    path("settings/me/absences", settings_me.my_absences),
    path("settings/security", settings_security.security, name="security"),
    path("settings/security/sessions/<int:pk>/removal", settings_security.session_end),
    path("settings/security/sessions/removal", settings_security.other_sessions_end),
    path("settings/sign-in", settings_security.rules),
    path("settings/tokens", settings_tokens.tokens, name="tokens"),
    path("settings/tokens/<int:pk>/removal", settings_tokens.removal),
]
