"""Addresses of live."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.live import views

urlpatterns: list[URLPattern] = [path("", views.live, name="live")]
