"""Addresses: cases, and what their messages brought along."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.web.sheets.cases import SHEETS
from goodword.web.views import cases, chat, composer, drafts, messages, particulars, presence, starting, waiting

urlpatterns: list[URLPattern] = [
    path("cases/new", starting.new, name="new_case"),
    path("cases/new/hearing", starting.hearing),
    path("cases/<int:pk>", cases.case, name="case"),
    path("cases/<int:pk>/header", cases.header),
    path("cases/<int:pk>/timeline", cases.timeline),
    path("cases/<int:pk>/panel", cases.panel),
    path("cases/<int:pk>/particulars", particulars.particulars),
    path("cases/<int:pk>/relations/<int:tie>/removal", particulars.removal),
    path("cases/<int:pk>/rejoining", particulars.rejoining),
    path("cases/<int:pk>/spam", particulars.spam),
    path("cases/<int:pk>/spam/removal", particulars.no_spam),
    path("cases/<int:pk>/chat", chat.chat),
    path("cases/<int:pk>/messages", composer.messages),
    path("cases/<int:pk>/calls", composer.calls),
    path("cases/<int:pk>/notes", composer.notes),
    path("cases/<int:pk>/hearing", composer.hearing),
    path("cases/<int:pk>/files", composer.files),
    path("cases/<int:pk>/files/<str:token>", composer.kept),
    path("cases/<int:pk>/draft", drafts.draft),
    path("cases/<int:pk>/presence", presence.who),
    path("cases/<int:pk>/replies", waiting.replies),
    path("cases/<int:pk>/senders", waiting.senders),
    path("cases/<int:pk>/links", cases.links),
    path("cases/<int:pk>/reopening", cases.reopening),
    path("cases/<int:pk>/waiting", cases.waiting),
    path("cases/<int:pk>/suggestion", cases.suggestion),
    *(path(f"cases/<int:pk>/{name}", cases.sheet, {"name": name}) for name in SHEETS),
    path("replies/<int:pk>", waiting.reply, name="reply"),
    path("replies/<int:pk>/withdrawal", waiting.withdrawal),
    path("replies/<int:pk>/dispatch", waiting.dispatch),
    path("messages/<int:pk>/body", messages.body),
    path("messages/<int:pk>/pictures/<str:token>", messages.picture),
    path("messages/<int:pk>/delivery", messages.delivery),
    path("messages/<int:pk>/source", messages.source),
    path("attachments/<int:pk>", messages.attachment),
    path("attachments/<int:pk>/text", messages.preview),
    path("attachments/<int:pk>/pages", messages.pages),
    path("attachments/<int:pk>/pages/<int:number>", messages.page),
]
