"""People as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Agents, teams, absences, customers, identities."""

    name = "goodword.people"
    label = "people"
