"""How people sign in: with a password, a second factor, a passkey, or by single sign-on; nobody signs up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from goodword.channels.email.outbound import queue_plain
from goodword.kit import clock, keys
from goodword.kit.tongues import in_tongue
from goodword.kit.tongues import later as _
from goodword.people import sign_in
from goodword.people.models import Agent
from goodword.people.queries import organisation

FACTORS = "second factors"
PROVIDER_ID = "sso"
UNKNOWN = _("{name} says that you are {address}, and nobody works here under that address. Ask an admin to add you.")
UNCHECKED = _("{name} does not say that the address {address} is really yours, so it opens nothing here.")
FAILED = _("Signing in elsewhere did not work. Try again, or use your password.")


class DeskAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes the sign-up: people are added by an admin."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def post_login(self, request: HttpRequest, user: Agent, **kwargs: Any) -> HttpResponse:
        """Notes in the session that a second factor is still to be set up, where the role needs one."""
        request.session["needs_second"] = sign_in.needs_second(user)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def send_notification_mail(
        self, template_prefix: str, user: Agent, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells a person by mail that a way to sign in was added or removed."""
        now = clock.now()
        known = {
            "timestamp": now, "ip": self.get_client_ip(self.request), "user_agent": "", "user": user,
            "current_site": {"name": "Goodword"},
        }  # fmt: skip
        with in_tongue(user.language):
            letter = self.render_mail(template_prefix, user.email, known | (context or {}))
        cause = f"account:{user.pk}:{now.timestamp():.3f}"
        queue_plain(to=user.email, subject=letter.subject, cause=cause, at=now, text=str(letter.body))


class DeskFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of second factors hidden, and the last factor where a role needs one."""

    def encrypt(self, text: str) -> str:
        """Returns a secret as it is stored."""
        return keys.hide(text, FACTORS)

    def decrypt(self, encrypted_text: str) -> str:
        """Returns a stored secret."""
        return keys.reveal(encrypted_text, FACTORS)

    def get_totp_issuer(self) -> str:
        """Returns the name under which an app lists the desk."""
        return _desk_name()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Returns what a passkey is for."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": _desk_name()}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Says whether a person may remove a factor."""
        return sign_in.may_part_with(authenticator)


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Lets in who works here already: the provider says who somebody is, the desk says whether they may come in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody begins to work here by signing in elsewhere."""
        return False

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Returns the one provider that an admin has set, or none."""
        row = sign_in.rules()
        if not row.issuer or provider not in (None, "openid_connect", PROVIDER_ID):
            return []
        return [
            SocialApp(
                provider="openid_connect", provider_id=PROVIDER_ID, name=row.name or "single sign-on",
                client_id=row.client_id, secret=sign_in.secret_of(row), settings={"server_url": row.issuer},
            )
        ]  # fmt: skip

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Finds who works here under the address, each time anew: who has left or has another address stays out."""
        address = next(iter(sociallogin.email_addresses), None)
        name = sociallogin.provider.app.name
        if address is None or sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise _refused(request, FAILED)
        is_checked = address.verified in (True, "true")
        person = sign_in.person_behind(address.email, is_checked=is_checked)
        if person is None:
            is_unchecked = not (is_checked or sign_in.rules().trusts_address)
            words = UNCHECKED if is_unchecked else UNKNOWN
            raise _refused(request, words.format(name=name, address=address.email))
        sociallogin.user = person

    def on_authentication_error(self, request: HttpRequest, provider: Any, *args: Any, **kwargs: Any) -> None:
        """Says kindly that it did not work."""
        raise _refused(request, FAILED)


def _refused(request: HttpRequest, words: str) -> ImmediateHttpResponse:
    messages.error(request, words)
    return ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))


def _desk_name() -> str:
    known = organisation()
    return known.name if known else "Goodword"
