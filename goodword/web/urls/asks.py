"""Addresses: asks, partners, and who knows about what."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.sheets.asks import SHEETS
from goodword.web.views import asks, partners, skills

urlpatterns: list[URLPattern] = [
    path("cases/<int:pk>/asks", asks.making, name="asking"),
    path("asks/receivers", asks.receivers, name="receivers"),
    path("asks/<int:pk>", asks.ask, name="ask"),
    path("asks/<int:pk>/files/<int:number>", asks.file),
    path("asks/<int:pk>/dependencies/<int:promise>/removal", asks.release),
    *(path(f"asks/<int:pk>/{name}", asks.sheet, {"name": name}) for name in SHEETS),
    path("partners/", partners.partners, name="partners"),
    path("partners/new", partners.new),
    path("partners/<int:pk>", partners.partner, name="partner"),
    path("partners/<int:pk>/details", partners.details),
    path("skills/", skills.skills, name="skills"),
    path("skills/topics", skills.topics),
    path("skills/<int:pk>/removal", skills.removal),
]
