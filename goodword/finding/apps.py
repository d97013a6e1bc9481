"""Finding as a Django application."""

from django.apps import AppConfig


class FindingConfig(AppConfig):
    """Search and saved views, in one small language."""

    name = "goodword.finding"
    label = "finding"
