"""Cases as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, messages, notes, calls, threading."""

    name = "goodword.cases"
    label = "cases"
