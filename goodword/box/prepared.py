"""What has been prepared for this code and this database, so that a second start need not look at everything."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import goodword
from goodword.box.folder import write_private

NOTE = "prepared.json"
OTHERS = ("django", "django-allauth", "procrastinate")
STATE = """
SELECT coalesce(md5(string_agg(app || '.' || name, ',' ORDER BY app, name)), ''), count(*) FROM django_migrations
"""


def fingerprint() -> str:
    """Names the migrations and static files of this code by their paths, sizes and times. About 10 ms."""
    house = Path(goodword.__file__).parent
    found = hashlib.sha256(" ".join(version(name) for name in OTHERS).encode())
    for pattern in ("**/migrations/*", "**/static/**/*"):
        for path in sorted(house.glob(pattern)):
            if path.suffix != ".pyc" and path.is_file():
                stat = path.stat()
                found.update(f"{path.relative_to(house)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return found.hexdigest()


def state_of(url: str) -> str:
    """Names the migrations that a database has; empty for a new one. One connection, one query."""
    import psycopg

    with psycopg.connect(url, connect_timeout=10) as connection:
        known = connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()
        row = connection.execute(STATE).fetchone() if known and known[0] else None
    return str(row[0]) if row else ""


def has_people(url: str) -> bool:
    """Says whether anybody can sign in."""
    import psycopg

    with psycopg.connect(url, connect_timeout=10) as connection:
        row = connection.execute("SELECT EXISTS (SELECT 1 FROM people_agent WHERE is_active)").fetchone()
    return bool(row and row[0])


def is_current(data: Path, url: str, *, demo: bool) -> bool:
    """Says whether the last preparation still holds for this code, this database and this wish."""
    try:
        noted: dict[str, Any] = json.loads((data / NOTE).read_text())
    except (OSError, ValueError):
        return False
    return bool(
        noted.get("code") == fingerprint()
        and noted.get("database") == state_of(url) != ""
        and (noted.get("demo") or not demo)
    )


def note(data: Path, url: str, *, demo: bool) -> None:
    """Notes that everything has been prepared."""
    write_private(data / NOTE, json.dumps({"code": fingerprint(), "database": state_of(url), "demo": demo}))
