"""Addresses: what comes before proposing, remedies, and what is on file."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import on_file, proposing, remedies, settings_fields, settings_tags

urlpatterns: list[URLPattern] = [
    path("cases/<int:pk>/work", proposing.work),
    path("cases/<int:pk>/category", proposing.category),
    path("cases/<int:pk>/diagnosis/<int:number>", proposing.diagnosis),
    path("cases/<int:pk>/resolutions", proposing.course),
    path("resolutions/<int:pk>/agreement", proposing.word, {"name": "agreement"}),
    path("resolutions/<int:pk>/refusal", proposing.word, {"name": "refusal"}),
    path("settings/categories", proposing.categories),
    path("settings/categories/new", proposing.category_setting),
    path("settings/categories/<int:pk>", proposing.category_setting),
    path("settings/fields", settings_fields.fields),
    path("settings/fields/new", settings_fields.field),
    path("settings/fields/<int:pk>", settings_fields.field),
    path("settings/tags", settings_tags.tags),
    path("settings/tags/<int:pk>/use", settings_tags.use),
    path("cases/<int:pk>/remedies", remedies.giving),
    path("cases/<int:pk>/remedies/outlook", remedies.outlook),
    path("remedies/<int:pk>/overruling", remedies.overruling),
    path("remedies/<int:pk>/promise", remedies.promise),
    path("settings/remedies", remedies.limits),
    path("settings/remedies/<int:pk>", remedies.limits_of),
    path("cases/<int:pk>/on-file", on_file.sentences),
    path("settings/purchases", on_file.purchases),
]
