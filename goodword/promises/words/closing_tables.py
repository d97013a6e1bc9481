"""What the last letter of a matter says (R1, R5): what was done, what to expect, by when, who follows up. Data only."""

from __future__ import annotations

from dataclasses import dataclass

NO_DONE, NO_EXPECT, NO_WHEN, NO_WHO = "no_done", "no_expect", "no_when", "no_who"


@dataclass(frozen=True)
class ClosingWords:
    """One language: phrases by which each part is known, and for each part why and better words."""

    done: tuple[str, ...]
    expect: tuple[str, ...]
    who: tuple[str, ...]
    advice: dict[str, tuple[str, str]]


CLOSING: dict[str, ClosingWords] = {
    "en": ClosingWords(
        done=("I|we have !to|a|the|an|your", "I've|we've !a", "has|have been", "was|were sent|refunded|repaired|replaced|corrected|cancelled|changed|credited|posted|fixed|booked|updated|removed|exchanged", "I|we sent|refunded|repaired|replaced|corrected|cancelled|changed|credited|posted|fixed|booked|updated|removed|spoke|checked|found|exchanged|asked", "is|are (now) (all) done|fixed|corrected|refunded|cancelled|sorted|back|working"),
        expect=("you will|should", "you'll", "will be|arrive|reach|show|appear|come|follow", "nothing more|else|is_needed|for_you", "no (further) action", "you (do) (not|don't) need to", "expect", "there is nothing"),
        who=("I will|am|shall", "I'll|I'm", "reach|contact|call|ask|write|answer|reply me|for_me|to_me|this_mail", "my (direct) line|number|extension", "colleague", "will follow|look|check up|after"),
        advice={
            NO_DONE: ("It does not say what was done.", "I have refunded £49.00 to your card today."),
            NO_EXPECT: ("It does not say what happens next.", "You will see it on your statement; you need do nothing more."),
            NO_WHEN: ("It names no date.", "It will be there by Tuesday, 17 March."),
            NO_WHO: ("It names nobody who follows up.", "I will write to you on Wednesday to hear whether it arrived."),
        },
    ),
    "de": ClosingWords(
        done=("habe|haben (ich|wir)", "wurde|wurden", "ist|sind (nun|jetzt) erledigt|behoben|erstattet|korrigiert|storniert"),
        expect=("sie erhalten|bekommen|sehen|hören|müssen|brauchen", "wird|werden", "nichts weiter|mehr", "erhalten|bekommen|sehen sie", "kommt|geht"),
        who=("ich melde|rufe|schreibe|frage|werde|bin|schaue|halte", "melde|rufe|schreibe|frage|halte ich", "mich|mir", "meine durchwahl|nummer", "kollege|kollegin"),
        advice={
            NO_DONE: ("Es steht nicht da, was getan wurde.", "Ich habe Ihnen heute 49,00 € auf die Karte erstattet."),
            NO_EXPECT: ("Es steht nicht da, wie es weitergeht.", "Sie sehen es auf der nächsten Abrechnung und müssen nichts weiter tun."),
            NO_WHEN: ("Es steht kein Termin da.", "Es ist bis Dienstag, 17. März, da."),
            NO_WHO: ("Es steht niemand da, der nachfragt.", "Ich schreibe Ihnen am Mittwoch, ob es angekommen ist."),
        },
    ),
    "fr": ClosingWords(
        done=("j'ai|nous_avons|ai|avons", "a|ont été", "est|sont (maintenant|désormais) remboursé|réparé|corrigé|annulé|réglé"),
        expect=("vous recevrez|verrez|aurez|serez|n'avez", "sera|seront", "rien d'autre|de_plus", "arrivera|apparaîtra"),
        who=("je vous|reste|suis|reviens|m'en", "j'ai|j'appelle|j'écris", "me contacter|joindre|répondre", "mon collègue|numéro", "ma collègue|ligne"),
        advice={
            NO_DONE: ("On ne lit pas ce qui a été fait.", "Je vous ai remboursé 49,00 € sur votre carte aujourd'hui."),
            NO_EXPECT: ("On ne lit pas la suite.", "Vous le verrez sur votre prochain relevé ; vous n'avez rien d'autre à faire."),
            NO_WHEN: ("Aucune date n'est donnée.", "Il arrivera au plus tard le mardi 17 mars."),
            NO_WHO: ("On ne lit pas qui suit l'affaire.", "Je vous écrirai mercredi pour savoir s'il est arrivé."),
        },
    ),
    "es": ClosingWords(
        done=("he|hemos", "ha|han sido", "está|están (ya) reembolsado|reparado|corregido|cancelado|resuelto", "se ha|han"),
        expect=("recibirá|verá|tendrá|llegará|será|serán", "no tiene|necesita|hace", "nada más"),
        who=("le escribiré|llamaré|contactaré|avisaré", "me", "mi (compañero|compañera|número)", "yo"),
        advice={
            NO_DONE: ("No dice qué se ha hecho.", "Le he devuelto hoy 49,00 € a su tarjeta."),
            NO_EXPECT: ("No dice qué pasa ahora.", "Lo verá en su próximo extracto; no tiene que hacer nada más."),
            NO_WHEN: ("No da ninguna fecha.", "Llegará a más tardar el martes 17 de marzo."),
            NO_WHO: ("No nombra a nadie que lo siga.", "Le escribiré el miércoles para saber si llegó."),
        },
    ),
}  # fmt: skip
