"""A new passkey, in our words."""

from __future__ import annotations

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """The library's form; a passkey opens the desk alone unless one says otherwise."""

    name = forms.CharField(
        max_length=60, required=False, label="Its name", help_text="So that you know it again: “My phone”."
    )
    passwordless = forms.BooleanField(
        required=False, initial=True, label="It opens the desk alone, without my password",
        help_text="Without this it is a second factor, asked for after the password.",
    )  # fmt: skip
