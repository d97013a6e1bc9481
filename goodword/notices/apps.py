"""Notices as a Django application."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Telling colleagues."""

    name = "goodword.notices"
    label = "notices"
