"""A new passkey, in our words."""

from __future__ import annotations

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms

from goodword.kit.tongues import later as _


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """The library's form; a passkey opens the desk alone unless one says otherwise."""

    name = forms.CharField(
        max_length=60, required=False, label=_("Its name"), help_text=_("So that you know it again: “My phone”.")
    )
    passwordless = forms.BooleanField(
        required=False, initial=True, label=_("It opens the desk alone, without my password"),
        help_text=_("Without this it is a second factor, asked for after the password."),
    )  # fmt: skip
