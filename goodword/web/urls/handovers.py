"""Addresses: handing a case over."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import handovers

urlpatterns: list[URLPattern] = [
    path("cases/<int:pk>/handover", handovers.handover),
    path("cases/<int:pk>/brief", handovers.brief),
    path("handovers/<int:pk>/acceptance", handovers.acceptance),
    path("handovers/<int:pk>/return", handovers.refusal),
    path("handovers/<int:pk>/withdrawal", handovers.withdrawal),
]
