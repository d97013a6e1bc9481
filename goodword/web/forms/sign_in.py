"""The desk's registration with Google or Microsoft, and the address whose owner signs in there."""

from __future__ import annotations

from typing import Any

from django import forms

from goodword.channels.email.connecting import Registration
from goodword.channels.email.models import SignIn
from goodword.kit.tongues import later as _


class RegistrationForm(forms.Form):
    """How the issuer knows this desk; a stored secret is never shown."""

    client_id = forms.CharField(max_length=250, label=_("Client ID"))
    client_secret = forms.CharField(
        max_length=500, required=False, label=_("Client secret"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    authorize_url = forms.CharField(max_length=500, required=False, label=_("Where people sign in"))
    token_url = forms.CharField(max_length=500, required=False, label=_("Where tokens are given"))

    def __init__(self, *args: Any, known: SignIn | None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.known = known
        if known and known.client_secret:
            self.fields["client_secret"].help_text = _("Leave empty to keep the one that is stored.")

    def given(self) -> Registration:
        """Returns what was entered."""
        data = dict(self.cleaned_data)
        data["client_secret"] = data["client_secret"] or (None if self.known else "")
        return Registration(**data)


class OwnerForm(forms.Form):
    """Whose mailbox it is."""

    address = forms.EmailField(max_length=320, label=_("Address of the mailbox"))
