"""How angry a customer was when they first wrote, 0 to 3, by what the first message shows. Pure; English and German,
French, Spanish. It is a start fact of fair ratings: read by the same table for everybody, never coded by the agent.
"""

from __future__ import annotations

import re

LONGEST = 20_000
MOST = 3

THREATS = re.compile(
    # English
    r"\b(lawyer|solicitor|legal action|sue you|trading standards|ombudsman|chargeback|never again|social media"
    r"|cancel (my|the) (account|contract|order)|report you"
    # German
    r"|anwalt|rechtsanwalt|verklagen|anzeige|verbraucherzentrale|nie wieder|kündige|rücklastschrift"
    # French
    r"|avocat|tribunal|porter plainte|plus jamais|résilie|association de consommateurs"
    # Spanish
    r"|abogado|denuncia|denunciar|reclamación formal|nunca más|cancelo)\b"
)
ANGER = re.compile(
    r"\b(unacceptable|outrageous|furious|disgusting|ridiculous|appalling|angry|fed up|disgrace|joke|useless|awful"
    r"|terrible|shocking|sick of|waste of (time|money)"
    r"|unverschämt|inakzeptabel|unmöglich|stinksauer|wütend|frechheit|lächerlich|katastrophe|zumutung|reicht mir"
    r"|inacceptable|inadmissible|scandaleux|furieux|furieuse|honteux|ridicule|ras le bol|lamentable|marre"
    r"|inaceptable|indignante|furioso|furiosa|vergonzoso|vergüenza|ridículo|harto|harta|pésimo)\b"
)
AGAIN = re.compile(
    r"\b((second|third|fourth|fifth|[2-5](nd|rd|th)) (time|e-?mail|message|call|attempt)"
    r"|still (no|not|waiting)|yet again|for weeks|(nobody|no ?one) (answers|answered|replies|replied|calls|called)"
    r"|zum (zweiten|dritten|vierten|fünften) mal|immer noch (nicht|kein|keine)|seit wochen|niemand (antwortet|ruft)"
    r"|(deuxième|troisième|quatrième) (fois|message|mail)|toujours (pas|rien)|depuis des semaines"
    r"|personne ne (répond|rappelle)"
    r"|(segunda|tercera|cuarta) vez|todavía (no|nada)|sigo esperando|desde hace semanas"
    r"|nadie (contesta|responde))\b"
)
_LOUD = re.compile(r"!{2,}|\?!|!\?")
_WORD = re.compile(r"[^\W\d_]{4,}")
FEWEST_CAPITALS, SHARE_OF_CAPITALS = 3, 0.3


def anger_in(text: str) -> int:
    """Returns 0 (calm) to 3 (very angry): threats, angry words, waiting in vain and shouting count one each."""
    text = text[:LONGEST]
    lower = text.lower()
    signs = [table.search(lower) is not None for table in (THREATS, ANGER, AGAIN)]
    return min(sum(signs) + _shouts(text), MOST)


def _shouts(text: str) -> bool:
    words = _WORD.findall(text)
    loud = sum(word.isupper() for word in words)
    return bool(_LOUD.search(text)) or (loud >= FEWEST_CAPITALS and loud >= SHARE_OF_CAPITALS * len(words))
