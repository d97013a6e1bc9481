"""The demo's post office: takes what the desk sends, over real SMTP, and brings back what cannot be delivered.

It keeps nothing: what was handed over lies in the desk's own outbox, where the Post page reads it.
"""

from __future__ import annotations

import asyncio
import threading
import uuid
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

from aiosmtpd.smtp import SMTP, Envelope, Session
from asgiref.sync import sync_to_async
from django.db import close_old_connections

from goodword.channels.email.models import Mailbox
from goodword.demo.letters import bring
from goodword.demo.people import DEAD_DOMAIN, INBOX
from goodword.kit import clock

HOST = "post.larchandlane.example"
NO_SUCH_HOST = "550 5.1.2 Host or domain name not found"
BOUNCES_AFTER_SECONDS = 2.0  # the desk notes that a mail is out before it hears that it came back


def open_for_business(stop: threading.Event) -> None:
    """Keeps the post office of a demo desk open until `stop` is set; a real desk has none."""
    if clock.is_movable():
        asyncio.run(_serve(stop))


async def _serve(stop: threading.Event) -> None:
    loop = asyncio.get_running_loop()
    counter = Counter()
    server = await loop.create_server(lambda: SMTP(counter, hostname=HOST), "127.0.0.1", 0)
    await sync_to_async(_tell_the_desk)(server.sockets[0].getsockname()[1])
    async with server:
        await asyncio.to_thread(stop.wait)


def _tell_the_desk(port: int) -> None:
    Mailbox.objects.filter(address=INBOX).update(smtp_host="127.0.0.1", smtp_port=port)
    close_old_connections()


class Counter:
    """Where mails are handed in."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        """Takes every mail; one to a place that does not exist comes back soon."""
        dead = [address for address in envelope.rcpt_tos if address.endswith(f"@{DEAD_DOMAIN}")]
        if dead and envelope.mail_from:
            task = asyncio.create_task(_send_back(envelope.mail_from, dead, bytes(envelope.original_content or b"")))
            _returns.add(task)
            task.add_done_callback(_returns.discard)
        return "250 taken"


_returns: set[asyncio.Task[None]] = set()


async def _send_back(sender: str, dead: list[str], content: bytes) -> None:
    await asyncio.sleep(BOUNCES_AFTER_SECONDS)
    await sync_to_async(_bring_back)(sender, dead, content)


def _bring_back(sender: str, dead: list[str], content: bytes) -> None:
    bring(returned(sender, dead, content).as_bytes(), sender, return_path="")
    close_old_connections()


def returned(sender: str, dead: list[str], content: bytes) -> MIMEMultipart:
    """Returns the report that a mail could not be delivered, as mail servers write it (RFC 3464)."""
    report = MIMEMultipart("report", report_type="delivery-status")
    report["From"] = f"Mail Delivery System <MAILER-DAEMON@{HOST}>"
    report["To"] = sender
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Date"] = format_datetime(clock.now())
    report["Message-ID"] = f"<{uuid.uuid4().hex}@{HOST}>"
    report["Auto-Submitted"] = "auto-replied"
    listed = "\n".join(f"<{address}>: {NO_SUCH_HOST}" for address in dead)
    report.attach(MIMEText(f"Your message could not be delivered to one or more recipients.\n\n{listed}\n"))
    status = Message()
    status.set_type("message/delivery-status")
    status.set_payload([_block(("Reporting-MTA", f"dns; {HOST}")), *(_failed(address) for address in dead)])
    report.attach(status)
    head = content.partition(b"\r\n\r\n")[0].decode("ascii", "replace")
    report.attach(MIMEText(f"{head}\n", "rfc822-headers"))
    return report


def _failed(address: str) -> Message:
    return _block(
        ("Final-Recipient", f"rfc822; {address}"), ("Action", "failed"), ("Status", "5.1.2"),
        ("Diagnostic-Code", f"smtp; {NO_SUCH_HOST}"),
    )  # fmt: skip


def _block(*fields: tuple[str, str]) -> Message:
    block = Message()
    for name, value in fields:
        block[name] = value
    return block
