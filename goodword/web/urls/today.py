"""Addresses: today."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import today

urlpatterns: list[URLPattern] = [path("", today.today, name="today")]
