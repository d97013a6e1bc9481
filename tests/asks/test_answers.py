"""Yes or no by the first word, in four languages; what is not sure is left to a person."""

from __future__ import annotations

import pytest

from goodword.asks.answers import decision_in

YES = (
    "Yes", "yes.", "Yes, go ahead", "Hi Ada,\n\nyes please\n\nLena", "OK", "Ok - Lena", "Of course!", "Approved",
    "Approved\n\nSent from my phone", "Ja", "Ja, passt.\nLG Lena", "Hallo Ada, ja gerne", "Einverstanden.",
    "In Ordnung!",
    "Oui", "Bonjour Ada,\noui bien sûr", "D’accord.", "C'est bon", "Sí", "si", "Vale.", "De acuerdo, adelante",
    "Hola Ada:\n\nsí, claro",
)  # fmt: skip
NO = (
    "No", "no.", "No, sorry.", "No thanks", "Hello Ada, no", "Not approved: too much", "Declined", "Nein",
    "Nein, leider nicht.", "Abgelehnt.", "Leider nicht", "Non", "Non merci.", "Bonjour,\n\nnon, désolé", "Pas d’accord",
    "No gracias", "Denegado.", "Hola Ada:\nno, lo siento",
)  # fmt: skip
UNSURE = (
    "", "Hm.", "No problem, go ahead", "No way around it I think", "Yes, but only 20 euros",
    "Yes if he pays the postage",
    "Yes?", "Yes. No.", "Yes or no, what do you think", "nothing to add", "Yesterday I said", "Okayish",
    "Ja, wenn er zahlt", "Ja, aber nur die Hälfte", "Kein Problem", "Oui, mais pas tout", "Non, sauf si c'est urgent",
    "Si pudieras esperar", "Sí, pero solo la mitad", "No hay problema", "Nonsense", "I would say yes", "Vielleicht",
    "What is this about?", "Yes. Wait, actually let me check.",
)  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_a_yes_is_heard(text: str) -> None:
    assert decision_in(text) == "yes"


@pytest.mark.parametrize("text", NO)
def test_a_no_is_heard(text: str) -> None:
    assert decision_in(text) == "no"


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_not_sure_is_neither(text: str) -> None:
    assert decision_in(text) == ""


def test_a_text_without_end_costs_nothing() -> None:
    assert decision_in("hi " * 200_000 + "yes") == ""
