"""All addresses of the desk: nouns, one short table per screen."""

from __future__ import annotations

from goodword.web.urls import assets, cases, health, inbox, notices, promises, settings, today

urlpatterns = [
    *assets.urlpatterns,
    *today.urlpatterns,
    *inbox.urlpatterns,
    *cases.urlpatterns,
    *promises.urlpatterns,
    *notices.urlpatterns,
    *settings.urlpatterns,
    *health.urlpatterns,
]
