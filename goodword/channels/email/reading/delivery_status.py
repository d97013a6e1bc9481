"""Delivery status notifications (RFC 3464) and disposition notifications (RFC 8098), read field by field."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goodword.channels.email.reading.charsets import text_of
from goodword.channels.email.reading.mime import Part

_ADDRESS = re.compile(r"[^\s<>;,\"()\[\]]{1,200}@[^\s<>;,\"()\[\]]{1,200}")
_STATUS = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})")
MOST_RECIPIENTS = 2_000


@dataclass(frozen=True)
class Recipient:
    """What one server says about one recipient."""

    address: str
    action: str
    status: str
    reason: str

    @property
    def failed(self) -> bool:
        return self.action == "failed" or (not self.action and self.status.startswith("5"))

    @property
    def delayed(self) -> bool:
        return self.action == "delayed" or (not self.action and self.status.startswith("4"))

    @property
    def done(self) -> bool:
        return self.action in ("delivered", "relayed", "expanded") or (not self.action and self.status.startswith("2"))


def recipients_of(part: Part) -> list[Recipient]:
    """The recipients of a message/delivery-status part, in order."""
    text = text_of(part.content()[:1_000_000], part.parameters.get("charset", ""))
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))
    found = [_recipient(_fields(block)) for block in blocks[:MOST_RECIPIENTS]]
    return [recipient for recipient in found if recipient is not None]


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in (whole[:2000] for whole in block.split("\n")[:200]):
        if line[:1] in (" ", "\t") and last:
            fields[last] += " " + line.strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            last = name.strip().lower()
            fields[last] = fields.get(last) or value.strip()
    return fields


def _recipient(fields: dict[str, str]) -> Recipient | None:
    action = fields.get("action", "").split(" ")[0].split(";")[0].strip().lower()
    final = address_in(fields.get("final-recipient", ""))
    address = (
        final or address_in(fields.get("original-recipient", "")) or address_in(fields.get("x-actual-recipient", ""))
    )
    status = _STATUS.search(fields.get("status", ""))
    if not (address or action):
        return None
    return Recipient(address, action, status.group() if status else "", fields.get("diagnostic-code", "")[:1000])


def address_in(value: str) -> str:
    """The address of "rfc822; kim@example.org" and of the many ways in which servers write it."""
    value = value.partition(";")[2] or value
    match = _ADDRESS.search(value)
    return match.group().strip(".'") if match else ""
