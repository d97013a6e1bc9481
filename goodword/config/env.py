"""The settings of an installation: one table, read once, and refused when wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodword.config import values


class WrongSetting(Exception):
    """A setting has a value that cannot be used; the text says which and what is expected."""


@dataclass(frozen=True)
class Setting:
    """A row of the table: `read` turns text into the value or raises ValueError with what is expected."""

    name: str
    variable: str
    read: Callable[[str], Any]
    default: str
    meaning: str
    secret: bool = False


def _default_data() -> str:
    if os.geteuid() == 0:
        return "/var/lib/goodword/desk"
    share = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(share) / "goodword")


TABLE: tuple[Setting, ...] = (
    Setting(
        "data", "GOODWORD_DATA", values.folder, _default_data(),
        "The folder for the embedded database, stored files and generated secrets.",
    ),
    Setting(
        "database_url", "DATABASE_URL", values.database_url, "",
        "A PostgreSQL of your own (15 or newer), postgresql://...; empty: the embedded one in the data folder.", True,
    ),
    Setting(
        "owner_url", "GOODWORD_OWNER_URL", values.database_url, "",
        "The same database as the owner of its tables, for `migrate` and `restore`; empty: as DATABASE_URL.", True,
    ),
    Setting(
        "secret_key", "GOODWORD_SECRET_KEY", values.secret, "",
        "Signs sessions and customers' links; the same on every host. Empty: made once in the data folder.", True,
    ),
    Setting(
        "listen", "GOODWORD_LISTEN", values.address, "127.0.0.1:8000",
        "Where the web server listens, host:port.",
    ),
    Setting(
        "base_url", "GOODWORD_BASE_URL", values.base_url, "",
        "The address people reach the desk at, such as https://desk.example; empty: where it listens.",
    ),
    Setting(
        "hosts", "GOODWORD_HOSTS", values.names, "",
        "Further host names the desk answers to, separated by commas, besides the one of the base address.",
    ),
    Setting(
        "proxies", "GOODWORD_PROXIES", values.networks, "",
        "Addresses of reverse proxies whose X-Forwarded-For and -Proto are believed, separated by commas.",
    ),
    Setting(
        "smtp_url", "GOODWORD_SMTP_URL", values.smtp_url, "",
        "The server for mail that no mailbox sends, such as notices: smtp[s]://user:password@host:port.", True,
    ),
    Setting(
        "webhook_secret", "GOODWORD_WEBHOOK_SECRET", values.user_and_password, "",
        "Lets mail providers report at /webhooks/postmark, ses, brevo and sparkpost: user:password, as in the address "
        "given to the provider.", True,
    ),
    Setting(
        "mailgun_key", "GOODWORD_MAILGUN_KEY", values.text, "",
        "Mailgun's signing key for webhooks: lets it report at /webhooks/mailgun.", True,
    ),
    Setting(
        "sendgrid_key", "GOODWORD_SENDGRID_KEY", values.text, "",
        "SendGrid's public key of its signed event webhook: lets it report at /webhooks/sendgrid.",
    ),
    Setting(
        "mail_listen", "GOODWORD_MAIL_LISTEN", values.mail_listeners, "",
        "Where the worker takes mail itself: smtp://host:port or lmtp://host:port, separated by commas.",
    ),
    Setting(
        "mail_certificate", "GOODWORD_MAIL_CERTIFICATE", values.file, "",
        "The certificate (PEM, with its chain) with which that listener offers STARTTLS; empty: it offers none.",
    ),
    Setting(
        "mail_key", "GOODWORD_MAIL_KEY", values.file, "",
        "The key of that certificate (PEM); empty: it lies in the same file.",
    ),
    Setting(
        "mail_verifiers", "GOODWORD_MAIL_VERIFIERS", values.names, "",
        "Names (authserv-id) of the mail servers whose findings about senders are believed, separated by commas; "
        "empty: the server that wrote topmost, if it is in the domain of a mailbox or of its IMAP server.",
    ),
    Setting(
        "storage_url", "GOODWORD_STORAGE_URL", values.storage_url, "",
        "Where files are stored: s3://bucket/prefix?endpoint=...&region=...; empty: in the data folder.",
    ),
    Setting(
        "log", "GOODWORD_LOG", values.log, "info",
        "How much is logged (debug, info, warning, error), and `,json` for machines.",
    ),
    Setting(
        "metrics_token", "GOODWORD_METRICS_TOKEN", values.text, "",
        "Lets others than this machine read /metrics, as a bearer token.", True,
    ),
    Setting(
        "debug", "GOODWORD_DEBUG", values.yes_or_no, "no",
        "For development: shows errors in the browser and reads static files anew. Never on a real desk.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Env:
    """The settings as values, under the names of the table."""

    data: Path
    database_url: str
    owner_url: str
    secret_key: str
    listen: tuple[str, int]
    base_url: str
    hosts: list[str]
    proxies: list[str]
    smtp_url: str
    webhook_secret: str
    mailgun_key: str
    sendgrid_key: str
    mail_listen: list[tuple[str, str, int]]
    mail_certificate: Path | None
    mail_key: Path | None
    mail_verifiers: list[str]
    storage_url: str
    log: tuple[str, str]
    metrics_token: str
    debug: bool

    @property
    def allowed_hosts(self) -> list[str]:
        """The host names that requests may carry."""
        return sorted({values.host_of(self.base_url), *self.hosts, "localhost", "127.0.0.1", "[::1]"})

    @property
    def is_https(self) -> bool:
        """Says whether people reach the desk by HTTPS."""
        return self.base_url.startswith("https://")


def read(environ: Mapping[str, str]) -> Env:
    """Reads all settings; raises WrongSetting with every fault at once."""
    known: dict[str, Any] = {}
    faults = []
    for setting in TABLE:
        given = environ.get(setting.variable, "").strip()
        try:
            known[setting.name] = setting.read(given or setting.default)
        except ValueError as error:
            faults.append(f"{setting.variable}: {error}")
    if faults:
        raise WrongSetting("\n".join(faults) + "\nAll settings: goodword doctor --settings")
    known["owner_url"] = known["owner_url"] or known["database_url"]
    known["base_url"] = known["base_url"] or values.local_url(*known["listen"])
    return Env(**known)


def unknown(environ: Mapping[str, str]) -> list[str]:
    """Names that look like settings and are none. `doctor` shows them: one may be mistyped. They are not refused,
    since container platforms set names like GOODWORD_SERVICE_HOST by themselves."""
    mine = {setting.variable for setting in TABLE}
    return sorted(name for name in environ if name.startswith("GOODWORD_") and name not in mine)
