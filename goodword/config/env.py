"""Settings of an installation (placeholder shape until the table is in place)."""

import os
from pathlib import Path


class _Env:
    database_url = os.environ.get("DATABASE_URL", "")
    data = Path(os.environ.get("GOODWORD_DATA", ".data")).absolute()
    secret_key = os.environ.get("GOODWORD_SECRET_KEY", "x" * 50)
    base_url = os.environ.get("GOODWORD_BASE_URL", "http://127.0.0.1:8000")
    smtp_url = os.environ.get("GOODWORD_SMTP_URL", "")
    storage_url = ""
    log = os.environ.get("GOODWORD_LOG", "info")
    listen_mail = ""
    debug = False
    allowed_hosts = ["*"]


env = _Env()
