"""Handovers as a Django application."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    """Offers with a brief, accepted or returned."""

    name = "goodword.handovers"
    label = "handovers"
