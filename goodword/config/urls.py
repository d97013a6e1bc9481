"""All addresses of an installation."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from goodword.portal.articles import robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("goodword.web.urls.accounts")),
    path("portal/", include("goodword.portal.urls")),
    path("robots.txt", robots),
    path("api/", include("goodword.api.urls")),
    path("live", include("goodword.live.urls")),
    path("demo/", include("goodword.demo.urls")),
    path("", include("goodword.web.urls")),
]

handler403 = "goodword.web.errors.not_allowed"
handler404 = "goodword.web.errors.page_not_found"
handler500 = "goodword.web.errors.server_error"
