"""The post office of the channels' tests serves here as well."""

from tests.channels.conftest import imap, imap_server, sink

__all__ = ["imap", "imap_server", "sink"]
