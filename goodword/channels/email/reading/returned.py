"""What a report gives back of the mail that was not delivered: its identifier and whom it was for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.channels.email.reading.addresses import mailboxes
from goodword.channels.email.reading.head import Field, read_head
from goodword.channels.email.reading.message_ids import message_ids
from goodword.channels.email.reading.mime import Part

HEADER_TYPES = ("text/rfc822-headers", "text/rfc822-header", "message/rfc822-headers", "message/global-headers")
_MESSAGE_ID = re.compile(r"(?im)^[> ]{0,4}message-id:\s{0,20}<([^<>\s]{1,998})>")
_TO = re.compile(r"(?im)^[> ]{0,4}(?:to|x-original-to):([^\n]{1,500})")


@dataclass(frozen=True)
class Returned:
    """`message_id` without brackets, and the addresses in the To field of the returned mail; empty when unknown."""

    message_id: str = ""
    to: tuple[str, ...] = ()


def returned_by(root: Part, text: str) -> Returned:
    """From the returned mail or its head; without one from `text`, what stands under the report."""
    for fields in _heads(root):
        identifier = next((value for name, value in fields if name == "message-id"), b"")
        to = [box.address for name, value in fields if name == "to" for box in mailboxes(value)[:100] if box.address]
        if identifier or to:
            return Returned(next(iter(message_ids(identifier)), ""), tuple(to))
    identifiers = _MESSAGE_ID.search(text)
    to_line = _TO.search(text)
    boxes = mailboxes(to_line[1].encode("utf-8", "replace"))[:100] if to_line else []
    return Returned(identifiers[1] if identifiers else "", tuple(box.address for box in boxes if "@" in box.address))


def _heads(root: Part) -> Iterator[list[Field]]:
    for part in root.walk(into_messages=False):
        if part is root:
            continue
        if part.is_message and part.children:
            yield part.children[0].headers
        elif part.content_type in HEADER_TYPES:
            content = part.content()[:200_000].lstrip(b"\r\n")
            yield read_head(content, 0, len(content))[0]
