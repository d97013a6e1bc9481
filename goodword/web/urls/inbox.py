"""Addresses: inbox and search."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import bulk, export, inbox, search, views

urlpatterns: list[URLPattern] = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<slug:name>/", inbox.view, name="inbox-view"),
    path("inbox/<slug:name>/people", bulk.people),
    path("inbox/<slug:name>/moments", bulk.moments),
    path("inbox/<slug:name>/owner", bulk.owner, name="inbox-owner"),
    path("inbox/<slug:name>/snooze", bulk.snooze),
    path("inbox/<slug:name>/labels", bulk.labels),
    path("inbox/<slug:name>/closure", bulk.closure),
    path("inbox/<slug:name>/spam", bulk.spam),
    path("inbox/<slug:name>/cases.csv", export.inbox),
    path("inbox/undoing/<str:token>", bulk.undoing),
    path("inbox/views", views.saving),
    path("inbox/views/<int:pk>/", views.view, name="saved-view"),
    path("inbox/views/<int:pk>/cases.csv", export.saved),
    path("inbox/views/<int:pk>/removal", views.removal),
    path("search", search.offers, name="search"),
    path("search/", search.page, name="searching"),
]
