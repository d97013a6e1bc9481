"""The hours as a Django application."""

from django.apps import AppConfig


class HoursConfig(AppConfig):
    """Calendars of working time."""

    name = "goodword.hours"
    label = "hours"
