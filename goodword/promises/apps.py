"""Promises as a Django application."""

from django.apps import AppConfig


class PromisesConfig(AppConfig):
    """What we told customers we will do, by when."""

    name = "goodword.promises"
    label = "promises"
