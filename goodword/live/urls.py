"""Addresses of live."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.live import chat, views

urlpatterns: list[URLPattern] = [path("", views.live, name="live"), path("/chat", chat.news)]
