"""Closing as a Django application."""

from django.apps import AppConfig


class ClosingConfig(AppConfig):
    """Checks, answers and the close gate."""

    name = "goodword.closing"
    label = "closing"
