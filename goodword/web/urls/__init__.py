"""All addresses of the desk: nouns, one short table per screen."""

from __future__ import annotations

from goodword.web.urls import (
    asks,
    assets,
    cases,
    customers,
    handovers,
    health,
    heard,
    improvements,
    inbox,
    insight,
    notices,
    outreach,
    policies,
    promises,
    proposing,
    settings,
    team,
    today,
    webhooks,
    wordings,
)

urlpatterns = [
    *assets.urlpatterns,
    *today.urlpatterns,
    *inbox.urlpatterns,
    *cases.urlpatterns,
    *customers.urlpatterns,
    *handovers.urlpatterns,
    *improvements.urlpatterns,
    *promises.urlpatterns,
    *heard.urlpatterns,
    *asks.urlpatterns,
    *policies.urlpatterns,
    *proposing.urlpatterns,
    *insight.urlpatterns,
    *notices.urlpatterns,
    *outreach.urlpatterns,
    *settings.urlpatterns,
    *team.urlpatterns,
    *webhooks.urlpatterns,
    *wordings.urlpatterns,
    *health.urlpatterns,
]
