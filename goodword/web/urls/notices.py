"""Addresses: notices."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import notices

urlpatterns: list[URLPattern] = [
    path("notices", notices.notices, name="notices"),
    path("notices/bell", notices.bell, name="notices-bell"),
    path("notices/receipts", notices.receipts, name="notices-receipts"),
]
