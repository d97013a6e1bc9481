"""The demo as a Django application."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo."""

    name = "goodword.demo"
    label = "demo"
