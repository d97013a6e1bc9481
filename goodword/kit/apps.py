"""The kit as a Django application: it owns the clock shift of demo desks, and answers kept for a while."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Tools without domain words."""

    name = "goodword.kit"
    label = "kit"
