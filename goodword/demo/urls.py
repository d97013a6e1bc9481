"""Addresses of the demo: its post and its clock."""

from __future__ import annotations

from django.urls import URLPattern, path

from goodword.demo import views

urlpatterns: list[URLPattern] = [
    path("clock", views.move_clock, name="demo_clock"),
    path("customer", views.customer, name="demo_customer"),
    path("shop", views.shop, name="demo_shop"),
    path("meanwhile", views.meanwhile, name="demo_meanwhile"),
    path("post", views.post, name="demo_post"),
    path("post/<int:number>", views.letter, name="demo_letter"),
    path("post/<int:number>/answers", views.answer, name="demo_answer"),
    path("mails", views.write, name="demo_mails"),
]
