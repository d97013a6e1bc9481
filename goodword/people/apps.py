"""People as a Django application."""

from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Agents, teams, absences, customers, identities."""

    name = "goodword.people"
    label = "people"

    def ready(self) -> None:
        """Makes the models known that have a file of their own."""
        import_module("goodword.people.entrance_models")
