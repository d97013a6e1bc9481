"""Where mail providers tell what became of our mails; who does not know the secret is told nothing."""

from __future__ import annotations

from typing import Any

import structlog
from anymail.exceptions import AnymailError, AnymailWebhookValidationFailure
from anymail.signals import tracking
from anymail.webhooks.amazon_ses import AmazonSESTrackingWebhookView
from anymail.webhooks.brevo import BrevoTrackingWebhookView
from anymail.webhooks.mailgun import MailgunTrackingWebhookView
from anymail.webhooks.postmark import PostmarkTrackingWebhookView
from anymail.webhooks.sendgrid import SendGridTrackingWebhookView
from anymail.webhooks.sparkpost import SparkPostTrackingWebhookView
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from goodword.channels.email.provider_events import take
from goodword.channels.email.providers import NEEDS, said_by
from goodword.kit import clock
from goodword.kit.errors import Conflict, NotFound


class Mailgun(MailgunTrackingWebhookView):  # type: ignore[misc]
    """Signs its events, so the password of the others is not asked for."""

    webhook_secret: Any = None


class SendGrid(SendGridTrackingWebhookView):  # type: ignore[misc]
    """Signs its events as well."""

    webhook_secret: Any = None


VIEWS: dict[str, Any] = {
    "mailgun": Mailgun.as_view(webhook_secret=[]),
    "sendgrid": SendGrid.as_view(webhook_secret=[]),
    "postmark": PostmarkTrackingWebhookView.as_view(),
    "ses": AmazonSESTrackingWebhookView.as_view(),
    "brevo": BrevoTrackingWebhookView.as_view(),
    "sparkpost": SparkPostTrackingWebhookView.as_view(),
}

log = structlog.get_logger()


@csrf_exempt
@require_POST
def events(request: HttpRequest, provider: str) -> HttpResponse:
    """Takes the events of a provider; only what is signed or carries the secret is read at all."""
    if not settings.ANYMAIL.get(NEEDS.get(provider, "")):
        raise NotFound("There is nothing here.")
    try:
        answer: HttpResponse = VIEWS[provider](request)
    except Conflict:
        return HttpResponse(status=503, headers={"Retry-After": "60"})
    except AnymailWebhookValidationFailure:
        log.warning("provider.forged", provider=provider)
        return HttpResponse(status=403)
    except (AnymailError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("provider.not_understood", provider=provider, error=type(error).__name__)
        return HttpResponse(status=400)
    return answer


@receiver(tracking, dispatch_uid="goodword")
def _heard(event: Any, esp_name: str, **_: Any) -> None:
    """One event that was checked."""
    said = said_by(esp_name, event)
    if said:
        take(said, clock.now())
