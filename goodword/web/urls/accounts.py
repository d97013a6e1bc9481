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
]
