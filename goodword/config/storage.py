"""Where files go: stored ones in a folder or a bucket, static ones under names made of their content."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names static files by their content once `web` has collected them; before (in tests) by their own names."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name in the address."""
        return str(super().stored_name(name)) if self.hashed_files else name


def stored_files(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for the files of cases: the data folder or, by GOODWORD_STORAGE_URL, a private bucket."""
    if not url:
        return {"BACKEND": "goodword.kit.files.FolderStorage", "OPTIONS": {"location": data / "files"}}
    parts = urlsplit(url)
    more = {name: found[0] for name, found in parse_qs(parts.query).items()}
    options = {
        "bucket_name": parts.netloc,
        "location": parts.path.strip("/"),
        "endpoint_url": more.get("endpoint"),
        "region_name": more.get("region"),
        "default_acl": None,
        "file_overwrite": True,  # names are made of the content, so the same name is the same content
        "querystring_auth": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def django_mail(url: str) -> dict[str, Any]:
    """Django's settings for mail by a server's address; without one, mail of accounts (new passwords) is not sent."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "EMAIL_TIMEOUT": 20,
    }


def provider_secrets(secret: str, mailgun: str, sendgrid: str) -> dict[str, object]:
    """What checks the events of mail providers, as anymail calls it; what is not set is left out."""
    given: dict[str, object] = {
        "WEBHOOK_SECRET": secret,
        "MAILGUN_WEBHOOK_SIGNING_KEY": mailgun,
        "SENDGRID_TRACKING_WEBHOOK_VERIFICATION_KEY": sendgrid,
    }
    return {name: value for name, value in given.items() if value}
