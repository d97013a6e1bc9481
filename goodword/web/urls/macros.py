"""Addresses: macros."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import macros as views

urlpatterns: list[URLPattern] = [
    path("cases/<int:pk>/macros", views.offered),
    path("cases/<int:pk>/macros/<int:macro>", views.use),
    path("settings/macros", views.macros),
    path("settings/macros/new", views.macro),
    path("settings/macros/<int:pk>", views.macro),
    path("settings/macros/<int:pk>/removal", views.removal),
]
