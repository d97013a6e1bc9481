"""Texts of the environment as values; a ValueError says what is expected."""

from __future__ import annotations

import ipaddress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

LEVELS = ("debug", "info", "warning", "error")
SHORTEST_SECRET = 32


def text(given: str) -> str:
    """Any text."""
    return given


def folder(given: str) -> Path:
    """A folder, absolute, with `~` for the home folder."""
    return Path(given).expanduser().absolute()


def file(given: str) -> Path | None:
    """A file that exists, or nothing."""
    if not given:
        return None
    found = Path(given).expanduser().absolute()
    if not found.is_file():
        raise ValueError(f"a file is expected; there is none at {found}.")
    return found


def secret(given: str) -> str:
    """A key long enough not to be guessed."""
    if given and len(given) < SHORTEST_SECRET:
        raise ValueError(f"at least {SHORTEST_SECRET} characters are expected, of random text.")
    return given


def yes_or_no(given: str) -> bool:
    """A switch."""
    if given.lower() in ("yes", "true", "on", "1"):
        return True
    if given.lower() in ("no", "false", "off", "0"):
        return False
    raise ValueError("yes or no is expected.")


def names(given: str) -> list[str]:
    """A list separated by commas."""
    return [name.strip().lower() for name in given.split(",") if name.strip()]


def networks(given: str) -> list[str]:
    """Addresses or networks."""
    found = names(given)
    for name in found:
        try:
            ipaddress.ip_network(name, strict=False)
        except ValueError:
            raise ValueError(f"{name} is no address or network, such as 10.0.0.5 or 10.0.0.0/24.") from None
    return found


def log(given: str) -> tuple[str, str]:
    """A level and a form."""
    level, _, form = given.lower().replace(" ", "").partition(",")
    if level not in LEVELS or form not in ("", "json"):
        raise ValueError(f"one of {', '.join(LEVELS)} is expected, and perhaps `,json`.")
    return level, form


def database_url(given: str) -> str:
    """A PostgreSQL address; other databases are not for this desk."""
    if given and urlsplit(given).scheme not in ("postgresql", "postgres"):
        raise ValueError("postgresql://user:password@host:port/database is expected; other databases do not work.")
    return given


def address(given: str) -> tuple[str, int]:
    """A host and a port to listen on."""
    parts = _parts(f"//{given}", "host:port is expected, such as 127.0.0.1:8000.")
    if not parts.hostname or parts.port is None:
        raise ValueError("host:port is expected, such as 127.0.0.1:8000.")
    return parts.hostname, parts.port


def base_url(given: str) -> str:
    """An address without a path, without the last slash."""
    if not given:
        return ""
    expected = "an address like https://desk.example is expected, without a path."
    parts = _parts(given, expected)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(expected)
    return f"{parts.scheme}://{parts.netloc}"


def host_of(url: str) -> str:
    """The host of an address as Django compares it."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def local_url(host: str, port: int) -> str:
    """The address of a desk that listens here."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def smtp_url(given: str) -> str:
    """A mail server: `smtp` upgrades to TLS when the server offers it, `smtps` speaks TLS from the start."""
    expected = "smtp://user:password@host:587 or smtps://user:password@host:465 is expected."
    if given:
        parts = _parts(given, expected)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError(expected)
    return given


def user_and_password(given: str) -> str:
    """A secret of a webhook; one that could be guessed is refused."""
    user, _, password = given.partition(":")
    if given and (not user or len(password) < 16 or not given.isascii()):
        raise ValueError("user:password is expected, the password of 16 letters or more.")
    return given


def mail_listeners(given: str) -> list[tuple[str, str, int]]:
    """Protocol, host and port of each listener for incoming mail."""
    expected = "smtp://host:port or lmtp://host:port is expected, separated by commas."
    found = []
    for name in names(given):
        parts = _parts(name, expected)
        if parts.scheme not in ("smtp", "lmtp") or not parts.hostname or parts.port is None:
            raise ValueError(expected)
        found.append((parts.scheme, parts.hostname, parts.port))
    return found


def storage_url(given: str) -> str:
    """A bucket, or nothing for the local folder."""
    if given:
        expected = "s3://bucket/prefix?endpoint=https://...&region=... is expected, or nothing for the data folder."
        parts = _parts(given, expected)
        if parts.scheme != "s3" or not parts.netloc:
            raise ValueError(expected)
        if find_spec("boto3") is None:
            raise ValueError("files in a bucket need a package more: pip install 'goodword[s3]'.")
    return given


def _parts(given: str, expected: str) -> SplitResult:
    try:
        parts = urlsplit(given)
        _ = parts.port
    except ValueError:
        raise ValueError(expected) from None
    return parts
