"""The sentence with which a granted remedy is promised, drafted so that it says what and by when. Pure."""

from __future__ import annotations

from datetime import datetime

DAYS = {"en": "{at:%A} {at.day} {at:%B}", "de": "{at:%d.%m.%Y}", "fr": "{at:%d/%m/%Y}", "es": "{at:%d/%m/%Y}"}
SENTENCES = {
    "en": {
        "refund": "We will refund {amount} to you by {day}.",
        "credit": "We will credit {amount} to your account by {day}.",
        "replacement": "We will send you a replacement by {day}.",
        "fix": "We will repair it for you by {day}.",
        "email": "We will write to you by {day}.",
    },
    "de": {
        "refund": "Wir erstatten Ihnen {amount} bis zum {day}.",
        "credit": "Wir schreiben Ihnen {amount} bis zum {day} gut.",
        "replacement": "Wir schicken Ihnen bis zum {day} Ersatz.",
        "fix": "Wir reparieren es für Sie bis zum {day}.",
        "email": "Wir schreiben Ihnen bis zum {day}.",
    },
    "fr": {
        "refund": "Nous vous rembourserons {amount} au plus tard le {day}.",
        "credit": "Nous créditerons {amount} sur votre compte au plus tard le {day}.",
        "replacement": "Nous vous enverrons un remplacement au plus tard le {day}.",
        "fix": "Nous le réparerons pour vous au plus tard le {day}.",
        "email": "Nous vous écrirons au plus tard le {day}.",
    },
    "es": {
        "refund": "Le reembolsaremos {amount} a más tardar el {day}.",
        "credit": "Le abonaremos {amount} en su cuenta a más tardar el {day}.",
        "replacement": "Le enviaremos un reemplazo a más tardar el {day}.",
        "fix": "Se lo repararemos a más tardar el {day}.",
        "email": "Le escribiremos a más tardar el {day}.",
    },
}


def sentence(language: str, promise_kind: str, amount: str, at: datetime) -> str:
    """Returns what the customer is told, in their language where we have it; `at` is local to them."""
    tongue = language.partition("-")[0].lower()
    tongue = tongue if tongue in SENTENCES else "en"
    words = SENTENCES[tongue].get(promise_kind, SENTENCES[tongue]["email"])
    return words.format(amount=amount, day=DAYS[tongue].format(at=at))
