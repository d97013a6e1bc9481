"""Addresses: inbox and search."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import inbox, search

urlpatterns: list[URLPattern] = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<slug:name>/", inbox.view, name="inbox-view"),
    path("inbox/<slug:name>/people", inbox.people),
    path("inbox/<slug:name>/owner", inbox.owner, name="inbox-owner"),
    path("search", search.offers, name="search"),
    path("search/", search.page, name="searching"),
]
