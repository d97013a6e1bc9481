"""How people sign in, as a form of the settings."""

from __future__ import annotations

from typing import Any

import requests
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from goodword.kit.tongues import later as _
from goodword.people.entrance_models import SignIn
from goodword.people.sign_in import ROLES, Provider

WAITS = 8  # seconds for the provider to describe itself
PASSWORD = forms.PasswordInput(attrs={"autocomplete": "off"})


class SignInForm(forms.Form):
    """Who needs a second factor, and the provider of single sign-on."""

    second_factor_for = forms.MultipleChoiceField(
        choices=[(role.value, f"{role.label}s") for role in ROLES], required=False, label=_("Second factor needed by"),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    issuer = forms.URLField(
        max_length=300, required=False, assume_scheme="https", label=_("Address of the provider"),
        help_text=_("The issuer, as the provider calls it. Empty: no single sign-on."),
    )  # fmt: skip
    name = forms.CharField(
        max_length=60, required=False, label=_("Its name"), help_text=_("Stands on the button: “Sign in with …”.")
    )
    client_id = forms.CharField(max_length=200, required=False, label=_("Client ID"))
    client_secret = forms.CharField(max_length=500, required=False, label=_("Client secret"), widget=PASSWORD)
    trusts_address = forms.BooleanField(
        required=False, label=_("Take its addresses as checked, also where it does not say so"),
        help_text=_("Only for a provider of your own, in which nobody can choose an address for themselves."),
    )  # fmt: skip

    def __init__(self, given: Any, known: SignIn) -> None:
        names = ("second_factor_for", "issuer", "name", "client_id", "trusts_address")
        super().__init__(given, initial={name: getattr(known, name) for name in names})
        if known.client_secret:
            self.fields["client_secret"].help_text = _("One is stored. Empty keeps it.")

    def clean_issuer(self) -> str:
        """Asks the provider to describe itself, so that a mistyped address is told now and not at the next sign-in."""
        issuer: str = self.cleaned_data["issuer"].rstrip("/")
        if issuer:
            self._ask(issuer)
        return issuer

    def _ask(self, issuer: str) -> None:
        try:
            told = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=WAITS).json()
            said = str(told["issuer"]).rstrip("/")
            told["authorization_endpoint"], told["token_endpoint"], told["jwks_uri"]
        except (requests.RequestException, ValueError, KeyError, TypeError):
            raise ValidationError(_("No OpenID Connect provider answers there.")) from None
        if said != issuer:
            raise ValidationError(
                gettext("The provider there calls itself %(said)s: enter that.") % {"said": said[:200]}
            )

    def provider(self) -> Provider:
        """Returns the provider as it was described."""
        names = ("name", "issuer", "client_id", "client_secret", "trusts_address")
        return Provider(**{name: self.cleaned_data[name] for name in names})
