"""Addresses: today."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import guide, today

urlpatterns: list[URLPattern] = [
    path("", today.today, name="today"),
    path("guide", guide.guide, name="guide"),
    path("guide/dismissal", guide.dismissal),
]
