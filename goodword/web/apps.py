"""The web as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Web."""

    name = "goodword.web"
    label = "web"
