"""Insight as a Django application."""

from importlib import import_module

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Measures, fair ratings, forecast."""

    name = "goodword.insight"
    label = "insight"

    def ready(self) -> None:
        """Makes the tables of the measures known beside those of `models`."""
        import_module("goodword.insight.tables")
