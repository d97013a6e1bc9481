"""What is known of the great mail providers, so that nobody types the names of servers."""

from __future__ import annotations

from dataclasses import dataclass

from goodword.kit.tongues import later as _


@dataclass(frozen=True)
class Provider:
    """The servers of one provider, and what its customers must know before they begin."""

    name: str
    imap: tuple[str, int, str] = ("", 993, "tls")
    smtp: tuple[str, int, str] = ("", 587, "starttls")
    advice: str = ""
    issuer: str = ""  # who signs its owners in without a password

    def initial(self) -> dict[str, object]:
        """Returns the first values for the form of a mailbox."""
        fields = ("host", "port", "security")
        incoming = {f"imap_{name}": value for name, value in zip(fields, self.imap, strict=True)}
        outgoing = {f"smtp_{name}": value for name, value in zip(fields, self.smtp, strict=True)}
        return {**incoming, **outgoing, "imap_folder": "INBOX"}


PROVIDERS = {
    "own": Provider(
        _("Your own server"),
        advice=_("Most servers take TLS on port 993 for fetching and STARTTLS on port 587 for sending."),
    ),
    "gmail": Provider(
        "Gmail", ("imap.gmail.com", 993, "tls"), ("smtp.gmail.com", 587, "starttls"),
        _("Gmail wants an app password: switch on two-step verification in the Google account, then make one there."),
        issuer="google",
    ),
    "microsoft": Provider(
        _("Microsoft 365"), ("", 993, "tls"), ("smtp.office365.com", 587, "starttls"),
        _("Microsoft takes no passwords for fetching any more: let the owner sign in there. Or let it forward this "
        "address to the desk's own mail door (GOODWORD_MAIL_LISTEN) and leave the incoming server empty; for sending, "
        "“authenticated SMTP” must be allowed for the mailbox."),
        issuer="microsoft",
    ),
    "fastmail": Provider(
        "Fastmail", ("imap.fastmail.com", 993, "tls"), ("smtp.fastmail.com", 465, "tls"),
        _("Fastmail wants an app password with access to mail (Settings, Privacy and Security)."),
    ),
    "ionos": Provider(
        "IONOS", ("imap.ionos.com", 993, "tls"), ("smtp.ionos.com", 465, "tls"),
        _("With a contract in another country the names end as its addresses do: imap.ionos.de, smtp.ionos.fr."),
    ),
}  # fmt: skip
