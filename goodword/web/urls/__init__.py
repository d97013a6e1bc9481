"""All addresses of the desk: nouns, one short table per screen."""

from __future__ import annotations

from goodword.web.urls import (
    asks,
    assets,
    cases,
    handovers,
    health,
    heard,
    improvements,
    inbox,
    insight,
    notices,
    policies,
    promises,
    proposing,
    settings,
    today,
    webhooks,
)

urlpatterns = [
    *assets.urlpatterns,
    *today.urlpatterns,
    *inbox.urlpatterns,
    *cases.urlpatterns,
    *handovers.urlpatterns,
    *improvements.urlpatterns,
    *promises.urlpatterns,
    *asks.urlpatterns,
    *policies.urlpatterns,
    *heard.urlpatterns,
    *proposing.urlpatterns,
    *insight.urlpatterns,
    *notices.urlpatterns,
    *settings.urlpatterns,
    *webhooks.urlpatterns,
    *health.urlpatterns,
]
