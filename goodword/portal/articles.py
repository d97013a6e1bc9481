"""The help centre: the parts of policies that are for customers, found by their words. Nothing else is loaded here."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goodword.channels.form.guard import knock
from goodword.channels.form.models import Website
from goodword.channels.form.queries import website
from goodword.kit import clock
from goodword.kit.errors import NotFound, TooOften
from goodword.policies.actions import rate
from goodword.policies.queries import article as article_at
from goodword.policies.queries import articles, find_articles
from goodword.portal.public import open_to_all, shown, tongue_of

MOST_OPINIONS = 30
BESIDE = 4


@open_to_all("help")
@require_safe
def home(request: HttpRequest, site: Website) -> HttpResponse:
    """Every article by its topic, or those in which the words stand."""
    words = " ".join(request.GET.get("q", "")[:200].split())
    language = tongue_of(request)
    if words:
        return shown(request, site, "help", words=words, found=find_articles(words, language))
    rows = articles(language)
    topics = [(topic, list(group)) for topic, group in groupby(rows, key=lambda one: one.help_topic)]
    return shown(request, site, "help", topics=sorted(topics, key=lambda one: one[0] == ""), words="")


@open_to_all("help")
@require_safe
def article(request: HttpRequest, site: Website, slug: str) -> HttpResponse:
    """One article, and others of its topic."""
    found = article_at(slug)
    others = [one for one in articles(tongue_of(request)) if one.help_topic == found.help_topic and one.pk != found.pk]
    said = request.GET.get("said", "")
    return shown(request, site, "article", article=found, others=others[:BESIDE], said=said if said in SAID else "")


SAID = ("yes", "no")


@open_to_all("help")
@require_POST
def opinions(request: HttpRequest, site: Website, slug: str) -> HttpResponse:
    """A reader says whether it helped; who says it too often is thanked and not counted."""
    found, said = article_at(slug), request.POST.get("helped", "")
    if said not in SAID:
        raise NotFound("There is no such answer.")
    try:
        knock("opinion", request.META.get("REMOTE_ADDR", ""), MOST_OPINIONS, clock.now())
        rate(found, helped=said == "yes", at=clock.now())
    except TooOften:
        pass
    query = urlencode({"said": said, "lang": tongue_of(request)})
    return HttpResponseRedirect(f"{reverse('portal-article', args=[slug])}?{query}#said", status=303)


@open_to_all("help")
@require_safe
def sitemap(request: HttpRequest, site: Website) -> HttpResponse:
    """The addresses of the articles for search engines, where they may find them."""
    if not site.help_is_found:
        raise NotFound("The help centre is not for search engines.")
    places = [reverse("portal-help"), *(reverse("portal-article", args=[one.slug]) for one in articles(None))]
    rows = "".join(f"<url><loc>{settings.BASE_URL}{place}</loc></url>" for place in places)
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
    return HttpResponse(body, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may look at: the help centre where an admin says so, else nothing."""
    site, lines = website(), ["User-agent: *", "Disallow: /"]
    if site.help_is_on and site.help_is_found:
        help_centre = reverse("portal-help")
        lines[1:1] = [f"Allow: {help_centre}", "Allow: /assets/"]
        lines.append(f"Sitemap: {settings.BASE_URL}{reverse('portal-sitemap')}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")
