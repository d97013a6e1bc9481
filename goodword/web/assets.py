"""Styles and scripts as few, small, compressed files under an address that changes with their content.

No build step: the files are read, joined and packed once per process. Since each style says its cascade layer, the
order in which they are joined does not matter, apart from the one that orders the layers. Scripts are modules that
import each other by relative addresses, so the version in the path holds for all of them.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

BUNDLES = {
    "css/desk.css": ("css/layers.css", "css/base/*.css", "css/components/*.css", "css/screens/*.css"),
    "css/portal.css": ("css/layers.css", "css/base/*.css", "css/portal/*.css"),
}
SERVED = ("css/*", "js/*", "img/*", "django_htmx/htmx-2.min.js", "mfa/js/webauthn*.js", "account/js/onload.js")
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    """One file as it goes out."""

    body: bytes
    packed: bytes
    type: str


@dataclass(frozen=True)
class Shelf:
    """All files, and a version made of their contents."""

    version: str
    assets: dict[str, Asset]


def shelf() -> Shelf:
    """Returns the files; on a developer's desk they are read again when one has changed."""
    return _read(max(path.stat().st_mtime for _, path in _files()) if settings.DEBUG else 0.0)


@lru_cache(maxsize=1)
def _read(stamp: float) -> Shelf:
    contents = {name: path.read_bytes() for name, path in _files()}
    for bundle, patterns in BUNDLES.items():
        parts = [contents[name] for pattern in patterns for name in sorted(contents) if fnmatch(name, pattern)]
        contents[bundle] = b"\n".join(parts)
    digest = hashlib.sha256(b"".join(name.encode() + contents[name] for name in sorted(contents)))
    return Shelf(digest.hexdigest()[:12], {name: _asset(name, body) for name, body in contents.items()})


def _asset(name: str, body: bytes) -> Asset:
    suffix = Path(name).suffix
    kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(body, gzip.compress(body, 9, mtime=0), kind)


def _files() -> Iterator[tuple[str, Path]]:
    for finder in finders.get_finders():
        for name, storage in finder.list(None):
            if any(fnmatch(name, pattern) for pattern in SERVED):
                yield name, Path(storage.path(name))
