"""The certificate of the mail door, read anew when its file changes: a renewal needs no restart."""

from __future__ import annotations

import ssl
from pathlib import Path

import structlog

log = structlog.get_logger()


class Certificate:
    """A certificate with its chain, and its key, both as PEM files (the key may lie in the same one)."""

    def __init__(self, chain: Path, key: Path | None) -> None:
        """Reads both; raises OSError or ssl.SSLError when they cannot be used."""
        self._chain, self._key = chain, key
        self._read_at = self._changed_at()
        self._context = self._read()

    def context(self) -> ssl.SSLContext:
        """Returns what new connections are to use. What cannot be read leaves the one before in use, and is logged."""
        try:
            changed_at = self._changed_at()
            if changed_at != self._read_at:
                self._context, self._read_at = self._read(), changed_at
        except OSError as error:  # ssl.SSLError is one
            log.warning("mail.certificate_unreadable", why=str(error))
        return self._context

    def _changed_at(self) -> tuple[int, ...]:
        return tuple(path.stat().st_mtime_ns for path in (self._chain, self._key) if path)

    def _read(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._chain, self._key)
        return context
