"""Addresses of the pages without an account: the token in each is all that is needed."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.portal import asks, views

urlpatterns: list[URLPattern] = [
    path("asks/<str:token>", asks.ask, name="portal-ask"),
    path("asks/<str:token>/answer", asks.answer, name="portal-ask-answer"),
    path("<str:token>", views.page, name="portal"),
    path("<str:token>/messages", views.messages, name="portal-messages"),
    path("<str:token>/closure", views.closure, name="portal-closure"),
    path("<str:token>/remainder", views.remainder, name="portal-remainder"),
    path("<str:token>/promises/<int:promise>/receipt", views.receipt, name="portal-receipt"),
    path("<str:token>/promises/<int:promise>/dispute", views.dispute, name="portal-dispute"),
    path("<str:token>/promises/<int:promise>/reminder", views.reminder, name="portal-reminder"),
    path("<str:token>/promises/<int:promise>/day", views.day, name="portal-day"),
    path("<str:token>/said/<str:said>", views.said, name="portal-said"),
]
