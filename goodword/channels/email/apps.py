"""E-mail as a Django application."""

from django.apps import AppConfig


class EmailConfig(AppConfig):
    """Mail in and mail out."""

    name = "goodword.channels.email"
    label = "email"
