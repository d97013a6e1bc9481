"""Outreach as a Django application."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Planned contacts and notices to many."""

    name = "goodword.outreach"
    label = "outreach"
