"""Sending as a Django application."""

from django.apps import AppConfig


class SendingConfig(AppConfig):
    """Replies that wait, and files that go as a link."""

    name = "goodword.sending"
    label = "sending"
