"""Addresses: what customers suggest."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import improvements

urlpatterns: list[URLPattern] = [
    path("improvements/", improvements.improvements, name="improvements"),
    path("improvements/items", improvements.item),
    path("improvements/items/<int:pk>/state", improvements.state),
]
