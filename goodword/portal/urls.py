"""Addresses of the pages without an account: the token in each is all that is needed."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.portal import articles, asks, chat, files, quiet, surveys, views, write

urlpatterns: list[URLPattern] = [
    path("asks/<str:token>", asks.ask, name="portal-ask"),
    path("asks/<str:token>/answer", asks.answer, name="portal-ask-answer"),
    path("write", write.write, name="portal-write"),
    path("written", write.written, name="portal-written"),
    path("help", articles.home, name="portal-help"),
    path("help/sitemap.xml", articles.sitemap, name="portal-sitemap"),
    path("help/<slug:slug>", articles.article, name="portal-article"),
    path("help/<slug:slug>/opinions", articles.opinions, name="portal-opinions"),
    path("chat.js", chat.script, name="portal-chat"),
    path("chat/door", chat.door),
    path("chat/visits", chat.visits),
    path("chat/lines", chat.lines),
    path("chat/departure", chat.departure),
    path("surveys/<str:token>", surveys.survey, name="portal-survey"),
    path("surveys/<str:token>/answer", surveys.answer, name="portal-survey-answer"),
    path("quiet/<str:token>", quiet.quiet, name="portal-quiet"),
    path("files/<str:token>", files.file, name="portal-file"),
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
