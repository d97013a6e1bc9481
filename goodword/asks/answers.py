"""Yes or no in the first words of an answer, in English, German, French and Spanish. What is not sure is neither.

Pure, a table. A wrong yes gives money away and a wrong no breaks hopes, so a condition, a question or a turn behind
the first word leaves the decision to a person.
"""

from __future__ import annotations

import re

YES, NO, UNSURE = "yes", "no", ""
_YES = (
    "yes please", "yes", "yep", "yeah", "yup", "ok", "okay", "sure", "of course", "approved", "granted", "agreed",
    "go ahead", "fine with me", "fine by me",
    "ja bitte", "ja gerne", "ja gern", "ja", "jawohl", "gerne", "klar", "einverstanden", "genehmigt", "bewilligt",
    "in ordnung", "geht klar", "passt",
    "oui bien sûr", "oui", "d'accord", "accordé", "approuvé", "bien sûr", "entendu", "c'est bon", "allez-y",
    "sí por favor", "sí claro", "sí", "si", "vale", "de acuerdo", "aprobado", "concedido", "claro", "por supuesto",
    "adelante",
)  # fmt: skip
_NO = (
    "no thanks", "no thank you", "no sorry", "no", "nope", "declined", "denied", "refused", "rejected", "not approved",
    "not granted",
    "nein danke", "nein leider nicht", "nein", "leider nein", "leider nicht", "abgelehnt", "nicht genehmigt",
    "nicht bewilligt",
    "non merci", "non désolé", "non désolée", "non", "refusé", "pas d'accord",
    "no gracias", "lo siento no", "denegado", "rechazado",
)  # fmt: skip
# Words after which the first one may no longer hold.
_TURNS = (
    "but", "however", "unless", "if", "only", "except", "provided", "though", "although", "once", "wait", "actually",
    "maybe", "perhaps", "not sure", "instead", "depends", "first",
    "aber", "jedoch", "nur", "wenn", "falls", "sofern", "außer", "allerdings", "vielleicht", "eigentlich", "moment",
    "stattdessen", "erst", "sobald",
    "mais", "sauf", "seulement", "uniquement", "cependant", "toutefois", "peut-être", "plutôt", "à condition",
    "à moins", "d'abord",
    "pero", "salvo", "solo", "sólo", "solamente", "sin embargo", "aunque", "quizás", "tal vez", "siempre que",
    "a menos que", "primero",
)  # fmt: skip
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:morgen|tag|abend)|moin|servus"
    r"|bonjour|bonsoir|salut|ch[eè]re?|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa])"
    r"\b[^,\n:!.]{0,40}[,\n:!.]\s*"
)
LOOKED_AT = 600


def decision_in(text: str) -> str:
    """Returns "yes", "no", or "" when a person has to read it."""
    words = _without_greeting(text[:LOOKED_AT].replace("’", "'"))
    found = {answer for answer, table in ((YES, _YES), (NO, _NO)) if _begins(words, table)}
    if len(found) != 1 or "?" in words or _turns(words):
        return UNSURE
    answer = found.pop()
    other = _NO if answer == YES else _YES
    return UNSURE if any(re.search(rf"(?:^|[.!;\n])\s*{re.escape(one)}(?!\w)", words) for one in other) else answer


def _without_greeting(text: str) -> str:
    text = text.strip().lower()
    found = _GREETING.match(text)
    return text[found.end() :].lstrip() if found else text


def _begins(words: str, table: tuple[str, ...]) -> bool:
    """Whether it begins with one of these, and the sentence (or its first part) ends there: "no problem" is no no."""
    return any(re.match(rf"{re.escape(one)}\s*(?:$|[,.;:!\n)–—-])", words) for one in table)


def _turns(words: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) for one in _TURNS)
