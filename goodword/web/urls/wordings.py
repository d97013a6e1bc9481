"""Addresses: hints on wording."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import settings_wordings as views

urlpatterns: list[URLPattern] = [
    path("settings/wordings", views.wordings),
    path("settings/wordings/<slug:language>", views.wordings),
    path("settings/wordings/<slug:language>/new", views.wording),
    path("settings/wordings/<slug:language>/<slug:code>", views.wording),
    path("settings/wordings/<slug:language>/<slug:code>/restoring", views.restoring),
]
