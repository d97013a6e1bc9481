"""Addresses: words that were heard as a promise."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.sheets.heard import SHEETS
from goodword.web.views import heard

urlpatterns: list[URLPattern] = [
    path("heard", heard.mine),
    path("cases/<int:pk>/heard", heard.of_case),
    *(path(f"heard/<int:pk>/{name}", heard.sheet, {"name": name}) for name in SHEETS),
]
