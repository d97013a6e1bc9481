"""Policies as a Django application."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """Versioned articles."""

    name = "goodword.policies"
    label = "policies"
