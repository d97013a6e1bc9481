"""Addresses: plans of contacts and notices to many."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import outreach

urlpatterns: list[URLPattern] = [
    path("settings/plans", outreach.plans),
    path("settings/plans/new", outreach.plan),
    path("settings/plans/<int:pk>", outreach.plan),
    path("rounds/", outreach.rounds, name="rounds"),
    path("rounds/new", outreach.writing),
    path("rounds/<int:pk>", outreach.round_, name="round"),
    path("rounds/<int:pk>/sending", outreach.sending),
    path("rounds/<int:pk>/cancellation", outreach.cancellation),
]
