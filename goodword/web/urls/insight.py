"""Addresses: figures, what they mean, the cases behind them, and thanks among colleagues."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.views import coaching, insight, kudos, monthly, ratings

urlpatterns: list[URLPattern] = [
    path("insight/", insight.mine, name="insight"),
    path("insight/team", insight.team, name="insight-team"),
    path("insight/company", insight.company, name="insight-company"),
    path("insight/forecast", insight.forecast, name="insight-forecast"),
    path("insight/measures", insight.measures, name="measures"),
    path("insight/figures.csv", insight.figures_csv),
    path("insight/waits.csv", insight.waits_csv),
    path("insight/measures/<slug:key>", insight.measure, name="measure"),
    path("insight/measures/<slug:key>.csv", insight.measure_csv),
    path("insight/coaching", coaching.page, name="coaching"),
    path("insight/cases/<int:pk>/sheets", coaching.sheet),
    path("settings/score-sheet", coaching.questions),
    path("insight/report", monthly.page, name="report"),
    path("insight/report.pdf", monthly.pdf),
    path("insight/reports", monthly.mail),
    path("insight/rating", ratings.own, name="rating"),
    path("insight/ratings", ratings.team, name="ratings"),
    path("insight/cases/<int:pk>/appeals", ratings.appeal),
    path("insight/appeals/<int:pk>/decision", ratings.decision),
    path("settings/fairness", ratings.fair_slice),
    path("promises/<int:pk>/kudos", kudos.kudos),
]
