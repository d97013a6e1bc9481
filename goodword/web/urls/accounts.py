"""Addresses: coming in. The pages are allauth's with our templates; those that this house does not have are closed."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from goodword.web.views import accounts

urlpatterns: list[URLPattern | URLResolver] = [
    # An address is what a person is known by here, so only an admin changes it.
    path("email/", accounts.closed),
    path("confirm-email/", accounts.closed),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", accounts.closed),
    path("login/code/confirm/", accounts.closed),
    path("", include("allauth.account.urls")),
    # What there is to see of second factors stands on one page of the settings.
    path("2fa/", accounts.moved, name="mfa_index"),
    path("2fa/webauthn/", accounts.moved, name="mfa_list_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", accounts.moved, name="usersessions_list"),
    # Nobody begins to work here by signing in elsewhere, and no account elsewhere is tied to a person.
    path("3rdparty/", accounts.closed),
    path("3rdparty/signup/", accounts.closed),
    path("3rdparty/", include("allauth.socialaccount.urls")),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
