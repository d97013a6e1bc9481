"""Talking to a mail server as a client: what it took, what it refused, and what nobody can know. No database."""

from __future__ import annotations

import re
import smtplib
import ssl
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from goodword.channels.email.composing import ascii_domain
from goodword.channels.email.plain_words import explained

CONNECT_SECONDS = 20
ANSWER_SECONDS = 60
FINAL_ANSWER_SECONDS = 600  # RFC 5321 section 4.5.3.2.6: a server may think this long about a mail that it has
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LINE_ENDS = re.compile(rb"\r?\n")
_DOTS = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True)
class Server:
    """Where mail is handed over. `offered` takes STARTTLS where it is offered, `starttls` insists on it."""

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


class CannotDeliver(Exception):
    """The server surely did not take the mail. `permanent`: trying again is of no use."""

    def __init__(self, words: str, *, permanent: bool = False) -> None:
        super().__init__(words)
        self.words, self.permanent = words, permanent


class Doubt(Exception):
    """The mail was given to the server whole, and no answer came: nobody can know whether it was taken."""


@dataclass(frozen=True)
class Answer:
    """What a server said: its code and its words on one line."""

    code: int
    words: str

    @property
    def taken(self) -> bool:
        return 200 <= self.code < 300

    @property
    def permanent(self) -> bool:
        return 500 <= self.code < 600


@dataclass(frozen=True)
class Offered:
    """The recipients that the server takes mail for, and its words about those that it does not."""

    accepted: tuple[str, ...]
    refused: dict[str, Answer]


def server_of(url: str) -> Server | None:
    """Returns the server of `smtp://user:password@host:587` or `smtps://...`; None for an empty address."""
    if not url:
        return None
    parts = urlsplit(url)
    secure = parts.scheme == "smtps"
    return Server(
        host=parts.hostname or "localhost",
        port=parts.port or (465 if secure else 587 if parts.username else 25),
        security="tls" if secure else "starttls" if parts.scheme == "smtp+starttls" else "offered",
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


class Line:
    """An open connection to a server, good for many mails. Every failure to get one is a `CannotDeliver`."""

    def __init__(self, server: Server) -> None:
        self.server = server
        try:
            self.smtp = self._connected()
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise CannotDeliver(explained(error, server.host, server.port)) from error

    def _connected(self) -> smtplib.SMTP:
        server, context = self.server, ssl.create_default_context()
        if server.security == "offered" and not server.user:  # encryption by chance: better unverified than none
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=CONNECT_SECONDS, context=context)
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=CONNECT_SECONDS)
        try:
            smtp.ehlo_or_helo_if_needed()
            may_start = server.security == "offered" and smtp.has_extn("starttls") and server.host not in LOOPBACK
            if server.security == "starttls" or may_start:
                smtp.starttls(context=context)
                smtp.ehlo()
            if server.user:
                self._sign_in(smtp)
            if smtp.sock:
                smtp.sock.settimeout(ANSWER_SECONDS)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _be_patient(self, seconds: int) -> None:
        if self.smtp.sock:
            self.smtp.sock.settimeout(seconds)

    def _sign_in(self, smtp: smtplib.SMTP) -> None:
        if not isinstance(smtp.sock, ssl.SSLSocket) and self.server.host not in LOOPBACK:
            raise CannotDeliver(f"{self.server.host} offers no encryption, so the password is not sent to it.")
        if self.server.token:
            _show_permission(smtp, self.server)
        else:
            smtp.login(self.server.user, self.server.password)

    def offer(self, sender: str, recipients: list[str], size: int) -> Offered:
        """Names sender and recipients; the server has no mail yet. Raises CannotDeliver."""
        sender, given = ascii_domain(sender), {one: ascii_domain(one) for one in recipients}
        self.smtp.command_encoding = "ascii"
        options = [f"SIZE={size}"] if self.smtp.has_extn("size") else []
        if not all(address.isascii() for address in (sender, *given.values())):
            if not self.smtp.has_extn("smtputf8"):
                raise CannotDeliver(
                    "The outgoing server cannot send to addresses with letters like these.", permanent=True
                )
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        try:
            self.smtp.ehlo_or_helo_if_needed()
            answer = _answer(self.smtp.mail(sender, options))
            if not answer.taken:
                raise CannotDeliver(answer.words, permanent=answer.permanent)
            answers = {one: _answer(self.smtp.rcpt(address)) for one, address in given.items()}
        except (OSError, smtplib.SMTPException) as error:
            raise CannotDeliver(explained(error, self.server.host, self.server.port)) from error
        accepted = tuple(one for one, said in answers.items() if said.taken)
        return Offered(accepted, {one: said for one, said in answers.items() if not said.taken})

    def hand_over(self, mail: bytes) -> Answer:
        """Gives the mail to the server. Raises CannotDeliver when it surely does not have it, else Doubt.

        A server takes a mail only when it has read the line with the single dot (RFC 5321 section 4.1.1.4),
        so whatever goes wrong before that line is sent is no doubt.
        """
        try:
            go_on = _answer(self.smtp.docmd("DATA"))
            if go_on.code != 354:
                return go_on if go_on.code >= 400 else Answer(451, go_on.words)
            self._be_patient(FINAL_ANSWER_SECONDS)
            self.smtp.send(_DOTS.sub(b"..", _LINE_ENDS.sub(b"\r\n", mail)).removesuffix(b"\r\n"))
        except (OSError, smtplib.SMTPException) as error:
            raise CannotDeliver(explained(error, self.server.host, self.server.port)) from error
        try:
            self.smtp.send(b"\r\n.\r\n")
            answer = _answer(self.smtp.getreply())
            self._be_patient(ANSWER_SECONDS)
        except (OSError, smtplib.SMTPException) as error:
            raise Doubt(f"The connection to {self.server.host} broke while it was taking the mail.") from error
        if not (answer.taken or answer.code >= 400):
            raise Doubt(f"{self.server.host} gave an answer that means nothing: {answer.words}")
        return answer

    def forget(self) -> bool:
        """Takes back an offer, so that the next mail can follow; returns False when the line is dead."""
        try:
            return _answer(self.smtp.rset()).taken
        except (OSError, smtplib.SMTPException):
            return False

    def close(self) -> None:
        """Says goodbye, or just hangs up."""
        try:
            self._be_patient(2)
            self.smtp.quit()
        except (OSError, smtplib.SMTPException):
            self.smtp.close()


def _show_permission(smtp: smtplib.SMTP, server: Server) -> None:
    """Signs in by XOAUTH2; a refusal comes as a challenge, which is answered by an empty line."""
    shown = f"user={server.user}\x01auth=Bearer {server.token}\x01\x01"
    smtp.ehlo_or_helo_if_needed()
    smtp.auth("XOAUTH2", lambda challenge=None: shown if challenge is None else "")


def _answer(reply: tuple[int, bytes]) -> Answer:
    code, words = reply
    said = " ".join(words.decode("utf-8", "replace").split())
    return Answer(code, f"{code} {said}"[:450])
