"""What is on file about a customer, as sentences to confirm; and which questions ask for what is on file. Pure.

Confirming ("you have the MX-200 in size 42, is that right?") spares the customer a search and shows that we looked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

MOST_SENTENCES = 5
LONGEST_DRAFT = 20_000


@dataclass(frozen=True)
class Bought:
    """One purchase, as far as it helps."""

    number: str
    product: str
    options: dict[str, str] = field(default_factory=dict)
    bought_on: date | None = None
    delivered_on: date | None = None


@dataclass(frozen=True)
class OnFile:
    """Everything that need not be asked."""

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    bought: Sequence[Bought] = ()


@dataclass(frozen=True)
class Asked:
    """A question in a draft that asks for what is on file: its place, and the sentence that confirms instead."""

    start: int
    end: int
    what: str
    better: str


WORDS = {
    "en": (
        "You have the {product}{options}, bought on {date} (order {number}). Is that right?",
        "We reach you by phone at {phone}. Is that still right?",
        "in",
    ),
    "de": (
        "Sie haben {product}{options}, gekauft am {date} (Bestellung {number}). Ist das richtig?",
        "Wir erreichen Sie telefonisch unter {phone}. Stimmt das noch?",
        "in",
    ),
    "fr": (
        "Vous avez {product}{options}, acheté le {date} (commande {number}). Est-ce exact ?",
        "Nous vous joignons au {phone}. Est-ce toujours exact ?",
        "en",
    ),
    "es": (
        "Usted tiene {product}{options}, comprado el {date} (pedido {number}). ¿Es correcto?",
        "Le localizamos por teléfono en el {phone}. ¿Sigue siendo correcto?",
        "en",
    ),
}

# Questions that ask for a thing by its usual names; one row a thing, all languages together.
_ASKS = (
    r"what(?:'s| is| was)|which|could you|can you|would you|please|may i|tell|send|give|share|provide"
    r"|let (?:us|me) (?:know|have)|wie lautet|welche[nrs]?|könn(?:t)?en sie|bitte|nennen|schicken|teilen sie"
    r"|quel(?:le)?|pouvez-vous|merci de|cuál|podría|indíque"
)
THINGS = {
    "number": r"order (?:number|no\.?|id|#)|purchase number|bestell(?:nummer|nr\.?)|auftragsnummer"
    r"|numéro de commande|número de pedido",
    "product": r"(?:which|what) (?:product|model|item|version)|model (?:number|name)|welches (?:produkt|modell)"
    r"|quel (?:produit|modèle)|qué (?:producto|modelo)",
    "bought_on": r"(?:date of purchase|purchase date|when (?:did|was) (?:you|it) (?:buy|bought|order|ordered))"
    r"|kaufdatum|wann haben sie|date d'achat|fecha de compra",
    "email": r"e-?mail address|e-?mail-?adresse|adresse e-?mail|correo electrónico",
    "phone": r"(?:phone|telephone|mobile) (?:number|no\.?)|telefonnummer|rufnummer|numéro de téléphone"
    r"|número de teléfono",
    "name": r"(?:full|your) name|vollständige[nr]? name|votre nom|su nombre",
}
_SENTENCE = re.compile(r"[^.!?\n]{1,400}[.!?\n]?")
_FINDERS = {what: re.compile(words, re.IGNORECASE) for what, words in THINGS.items()}
_ASKING = re.compile(_ASKS, re.IGNORECASE)


def sentences(known: OnFile, language: str = "en") -> list[str]:
    """Returns what is on file as sentences to confirm, the latest purchase first."""
    bought_words, phone_words, in_word = WORDS.get(language.partition("-")[0].lower(), WORDS["en"])
    latest = sorted(known.bought, key=lambda one: one.bought_on or date.min, reverse=True)
    found = [
        bought_words.format(
            product=one.product, options=_options(one.options, in_word), number=one.number,
            date=one.bought_on.isoformat() if one.bought_on else "?",
        )
        for one in latest
    ]  # fmt: skip
    if known.phone:
        found.append(phone_words.format(phone=known.phone))
    return found[:MOST_SENTENCES]


def _options(options: dict[str, str], in_word: str) -> str:
    said = ", ".join(f"{name} {value}" for name, value in list(options.items())[:4])
    return f" {in_word} {said}" if said else ""


def asked_again(draft: str, known: OnFile, language: str = "en") -> list[Asked]:
    """Returns the questions of a draft that ask for something on file (R61)."""
    found = []
    for match in _SENTENCE.finditer(draft[:LONGEST_DRAFT]):
        words = match.group()
        if "?" not in words and not _ASKING.search(words):
            continue
        for what, finder in _FINDERS.items():
            better = _on_file(what, known, language)
            if better and finder.search(words):
                found.append(Asked(match.start(), match.end(), what, better))
                break
    return found


def _on_file(what: str, known: OnFile, language: str) -> str:
    if what in ("number", "product", "bought_on"):
        return sentences(OnFile(bought=known.bought), language)[0] if known.bought else ""
    value = getattr(known, what)
    return str(value) if value else ""
