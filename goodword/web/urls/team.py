"""The address of the team."""

from __future__ import annotations

from django.urls import path

from goodword.web.views import team

urlpatterns = [path("team/", team.team, name="team")]
