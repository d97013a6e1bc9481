"""The language of a mail, told where it is clear and only there."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.channels.email.models import Mailbox
from goodword.channels.email.tongue import language_of
from goodword.people.models import Customer
from tests.channels.conftest import raw
from tests.channels.test_taking import taken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("My parcel has not come, can you please tell me where it is?", "en"),
        ("Where is it? My parcel has not come.", "en"),
        ("Guten Tag, mein Paket ist noch nicht da. Wann kommt es?", "de"),
        ("Bonjour, je n'ai toujours pas reçu mon colis. Merci de votre aide.", "fr"),
        ("Hola, mi pedido no ha llegado. ¿Cuándo lo recibo? Gracias.", "es"),
        ("Buongiorno, il mio pacco non è ancora arrivato. Grazie.", "it"),
        ("Hallo, mijn pakket is nog niet aangekomen. Wanneer komt het?", "nl"),
        ("Olá, a minha encomenda ainda não chegou. Quando chega? Obrigada", "pt"),
        ("Dzień dobry, moje zamówienie jeszcze nie przyszło. Kiedy będzie?", "pl"),
    ],
)
def test_a_sentence_or_two_are_enough(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "OK", "Rechnung 4711", "12345", "?!", "Hallo", "ありがとうございます", "Привет"])
def test_what_is_not_clear_is_left_open(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.django_db
def test_a_new_customer_is_written_to_in_their_language(help_box: Mailbox, at: datetime) -> None:
    taken(raw("Guten Tag, mein Paket ist noch nicht da. Wann kommt es?", subject="Mein Paket"), at)
    assert Customer.objects.get().language == "de"
