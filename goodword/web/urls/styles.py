"""Addresses: the design system."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import styles

urlpatterns: list[URLPattern] = [path("styles", styles.styles, name="styles")]
