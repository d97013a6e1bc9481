"""The door for those who point their MX or their postfix at the desk: SMTP and LMTP, only for our own addresses.

A mail is acknowledged when its bytes are on disk and its arrival is committed; otherwise the sender is told
to try again (4xx), and keeps it.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, AnyStr

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP
from aiosmtpd.smtp import Envelope as Delivery
from django.db import connections

from goodword.channels.email import queries
from goodword.channels.email.certificate import Certificate
from goodword.channels.email.ours import Ours
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.taking import take
from goodword.kit import clock

LARGEST_MAIL = 64 * 1024 * 1024
LONGEST_LINE = 4 * 1024 * 1024  # real mail has lines far beyond the 1000 bytes of RFC 5321
MOST_RECIPIENTS = 100
MOST_CONNECTIONS = 100
SILENCE_SECONDS = 300
AT_ONCE = 4
STOPS_WITHIN_SECONDS = 5.0
OURS_KNOWN_FOR_SECONDS = 5.0
TRY_AGAIN = "451 4.3.0 The mail could not be stored; try again later"

log = structlog.get_logger()
Address = tuple[str, str, int]


class Handler:
    """Answers for each command; the work is done in threads, so that one slow mail holds up no connection."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="mail")
        self._ours: tuple[float, Ours] | None = None

    async def ours(self) -> Ours:
        """Our addresses, as they were at most five seconds ago."""
        loop = asyncio.get_running_loop()
        if self._ours is None or loop.time() - self._ours[0] > OURS_KNOWN_FOR_SECONDS:
            known = await loop.run_in_executor(self._threads, _guarded, queries.ours)
            self._ours = (loop.time(), known)
        return self._ours[1]

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Any, delivery: Delivery, address: str, _options: list[str]
    ) -> str:
        if len(delivery.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        try:
            known = (await self.ours()).has(address)
        except Exception:
            log.exception("mail.addresses_unknown")
            return TRY_AGAIN
        if not known:
            return "550 5.1.1 There is no such mailbox here"
        delivery.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, _session: Any, delivery: Delivery) -> str:  # noqa: N802
        loop = asyncio.get_running_loop()
        try:
            ours = await self.ours()
            door = "lmtp" if isinstance(server, LMTP) else "smtp"
            content = delivery.content
            raw = content if isinstance(content, bytes) else str(content).encode()
            inbox = _most_telling(delivery.rcpt_tos, ours)
            envelope = Envelope(door, inbox=inbox, return_path=(delivery.mail_from or "").strip("<>"))
            taken = await loop.run_in_executor(self._threads, _guarded, lambda: take(raw, envelope, ours, clock.now()))
        except Exception:
            log.exception("mail.not_stored")
            return TRY_AGAIN
        return f"250 2.0.0 {taken.outcome}"

    def close(self) -> None:
        """Lets every thread of the pool give back its database connection; they meet first, so none goes twice."""
        together = threading.Barrier(AT_ONCE)

        def leave() -> None:
            try:
                together.wait(STOPS_WITHIN_SECONDS)
            finally:
                connections.close_all()

        left = [self._threads.submit(leave) for _ in range(AT_ONCE)]
        for one in left:
            with contextlib.suppress(threading.BrokenBarrierError):
                one.result()
        self._threads.shutdown(wait=False)

    async def handle_exception(self, error: Exception) -> str:
        """Whatever goes wrong with a connection, the sender keeps the mail."""
        log.error("mail.connection_failed", error=repr(error))
        return "451 4.3.0 Something went wrong; try again later"


def _guarded(work: Callable[[], Any]) -> Any:
    """Runs work in a thread of the pool; after a failure its database connection is not trusted any more."""
    try:
        return work()
    except BaseException:
        connections.close_all()
        raise


def _most_telling(recipients: list[str], ours: Ours) -> str:
    """The recipient that carries one of our tokens, else the first."""
    signed = (one for one in recipients if ours.case_in([one]) or ours.message_in([one]))
    return next(signed, recipients[0] if recipients else "")


class _Bounded:
    """Refuses connections beyond a number, with a word."""

    open_now = 0
    _is_counted = False

    def connection_made(self, transport: Any) -> None:
        if self._is_counted:  # the same connection once more, encrypted now
            super().connection_made(transport)  # type: ignore[misc]
            return
        self._is_counted = True
        _Bounded.open_now += 1
        if _Bounded.open_now > MOST_CONNECTIONS:
            transport.write(b"421 4.7.0 Too many connections; try again later\r\n")
            transport.close()
        super().connection_made(transport)  # type: ignore[misc]

    def connection_lost(self, error: Exception | None) -> None:
        _Bounded.open_now -= 1
        super().connection_lost(error)  # type: ignore[misc]


class SmtpDoor(_Bounded, SMTP):
    """SMTP for mail from anywhere."""

    line_length_limit = LONGEST_LINE


class LmtpDoor(_Bounded, LMTP):
    """LMTP for a mail server on our side; after the data it answers once for each recipient (RFC 2033)."""

    line_length_limit = LONGEST_LINE
    _answers = 1

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        self._answers = len(self.envelope.rcpt_tos) if self.envelope else 1
        try:
            await super().smtp_DATA(arg)
        finally:
            self._answers = 1

    async def push(self, status: AnyStr) -> None:
        if self._answers > 1 and isinstance(status, str) and not status.startswith(("354", "501", "503")):
            await super().push("\r\n".join([status] * self._answers))
        else:
            await super().push(status)


def serve(
    addresses: Iterable[Address], stop: threading.Event, ready: Callable[[list[int]], None] | None = None,
    certificate: Certificate | None = None,
) -> None:  # fmt: skip
    """Listens on these addresses until `stop`; `ready` is told the ports. Raises OSError when one is taken.

    With a certificate every door offers STARTTLS; mail without it is taken as well, as between mail servers.
    """
    asyncio.run(_serve(list(addresses), stop, ready, certificate))


async def _serve(
    addresses: list[Address], stop: threading.Event, ready: Callable[[list[int]], None] | None,
    certificate: Certificate | None,
) -> None:  # fmt: skip
    loop, handler, servers = asyncio.get_running_loop(), Handler(), []
    try:
        for protocol, host, port in addresses:
            servers.append(await loop.create_server(_factory(protocol, handler, certificate), host, port))
        if ready:
            ready([server.sockets[0].getsockname()[1] for server in servers])
        await loop.run_in_executor(None, stop.wait)
    finally:
        for server in servers:
            server.close()
        await loop.run_in_executor(None, handler.close)


def _factory(protocol: str, handler: Handler, certificate: Certificate | None) -> Callable[[], SMTP]:
    kind = LmtpDoor if protocol == "lmtp" else SmtpDoor
    name = socket.gethostname()

    def made() -> SMTP:
        return kind(
            handler, data_size_limit=LARGEST_MAIL, enable_SMTPUTF8=True, hostname=name, ident="Goodword",
            timeout=SILENCE_SECONDS, loop=asyncio.get_running_loop(),
            tls_context=certificate.context() if certificate else None,
        )  # fmt: skip

    return made
