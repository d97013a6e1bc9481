"""The ledger as a Django application."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """What happened, written once and never changed."""

    name = "goodword.ledger"
    label = "ledger"
