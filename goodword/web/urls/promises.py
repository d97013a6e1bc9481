"""Addresses: promises."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.sheets.promises import SHEETS
from goodword.web.views import promises

urlpatterns: list[URLPattern] = [
    path("promises/<int:pk>", promises.promise, name="promise"),
    *(path(f"promises/<int:pk>/{name}", promises.sheet, {"name": name}) for name in SHEETS),
]
