"""The portal as a Django application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Portal."""

    name = "goodword.portal"
    label = "portal"
