"""Addresses: where providers report."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import reports, webhooks

urlpatterns: list[URLPattern] = [
    path("webhooks/<slug:provider>", webhooks.events),
    path("webhooks/sources/<slug:key>", reports.events),
]
