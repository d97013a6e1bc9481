"""The chat as a Django application."""

from django.apps import AppConfig


class ChatConfig(AppConfig):
    """Lines to and fro while a customer is on the shop's site."""

    name = "goodword.channels.chat"
    label = "chat"
