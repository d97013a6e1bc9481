"""Asks as a Django application."""

from django.apps import AppConfig


class AsksConfig(AppConfig):
    """What we ask of colleagues and partners."""

    name = "goodword.asks"
    label = "asks"
