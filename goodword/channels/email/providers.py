"""The large mail providers: how their events are checked and read (by anymail), and which headers they give back. Pure.

Over SMTP a provider names its mails by numbers of its own, so each table says where our Message-ID comes back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# What must be set before a provider is listened to at all: anymail itself would take events without any secret.
NEEDS = {
    "mailgun": "MAILGUN_WEBHOOK_SIGNING_KEY",
    "sendgrid": "SENDGRID_TRACKING_WEBHOOK_VERIFICATION_KEY",
    "postmark": "WEBHOOK_SECRET",
    "ses": "WEBHOOK_SECRET",
    "brevo": "WEBHOOK_SECRET",
    "sparkpost": "WEBHOOK_SECRET",
}
MARK = "goodword"
SAID = {
    "delivered": "delivered", "deferred": "deferred", "bounced": "bounced", "rejected": "refused", "failed": "refused",
    "complained": "complained",
}  # fmt: skip
NO_SUCH_ADDRESS = ("bounced", "invalid")
TEMPORARY = ("transient", "undetermined", "soft_bounce", "softbounce", "blocked", "21", "22", "23", "24", "20", "70")


@dataclass(frozen=True)
class Said:
    """One event: what became of one mail of ours at one recipient. `is_permanent`: the address does not exist."""

    provider: str
    kind: str
    mail_id: str
    recipient: str
    words: str = ""
    is_permanent: bool = False
    moment: str = ""


def headers_for(host: str, message_id: str) -> tuple[tuple[str, str], ...]:
    """Returns the headers by which a provider's server keeps our Message-ID and tells it back."""
    if host.endswith("postmarkapp.com"):
        return ("X-PM-KeepID", "true"), (f"X-PM-Metadata-{MARK}", message_id)
    if host.endswith("sparkpostmail.com"):
        return (("X-MSYS-API", json.dumps({"metadata": {MARK: message_id}})),)
    return ()


def said_by(provider: str, event: Any) -> Said | None:
    """Reads an event of anymail's; None for what tells nothing about delivery, or names no mail of ours."""
    kind = SAID.get(str(event.event_type))
    mail_id, recipient = _mail_id(event), str(event.recipient or "").strip().lower()[:320]
    if not kind or not mail_id or not recipient:
        return None
    words = str(event.mta_response or event.description or "")[:450].replace("\x00", "")
    moment = event.timestamp.isoformat() if isinstance(event.timestamp, datetime) else str(event.event_id or "")
    permanent = kind in ("bounced", "refused") and event.reject_reason in (*NO_SUCH_ADDRESS, None)
    return Said(provider, kind, mail_id, recipient, words, permanent and not _is_temporary(event), moment)


def _mail_id(event: Any) -> str:
    raw = event.esp_event if isinstance(event.esp_event, Mapping) else {}
    given = (event.metadata or {}).get(MARK) or _header(raw) or raw.get("smtp-id") or event.message_id
    inner = str(given or "").strip().strip("<>").replace("\x00", "")
    return f"<{inner}>"[:250] if "@" in inner else ""


def _header(raw: Mapping[str, Any]) -> str:
    """The Message-ID that SES found in our mail; its own is another one."""
    mail = raw.get("mail")
    found = mail.get("headers") if isinstance(mail, Mapping) else None
    for one in found if isinstance(found, list) else []:
        if isinstance(one, Mapping) and str(one.get("name", "")).lower() == "message-id":
            return str(one.get("value", ""))
    return ""


def _is_temporary(event: Any) -> bool:
    """A mail is lost but its address may work: a full mailbox, a refused connection, a soft bounce."""
    raw = event.esp_event if isinstance(event.esp_event, Mapping) else {}
    spark = raw.get("msys", {}).get("message_event", {}) if isinstance(raw.get("msys"), Mapping) else {}
    named = (
        raw.get("Type"), raw.get("type"), raw.get("event"), spark.get("bounce_class"),
        str(event.description or "").partition(":")[0],
    )  # fmt: skip
    return any(str(one).strip().lower() in TEMPORARY for one in named if one)
