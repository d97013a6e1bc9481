"""Starts the house: tells the ledger who follows what."""

from django.apps import AppConfig


class HouseConfig(AppConfig):
    """The first application to be ready."""

    name = "goodword.config"
    label = "house"

    def ready(self) -> None:
        """Fills the table of followers, once per process."""
        from goodword.ledger import followers
        from goodword.wiring import FOLLOWS

        followers.wire(FOLLOWS)
