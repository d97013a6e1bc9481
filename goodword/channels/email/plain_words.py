"""What went wrong with a mail server, in words that an admin without a network engineer can act on."""

from __future__ import annotations

import imaplib
import smtplib
import socket
import ssl

from imap_tools.errors import (
    MailboxFolderSelectError,
    MailboxLoginError,
    MailboxStarttlsError,
    UnexpectedCommandStatusError,
)

_ADVICE = (
    (smtplib.SMTPAuthenticationError, "{host} does not accept this user and password: {said}"),
    (smtplib.SMTPNotSupportedError, "{host} does not offer what was asked of it (encryption or sign-in): {said}"),
    (smtplib.SMTPServerDisconnected, "{host} closed the connection without a word. Is {port} the right port for it?"),
    (smtplib.SMTPResponseException, "{host} refused: {said}"),
    (smtplib.SMTPException, "{host} answered in a way that cannot be understood: {said}"),
    (MailboxLoginError, "{host} does not accept this user and password: {said}"),
    (MailboxFolderSelectError, "{host} has no folder of this name that may be read: {said}"),
    (MailboxStarttlsError, "{host} does not offer STARTTLS on port {port}: {said}"),
    (UnexpectedCommandStatusError, "{host} refused: {said}"),
    (imaplib.IMAP4.error, "{host} refused: {said}"),
    (ssl.SSLCertVerificationError, "The certificate of {host} cannot be trusted: {said}"),
    (ssl.SSLError, "{host} speaks another kind of encryption on port {port}. Try the other one (TLS or STARTTLS)."),
    (socket.gaierror, "There is no server named {host}. Is the name spelled right?"),
    (ConnectionRefusedError, "{host} answers, but not on port {port}. Is the port right, and open in the firewall?"),
    (TimeoutError, "{host} does not answer on port {port}. Is the port right, and open in the firewall?"),
    (ConnectionError, "{host} broke off the connection. It may be restarting; it is tried again."),
    (UnicodeError, "{host} is not a name that a server can have."),
    (OSError, "{host} cannot be reached: {said}"),
)


def explained(error: BaseException, host: str, port: int) -> str:
    """Returns one sentence about an error of a connection."""
    words = next((words for kind, words in _ADVICE if isinstance(error, kind)), "{host}: {said}")
    return words.format(host=host, port=port, said=_said(error))[:450]


def _said(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        return f"{error.smtp_code} {' '.join(str(said).split())}"
    if isinstance(error, UnexpectedCommandStatusError):
        answer = error.command_result[1] if len(error.command_result) > 1 else error.command_result
        return " ".join(line.decode("utf-8", "replace") for line in answer if isinstance(line, bytes))
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    first = error.args[0] if error.args else type(error).__name__
    return " ".join((first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)).split())
