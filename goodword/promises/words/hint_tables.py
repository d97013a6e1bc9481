"""Wordings that a draft is better without, per language: why, and what to write instead. An admin may edit each row.

Phrases in the notation of phrases.py. `where` is `anywhere`, `opening` (the first sentences behind the greeting) or
`question` (a sentence that asks).
"""

from __future__ import annotations

from dataclasses import dataclass

POLICY_FIRST, DEFENSIVE, DISMISSIVE, VAGUE = "policy_first", "defensive", "dismissive", "vague"
ASKS_LEAVE, PUSHES_AWAY, UPSELL = "asks_leave", "pushes_away", "upsell"
ANYWHERE, OPENING, QUESTION = "anywhere", "opening", "question"


@dataclass(frozen=True)
class Row:
    """One wording: its code, the phrases that show it, why it hurts, better words, and where it counts."""

    code: str
    phrases: tuple[str, ...]
    why: str
    better: str
    where: str = ANYWHERE


ENGLISH = (
    Row(
        POLICY_FIRST,
        (
            "our|the|company|store|return|returns|refund|cancellation|warranty policy|policies|rules|guidelines|procedure", "(our|the) terms and|& conditions", "it_is|it's against|our|company policy|our_policy",
            "we_are|we're not allowed|permitted", "I_am|I'm not allowed|permitted", "according|as|per to_our|to_the|our policy|policies|terms", "unfortunately we|I do_not|don't|cannot|can't",
        ),
        "The letter opens with a rule instead of with the matter.",
        "I can see that the zip broke after a week. Here is what I can do: ...",
        OPENING,
    ),
    Row(
        DEFENSIVE,
        (
            "as I|we (already|previously|have|clearly) said|explained|stated|told|mentioned|informed", "as (clearly|already|previously) stated|explained|mentioned|described", "like|as I said", "you should|could have !received|had_a|got|gotten|heard|been_told",
            "you failed|neglected|forgot|omitted|refused to", "you didn't|did_not read|follow|provide|check|tell|inform|mention|send|reply|answer", "not our|my fault|mistake|responsibility|problem|error", "we did nothing wrong", "we did everything right|correctly", "we_are|we're not responsible|liable|to_blame",
            "I_am|I'm not responsible|liable|to_blame", "with all due respect", "I don't|do_not know why|what you", "nobody|no_one else has complained|had_this|reported", "never had this|that|such a_problem|problem|issue|complaint|any|a_complaint", "you must be mistaken|wrong|confused",
        ),
        "It defends us instead of helping; the customer hears an accusation.",
        "I see why you expected it on Monday. What I will do now: ...",
    ),
    Row(
        DISMISSIVE,
        (
            "calm down|yourself", "nothing (more|else|that) we|I can do", "you_will|you'll (just|simply) have|need to wait|accept|live_with|be_patient", "that_is|that's (just|simply) how it|things|the_way", "no big deal", "not a big deal", "obviously|evidently", "not my|our department|job|area|concern",
            "deal with it", "as you should|must|surely know", "no need to get|be|become upset|angry|rude", "everyone|everybody else manages|waits|has_to", "you_are|you're overreacting|exaggerating|the_only_one", "take it or leave it", "that's life", "these things happen", "read the manual|FAQ|instructions|terms", "it's|it_is only|just a|an|one|£~|$~|€~",
        ),
        "It makes the matter small, and the customer with it.",
        "I understand that this costs you a day. By Thursday I will ...",
    ),
    Row(
        VAGUE,
        (
            "hopefully|possibly|probably|maybe|perhaps", "should be able|fine|okay|ok|ready|there|with_you|resolved|fixed|sorted|done", "should arrive|work|reach", "as soon as possible|we_can|I_can", "in due course", "at some point|stage", "sooner or later", "in the near|coming|next future|days|weeks", "earliest convenience",
            "will|'ll try to", "will|'ll see what", "I|we hope|guess|think|believe (that) it|this|that|we|the",
        ),
        "Hesitation shows in writing, and nobody can plan with it.",
        "You will have my answer by Thursday, 5 pm.",
    ),
    Row(
        ASKS_LEAVE,
        (
            "is that|this|it (all) ok|okay|alright|all_right|fine|acceptable", "would|will that|this|it be (all) ok|okay|alright|all_right|right|fine|acceptable", "does that|this|it suit|work|sound", "ok|okay|alright|all_right|fine|acceptable|agreeable with|for|by you", "are you|would_you_be okay|ok|happy|fine|satisfied with", "do you accept|agree|mind",
        ),
        "A solution is offered, not asked for: say what we can do, and let the customer choose.",
        "We can do this: a new lamp on Tuesday, or your money back today. Which do you prefer?",
        QUESTION,
    ),
    Row(
        PUSHES_AWAY,
        (
            "contact|call|ask|email|e-mail|phone|write_to|approach|chase|speak_to|talk_to|speak_with|reach_out_to|get_in_touch_with (the|your) (relevant|original) manufacturer|supplier|courier|carrier|bank|vendor|seller|distributor|DHL|UPS|FedEx|DPD|Hermes|post_office|insurer|insurance|airline|landlord|provider|maker !for_you|on_your|today|tomorrow|and_tell",
            "take it|this up with them|the|your", "contact|call|ask them directly|yourself", "you need|have|will_need|will_have|'ll_need|'ll_have to contact|call|ask|chase|email them|the|your|another", "turn|refer to the|your manufacturer|supplier|bank|carrier", "is|'s handled|done by another|a_different department|team|company",
        ),
        "The customer is sent on to somebody else; we are the ones who hold the thread.",
        "I will ask the carrier today and tell you by tomorrow noon what they say.",
    ),
    Row(
        UPSELL,
        (
            "upgrade|upgrading to our|the|a premium|pro|plus|business|paid|higher|gold|larger|bigger|next|newer", "for only|just an_extra|an_additional|another|a_small|£~|$~|€~", "premium|paid|extended plan|version|support|package|warranty|subscription|service|membership", "purchase|buy|order|add an|a|our|the extended|additional|premium|upgraded|bigger|larger",
            "special offer|price|discount on|for our|the|a", "recommend|suggest purchasing|buying|upgrading|ordering",
        ),
        "Something to pay for is no cure for what went wrong.",
        "First let me put right what you have paid for: ...",
    ),
)  # fmt: skip

GERMAN = (
    Row(POLICY_FIRST, ("unsere|laut|gemäß|entsprechend (unseren|unserer|den|der) richtlinien|agb|bedingungen|geschäftsbedingungen|vorgaben|regeln|vorschriften", "leider können|dürfen wir nicht|nur", "die richtlinie|richtlinien|agb|geschäftsbedingungen|vorschriften"), "Der Brief beginnt mit einer Regel statt mit der Sache.", "Der Reißverschluss ist nach einer Woche gerissen, das sehe ich. Das kann ich tun: ...", OPENING),
    Row(DEFENSIVE, ("wie ich|wir (bereits|schon) gesagt|erwähnt|erklärt|geschrieben|mitgeteilt", "wie bereits|schon gesagt|erwähnt|erklärt|mitgeteilt|geschrieben", "sie hätten .. müssen|sollen|können", "sie haben .. versäumt|vergessen|nicht_gelesen|übersehen", "nicht unsere|unser|meine schuld|fehler|verantwortung|problem", "wir sind .. nicht verantwortlich|zuständig|schuld", "da müssen sie sich irren", "sonst hat sich niemand"), "Das verteidigt uns, statt zu helfen.", "Ich verstehe, dass Sie es für Montag erwartet haben. Das tue ich jetzt: ..."),
    Row(DISMISSIVE, ("beruhigen sie sich", "da kann|können man|wir|ich (leider) nichts machen|tun|ändern", "so ist das nun|eben|halt", "ist doch nur|kein|nicht", "nicht so schlimm", "dafür bin ich nicht zuständig", "müssen sie sich halt|eben|einfach|wohl gedulden", "müssen sie (halt|eben|einfach|wohl) warten|akzeptieren", "stellen sie sich nicht"), "Das macht die Sache klein, und den Kunden mit ihr.", "Ich verstehe, dass Sie das einen Tag kostet. Bis Donnerstag werde ich ..."),
    Row(VAGUE, ("hoffentlich|vielleicht|eventuell|möglicherweise|wahrscheinlich|vermutlich", "so schnell|bald wie möglich", "schnellstmöglich|baldmöglichst|zeitnah|demnächst|irgendwann", "in kürze", "zu gegebener zeit", "sollte eigentlich|bald|demnächst", "wir versuchen|bemühen", "ich denke|glaube|hoffe"), "Zögern sieht man, und niemand kann damit planen.", "Sie haben meine Antwort bis Donnerstag, 17 Uhr."),
    Row(ASKS_LEAVE, ("ist|wäre das für sie (so) ok|okay|in_ordnung|recht|akzeptabel", "ist|wäre das ok|okay|in_ordnung|recht|akzeptabel", "passt (ihnen) das", "wenn das für sie", "sind sie damit einverstanden"), "Eine Lösung bietet man an, man erbittet sie nicht.", "Wir können das tun: eine neue Lampe am Dienstag oder heute das Geld zurück. Was ist Ihnen lieber?", QUESTION),
    Row(PUSHES_AWAY, ("wenden sie sich .. hersteller|lieferanten|versanddienst|paketdienst|bank|dhl|hermes|dpd|ups|versicherung|händler|spedition|abteilung", "kontaktieren|fragen|rufen sie .. hersteller|lieferanten|paketdienst|bank|dhl|versicherung|händler|spedition", "das müssen sie selbst|direkt"), "Der Kunde wird weitergeschickt; wir halten den Faden.", "Ich frage heute beim Paketdienst nach und sage Ihnen bis morgen Mittag, was ich höre."),
    Row(UPSELL, ("upgrade|wechsel|umstieg auf (unser|unseren|das|den) premium~|pro|plus", "unser|unsere|das|die premium~|pro-paket|garantieverlängerung|zusatzpaket|schutzbrief", "für nur|lediglich €~|1~|2~|3~|4~|5~|6~|7~|8~|9~", "gegen aufpreis|einen_aufpreis"), "Etwas zu kaufen heilt nicht, was schiefging.", "Zuerst bringe ich in Ordnung, was Sie bezahlt haben: ..."),
)  # fmt: skip

FRENCH = (
    Row(POLICY_FIRST, ("selon|conformément_à|d'après notre|nos|les politique|conditions|règles|règlement|cgv", "notre|la|nos|les politique|conditions|règlement|procédure|cgv", "malheureusement nous ne"), "La lettre commence par une règle au lieu de l'affaire.", "Je vois que la fermeture a cédé au bout d'une semaine. Voici ce que je peux faire : ...", OPENING),
    Row(DEFENSIVE, ("comme je|nous (vous) l'ai|l'avons|ai|avons (déjà) dit|expliqué|indiqué|mentionné|précisé", "comme (déjà) indiqué|mentionné|expliqué|précisé", "vous auriez dû", "vous n'avez pas lu|suivi|précisé|respecté", "pas (de) notre faute|responsabilité", "nous ne sommes pas responsables"), "Cela nous défend au lieu d'aider.", "Je comprends que vous l'attendiez lundi. Voici ce que je fais maintenant : ..."),
    Row(DISMISSIVE, ("calmez-vous", "nous n'y pouvons rien", "je n'y peux rien", "on ne peut rien", "c'est comme ça", "ce n'est pas (si) grave", "ce n'est rien|que", "il faudra|faut (simplement|juste) patienter|attendre", "évidemment|de_toute_évidence", "ce n'est pas mon|notre service|problème"), "Cela rend l'affaire petite, et le client avec elle.", "Je comprends que cela vous coûte une journée. D'ici jeudi, je ..."),
    Row(VAGUE, ("peut-être|éventuellement|probablement|normalement", "dès que possible", "au plus vite|tôt", "dans les meilleurs|plus_brefs délais", "prochainement|bientôt|ultérieurement", "sous peu", "devrait|devraient", "nous espérons", "j'espère", "nous essaierons|essayons"), "L'hésitation se lit, et personne ne peut s'organiser.", "Vous aurez ma réponse jeudi à 17 h au plus tard."),
    Row(ASKS_LEAVE, ("cela|ça vous convient|conviendrait|irait|va", "êtes-vous d'accord", "est-ce (que) (c'est) bon|ok|d'accord|acceptable"), "Une solution se propose, elle ne se demande pas.", "Nous pouvons faire ceci : une lampe neuve mardi, ou le remboursement aujourd'hui. Que préférez-vous ?", QUESTION),
    Row(PUSHES_AWAY, ("contactez|contacter|appelez|adressez-vous|adresser|rapprochez-vous .. fabricant|fournisseur|transporteur|banque|assurance|vendeur|poste|constructeur", "voyez cela|ça directement|avec"), "Le client est renvoyé ailleurs ; c'est nous qui tenons le fil.", "Je demande aujourd'hui au transporteur et vous dis d'ici demain midi ce qu'il répond."),
    Row(UPSELL, ("formule|offre|version|extension premium|pro|supérieure|payante|de_garantie", "passer|passez à la|notre formule|version|offre", "pour seulement"), "Un achat ne répare pas ce qui a mal tourné.", "D'abord, je remets en ordre ce que vous avez payé : ..."),
)  # fmt: skip

SPANISH = (
    Row(POLICY_FIRST, ("según|conforme_a|de_acuerdo_con nuestra|nuestras|la|las|nuestros|los política|políticas|condiciones|normas|términos", "nuestra|la|nuestras|las política|políticas|condiciones|normas", "lamentablemente no podemos"), "La carta empieza con una norma en vez de con el asunto.", "Veo que la cremallera se rompió a la semana. Esto es lo que puedo hacer: ...", OPENING),
    Row(DEFENSIVE, ("como (ya) (le|les) dije|dijimos|expliqué|explicamos|indiqué|indicamos|comenté|mencioné", "como ya se (le) indicó|explicó|dijo", "debería|tendría haber|que_haber", "usted no leyó|siguió|indicó|avisó", "no es nuestra|mi culpa|responsabilidad|problema", "no somos responsables"), "Nos defiende en vez de ayudar.", "Entiendo que lo esperaba el lunes. Esto es lo que hago ahora: ..."),
    Row(DISMISSIVE, ("cálmese|tranquilícese", "no podemos hacer nada", "no hay nada que hacer|podamos", "es lo que hay", "así son las cosas", "no es para tanto", "no es (tan) grave", "tendrá que esperar|aceptar|conformarse", "obviamente|evidentemente", "no es mi departamento|trabajo|problema"), "Hace pequeño el asunto, y al cliente con él.", "Entiendo que esto le cuesta un día. Antes del jueves haré ..."),
    Row(VAGUE, ("quizás|quizá|tal_vez|posiblemente|probablemente|ojalá", "lo antes posible", "cuanto antes", "a la mayor brevedad", "en breve", "próximamente|pronto", "debería|deberían !haber", "esperamos|espero que", "intentaremos|trataremos|intentaré"), "La duda se lee, y nadie puede planear con ella.", "Tendrá mi respuesta el jueves a las 17 h como muy tarde."),
    Row(ASKS_LEAVE, ("le parece|parecería bien", "está (usted) de acuerdo", "le viene|vendría|va bien", "está bien así"), "Una solución se ofrece, no se pide.", "Podemos hacer esto: una lámpara nueva el martes o la devolución hoy. ¿Qué prefiere?", QUESTION),
    Row(PUSHES_AWAY, ("póngase_en_contacto|contacte|llame|diríjase|hable|consulte .. fabricante|proveedor|transportista|banco|seguro|vendedor|correos", "eso debe verlo|hablarlo|consultarlo"), "Se envía al cliente a otra parte; el hilo lo llevamos nosotros.", "Pregunto hoy al transportista y le digo antes de mañana al mediodía qué responde."),
    Row(UPSELL, ("plan|versión|paquete|garantía premium|pro|superior|ampliada|de_pago", "por solo|sólo|tan_solo", "contratar|contrate nuestro|nuestra|la|el|un|una seguro|plan|garantía"), "Comprar algo no cura lo que salió mal.", "Primero arreglo lo que usted ya pagó: ..."),
)  # fmt: skip

TABLES: dict[str, tuple[Row, ...]] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
