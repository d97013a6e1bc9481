"""Remedies as a Django application."""

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """Remedies, authority, approvals, precedents."""

    name = "goodword.remedies"
    label = "remedies"
