"""Talking to an IMAP server as a reader that changes nothing: folders are opened read-only. No database."""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
import threading
from dataclasses import dataclass, field
from typing import Any

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from goodword.channels.email.plain_words import explained

SECONDS = 30
LOOKS_UP_EVERY_SECONDS = 1.0
FETCHED_WHOLE = 100 * 1024 * 1024
FETCHED_OF_LARGER = 1024 * 1024
UIDS_AT_ONCE = 5000
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_FAULTS = (OSError, imaplib.IMAP4.error, ImapToolsError, UnicodeError)


@dataclass(frozen=True)
class Account:
    """Where mail is fetched."""

    host: str
    port: int
    security: str
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    token: str = field(default="", repr=False)


class CannotFetch(Exception):
    """The server, or one mail on it, cannot be reached; the words say why."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class Folder:
    """An open folder. `uid_validity` names the numbering (RFC 3501 section 2.3.1.1): when it changes, all UIDs do."""

    def __init__(self, account: Account) -> None:
        self.account = account
        try:
            self._box = self._opened()
            self._box.folder.set(account.folder, readonly=True)
            self.uid_validity = self._number("UIDVALIDITY") or 0
            self.uid_next = self._number("UIDNEXT")
            self._was_told()
        except _FAULTS as error:
            raise self._explained(error) from error

    def _opened(self) -> BaseMailBox:
        account, context = self.account, ssl.create_default_context()
        if account.security == "tls":
            box: BaseMailBox = MailBox(account.host, account.port, timeout=SECONDS, ssl_context=context)
        elif account.security == "starttls":
            box = MailBoxStartTls(account.host, account.port, timeout=SECONDS, ssl_context=context)
        else:
            box = MailBoxUnencrypted(account.host, account.port, timeout=SECONDS)
        try:
            if account.token:
                box.xoauth2(account.user, account.token, initial_folder=None)
            else:
                box.login(account.user, account.password, initial_folder=None)
        except BaseException:
            box.client.shutdown()
            raise
        return box

    def _number(self, name: str) -> int | None:
        _, found = self._box.client.response(name)
        return int(found[0]) if found and found[0] else None

    def _explained(self, error: BaseException) -> CannotFetch:
        return CannotFetch(explained(error, self.account.host, self.account.port))

    def uids_after(self, last: int) -> list[int]:
        """Returns the next UIDs above `last`, in order; not all at once in a large folder."""
        try:
            start = last + 1
            while self.uid_next is None or start < self.uid_next:
                end = str(start + UIDS_AT_ONCE - 1) if self.uid_next else "*"
                found = self._searched(f"{start}:{end}")
                # `n:*` names the last mail of a folder even when its UID is below n.
                new = sorted(uid for uid in found if uid > last)
                if new or self.uid_next is None:
                    return new
                start += UIDS_AT_ONCE
        except _FAULTS as error:
            raise self._explained(error) from error
        return []

    def _searched(self, uids: str) -> list[int]:
        status, found = self._box.client.uid("SEARCH", "UID", uids)
        if status != "OK":
            raise imaplib.IMAP4.error(found[0])
        return [int(uid) for line in found if line for uid in line.split()]

    def fetch(self, uid: int) -> bytes | None:
        """Returns the bytes of a mail; None when it has gone. A giant one, or one that the server does not give
        out, is its head and a line that says so: it is still in the mailbox."""
        try:
            size = self._size(uid)
            if size is None:
                return None
            if size > FETCHED_WHOLE:
                part = self._part(uid, f"BODY.PEEK[]<0.{FETCHED_OF_LARGER}>")
                return (part or b"") + b"\r\n[The rest of this mail is too large to fetch. It is in the mailbox.]\r\n"
            whole = self._part(uid, "BODY.PEEK[]")
            if whole is not None:
                return whole
            head = (
                self._part(uid, "BODY.PEEK[HEADER]")
                or b"Subject: A mail that the mail server does not give out\r\n\r\n"
            )
            return head + b"[The mail server does not give out the rest of this mail. It is in the mailbox.]\r\n"
        except _FAULTS as error:
            raise self._explained(error) from error

    def _size(self, uid: int) -> int | None:
        status, found = self._box.client.uid("FETCH", str(uid), "(RFC822.SIZE)")
        lines = [line for line in found if line]
        if status != "OK" or not lines:
            return None
        match = _SIZE.search(b" ".join(line if isinstance(line, bytes) else line[0] for line in lines))
        return int(match.group(1)) if match else 0

    def _part(self, uid: int, what: str) -> bytes | None:
        status, found = self._box.client.uid("FETCH", str(uid), f"({what})")
        if status != "OK":
            return None
        return next((bytes(line[1]) for line in found if isinstance(line, tuple)), None)

    @property
    def can_wait(self) -> bool:
        """Says whether the server tells of new mail by itself (IDLE, RFC 2177). Many say so only after the sign-in."""
        try:
            _, found = self._box.client.capability()
        except _FAULTS as error:
            raise self._explained(error) from error
        return b"IDLE" in b" ".join(line for line in found if line).upper().split()

    def wait(self, seconds: float, ended: threading.Event) -> bool:
        """Waits until the folder changes, the time is up or `ended` is set; returns whether it changed.

        What came since the last waiting is asked for first: not every server tells it once the next has begun.
        """
        try:
            self._box.client.noop()
            if self._was_told():
                return True
            idle, told = self._begin_idle(), list[bytes]()
            if self._was_told():
                idle.stop()
                return True
            for _ in range(int(seconds / LOOKS_UP_EVERY_SECONDS)):
                told += idle.poll(timeout=LOOKS_UP_EVERY_SECONDS)
                if _is_news(told) or ended.is_set():
                    break
            idle.stop()
            return self._was_told() or _is_news(told)
        except _FAULTS as error:
            raise self._explained(error) from error

    def _begin_idle(self) -> Any:
        """Begins to wait. Other news may come before the server's go-ahead, which the library takes for a failure."""
        client: Any = self._box.client
        idle: Any = self._box.idle
        idle._idle_tag = client._command("IDLE")
        while client._get_response() is not None:
            if client.tagged_commands[idle._idle_tag]:
                raise imaplib.IMAP4.error("the server refuses to wait")
        return idle

    def _was_told(self) -> bool:
        """Says whether the server has mentioned new mail beside its other answers, and forgets it."""
        told = self._box.client.untagged_responses
        mentioned = [told.pop(word, None) for word in ("EXISTS", "RECENT")]
        return any(mentioned)

    def close(self) -> None:
        """Says goodbye, or just hangs up."""
        try:
            self._box.client.sock.settimeout(2)
            self._box.logout()
        except (*_FAULTS, AttributeError):
            with contextlib.suppress(OSError):
                self._box.client.shutdown()


def _is_news(lines: list[bytes]) -> bool:
    return any(b"EXISTS" in line or b"RECENT" in line for line in lines)
