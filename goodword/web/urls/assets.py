"""Addresses: styles and scripts."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import assets

urlpatterns: list[URLPattern] = [path("assets/<slug:version>/<path:name>", assets.asset, name="asset")]
