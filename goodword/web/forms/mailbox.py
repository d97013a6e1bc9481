"""A mailbox as a form of the settings. Stored passwords are never shown: an empty field keeps them."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.channels.email.mailboxes import Connection
from goodword.channels.email.models import Mailbox, Security
from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _

KEPT = _("Leave empty to keep the password that is stored.")
PLAIN = ("address", "name", "is_default", "plus_addresses", "sends_receipts")
SERVER = ("host", "port", "security", "user", "password")
INCOMING = (*(f"imap_{name}" for name in SERVER), "imap_folder", "sent_folder")
OUTGOING = tuple(f"smtp_{name}" for name in SERVER)


def _server(example: str) -> forms.CharField:
    attributes = {"placeholder": example, "autocomplete": "off", "spellcheck": "false", "inputmode": "url"}
    return forms.CharField(required=False, max_length=250, label=_("Server"), widget=forms.TextInput(attrs=attributes))


def _port() -> forms.IntegerField:
    return forms.IntegerField(min_value=1, max_value=65535, label=_("Port"))


def _security() -> forms.ChoiceField:
    return forms.ChoiceField(choices=labelled(Security.choices), label=_("Protection"))


def _user() -> forms.CharField:
    attributes = {"autocomplete": "off", "spellcheck": "false"}
    return forms.CharField(required=False, max_length=320, label=_("User"), widget=forms.TextInput(attrs=attributes))


def _password() -> forms.CharField:
    """What was typed comes back after an error, so that nothing is lost; what is stored never does."""
    shy = forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"})
    return forms.CharField(required=False, max_length=500, label=_("Password"), strip=False, widget=shy)


class MailboxForm(forms.Form):
    """Where mail is fetched and how it goes out."""

    address = forms.EmailField(max_length=320, label=_("Address"), help_text=_("To which customers write."))
    name = forms.CharField(
        max_length=120, required=False, label=_("Name of the sender"), help_text=_("As customers see it.")
    )
    is_default = forms.BooleanField(required=False, label=_("New messages go out from this mailbox"))
    imap_host, imap_port, imap_security = _server("imap.example.com"), _port(), _security()
    imap_user, imap_password = _user(), _password()
    imap_folder = forms.CharField(required=False, max_length=250, initial="INBOX", label=_("Folder"))
    sent_folder = forms.CharField(
        required=False, max_length=250, label=_("Folder of what was sent"),
        help_text=_("Where your mail program keeps what you send. Answers to customers are read, other mail is not."),
    )  # fmt: skip
    smtp_host, smtp_port, smtp_security = _server("smtp.example.com"), _port(), _security()
    smtp_user, smtp_password = _user(), _password()
    plus_addresses = forms.BooleanField(
        required=False, label=_("Replies go to address+number@"),
        help_text=_("Finds the case of a reply even when its head is damaged; off, if your server refuses such mail."),
    )  # fmt: skip
    sends_receipts = forms.BooleanField(
        required=False, label=_("Say at once that a first mail has come"),
        help_text=_("A short receipt in the customer's language, to people only; never to robots, lists or bounces."),
    )  # fmt: skip
    past = forms.BooleanField(required=False, label=_("Also take the mail that lies in it already"))

    def __init__(self, *args: Any, known: Mailbox | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.known = known
        for name in ("imap", "smtp"):
            if known and getattr(known, f"{name}_secret"):
                self.fields[f"{name}_password"].help_text = KEPT

    def incoming(self) -> list[forms.BoundField]:
        """Returns the fields about fetching."""
        return [self[name] for name in INCOMING]

    def outgoing(self) -> list[forms.BoundField]:
        """Returns the fields about sending."""
        return [self[name] for name in OUTGOING]

    def given(self) -> Connection:
        """Returns what was entered; an empty password keeps the stored one while there is one."""
        data = {name: self.cleaned_data[name] for name in (*PLAIN, *INCOMING, *OUTGOING)}
        for name in ("imap", "smtp"):
            stored = self.known and getattr(self.known, f"{name}_secret") and data[f"{name}_user"]
            data[f"{name}_password"] = data[f"{name}_password"] or (None if stored else "")
        return Connection(**data)


def initial_of(mailbox: Mailbox) -> dict[str, Any]:
    """Returns the first values for a mailbox that exists, without its passwords."""
    names = (name for name in (*PLAIN, *INCOMING, *OUTGOING) if not name.endswith("_password"))
    return {name: getattr(mailbox, name) for name in names}
