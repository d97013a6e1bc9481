"""A database address as Django's connection settings."""

from __future__ import annotations

from typing import Any

from psycopg.conninfo import conninfo_to_dict

POOL = {"min_size": 1, "max_size": 12, "timeout": 15}
KNOWN = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def connection_settings(url: str) -> dict[str, Any]:
    """Returns Django's settings for a `postgresql://` address; options such as `sslmode` are passed on."""
    parts = conninfo_to_dict(url) if url else {}
    settings: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 0}
    settings |= {name: str(parts.pop(part, "")) for part, name in KNOWN.items()}
    settings["OPTIONS"] = {**parts, "application_name": "goodword"}
    return settings
