"""The web form as a Django application."""

from django.apps import AppConfig


class FormConfig(AppConfig):
    """What customers find on the shop's own site."""

    name = "goodword.channels.form"
    label = "form"
