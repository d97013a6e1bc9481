"""Addresses: policies."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import policies

urlpatterns: list[URLPattern] = [
    path("policies/", policies.policies, name="policies"),
    path("policies/new", policies.writing),
    path("policies/<slug:slug>", policies.policy, name="policy"),
    path("policies/<slug:slug>/versions", policies.writing),
    path("policies/<slug:slug>/force", policies.force),
    path("cases/<int:pk>/policies", policies.beside),
]
