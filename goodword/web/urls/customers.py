"""Addresses of the customers."""

from __future__ import annotations

from django.urls import path

from goodword.web.views import customers

urlpatterns = [
    path("customers/<int:pk>", customers.customer, name="customer"),
    path("customers/<int:pk>/details", customers.details),
    path("customers/<int:pk>/addresses", customers.ways),
]
