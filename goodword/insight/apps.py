"""Insight as a Django application."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Measures, fair ratings, forecast."""

    name = "goodword.insight"
    label = "insight"
