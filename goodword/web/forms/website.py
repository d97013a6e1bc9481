"""What is open to customers on the organisation's own site, as a form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.channels.email.queries import active_mailboxes
from goodword.channels.form.models import Website
from goodword.hours.queries import calendars
from goodword.kit.tongues import later as _
from goodword.web.forms.composer import offer

FORM = ("form_is_on", "inbox")
HELP = ("help_is_on", "help_intro", "help_is_found")
CHAT = ("chat_is_on", "chat_greeting", "chat_colour", "chat_hours")


class WebsiteForm(forms.Form):
    """Form, help centre and chat: each is closed until it is ticked here."""

    sites = forms.CharField(
        required=False, max_length=5000, label=_("Your sites"),
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "https://shop.example", "spellcheck": "false"}),
        help_text=_("One a line. The form may stand in a frame on these, and the chat may run there; nowhere else."),
    )  # fmt: skip
    form_is_on = forms.BooleanField(required=False, label=_("Customers may write with the web form"))
    inbox = forms.ChoiceField(
        required=False, label=_("Answers go out from"), help_text=_("For what comes in by form and by chat.")
    )
    help_is_on = forms.BooleanField(
        required=False, label=_("The help centre is open"),
        help_text=_("It shows the part for customers of each policy that says so, and nothing else."),
    )  # fmt: skip
    help_intro = forms.CharField(
        required=False, max_length=300, label=_("A sentence of welcome"),
        help_text=_("Stands above the search. Empty: only the search."),
    )  # fmt: skip
    help_is_found = forms.BooleanField(
        required=False, label=_("Search engines may find it"), help_text=_("With a map of its pages for them.")
    )
    chat_is_on = forms.BooleanField(required=False, label=_("Customers may chat"))
    chat_greeting = forms.CharField(
        required=False, max_length=300, label=_("Greeting"),
        help_text=_("Empty: “Hello! What can we do for you?” in the customer’s language."),
    )  # fmt: skip
    chat_colour = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$", label=_("Colour"), widget=forms.TextInput(attrs={"type": "color"})
    )
    chat_hours = forms.ChoiceField(
        required=False, label=_("Somebody answers at these hours"),
        help_text=_("Outside them, what is written becomes a message that is answered by mail."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            "inbox",
            [("", _("The default mailbox")), *((one.address, one.address) for one in active_mailboxes())],
        )
        hours = [(str(one.pk), f"{one.name}, {one.zone}") for one in calendars()]
        offer(self, "chat_hours", [("", _("The hours of the desk")), *hours])

    def part(self, names: tuple[str, ...]) -> list[forms.BoundField]:
        """Returns some of the fields."""
        return [self[name] for name in names]

    @property
    def parts(self) -> dict[str, list[forms.BoundField]]:
        """Returns the fields by what they are about."""
        return {"form": self.part(FORM), "help": self.part(HELP), "chat": self.part(CHAT)}

    def given(self) -> dict[str, Any]:
        """Returns what the action takes."""
        said = dict(self.cleaned_data)
        hours = said.pop("chat_hours")
        said["sites"] = [line for line in said["sites"].split() if line]
        said["chat_colour"] = said["chat_colour"].lower()
        return {**said, "chat_hours_id": int(hours) if hours else None}


def initial_of(site: Website) -> dict[str, Any]:
    """Returns what is set now."""
    names = (*FORM, *HELP, "chat_is_on", "chat_greeting", "chat_colour")
    hours = str(site.chat_hours_id or "")
    return {**{name: getattr(site, name) for name in names}, "sites": "\n".join(site.sites), "chat_hours": hours}
