"""Addresses: `/api/v1/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from goodword.api import cases, events, labels, people, promises, writing
from goodword.api.door import new_api
from goodword.api.errors import nothing_there

api = new_api()
api.add_router("/cases", cases.router)
api.add_router("/cases", writing.router)
api.add_router("/cases", labels.router)
api.add_router("/fields", labels.known)
api.add_router("/promises", promises.router)
api.add_router("/customers", people.router)
api.add_router("/events", events.router)

urlpatterns: list[URLPattern | URLResolver] = [path("v1/", api.urls), re_path("^", nothing_there)]
