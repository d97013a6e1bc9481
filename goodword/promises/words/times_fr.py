"""The words of time in French."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, EVENING, MORNING, NIGHT, Part, TimeWords

_RANGE = r"\s*(?:-|–|à|et|ou)\s*"
_EDGE = r"(?P<edge>début|mi|milieu|fin|courant)[\s-]+(?:de |du |d'\s?)?"

FRENCH = TimeWords(
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "quatorze": 14, "quinze": 15, "vingt": 20, "trente": 30, "vingt-quatre": 24, "quarante-huit": 48,
    },
    months={
        "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
        "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    },
    weekdays={"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6},
    units={
        "minute": "minute", "minutes": "minute", "min": "minute", "heure": "hour", "heures": "hour", "jour": "day",
        "jours": "day", "semaine": "week", "semaines": "week", "quinzaine": "fortnight", "mois": "month", "an": "year", "ans": "year",
        "année": "year", "trimestre": "quarter",
    },
    relative={"aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "après-demain": 2, "après demain": 2},
    parts={
        "matin": Part(time(12), MORNING), "matinée": Part(time(12), MORNING), "midi": Part(time(12)),
        "après-midi": Part(time(17), AFTERNOON), "soir": Part(time(23, 59), EVENING), "soirée": Part(time(23, 59), EVENING),
        "nuit": Part(time(23, 59), NIGHT), "minuit": Part(time(23, 59)),
    },
    feasts={"noël": (12, 25), "nouvel an": (1, 1), "saint-sylvestre": (12, 31)},
    edges={"déb": "early", "mi": "mid", "fin": "late", "cou": "late"},
    patterns=(
        ("past", r"\bhier\b|\b(?:<weekday>|semaine|mois|année) (?:dernière?|passée?)\b|\bil y a <n> <unit>\b|\bdepuis (?:<n> <unit>|<weekday>|<rel>|le|la)\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:\d{{1,2}}{_RANGE})?(?P<d>\d{{1,2}})(?:er)? (?P<month><month>)\b(?: (?P<y>20\d\d))?"),
        ("slash", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        ("nth", r"\ble (?P<d>\d{1,2})(?:er)?\b(?!\s*(?:<month>|<unit>|%|[hH:/]))"),
        ("feast", r"\b(?P<feast>noël|nouvel an|saint-sylvestre)\b"),
        ("monthpart", rf"\b(?:{_EDGE}|(?:en|courant|d'ici) )(?P<month><month>)\b"),
        ("weekday", r"\b(?:(?P<mod>ce|chaque|tous les) )?(?P<weekday><weekday>)s?\b(?P<week> en huit\b)?(?: prochain)?"),
        ("rel", r"\b(?P<rel><rel>)\b"),
        ("week", rf"\b(?:{_EDGE})?(?:la )?semaine (?P<which>prochaine|suivante)\b"),
        ("week", rf"\b(?:{_EDGE})(?:la )?(?P<which>)semaine\b"),
        ("week", r"\b(?:dans )?(?P<which>cette) semaine\b"),
        ("weekof", r"\bsemaine du\b"),
        ("weekend", r"\b(?P<before>avant )?(?:le |ce )?week-?end(?P<which> prochain)?\b"),
        ("month", rf"\b(?:{_EDGE})?(?:le )?mois (?P<which>prochain)\b"),
        ("month", rf"\b(?:{_EDGE})(?:ce |le )?(?P<which>)mois\b|\bce mois-ci\b"),
        ("year", r"\bfin (?:de l'|du )(?P<which>année|trimestre)\b"),
        ("delay", rf"\b(?:(?:les )?(?:prochaines?|prochains) )?(?:<n>{_RANGE})?(?P<n><n>)\s*(?:prochaine?s )?(?P<unit>jours?|heures?) (?P<business>ouvrée?s?|ouvrables?)\b"),
        ("delay", rf"\b(?:(?:les )?(?:prochaines?|prochains) )?(?:<n>{_RANGE})?(?P<n><n>)\s*(?:prochaine?s )?(?P<unit><unit>)\b(?!\s*\d)"),
        ("delay", r"\bdans l'(?P<n>)(?P<unit>heure)\b"),
        ("delay", r"\b(?:une )?(?P<half>demi)[\s-]?(?P<unit>heure)\b"),
        ("every", r"\b(?:chaque|tou(?:te)?s les) (?:(?P<n><n>) )?(?P<unit><unit>)\b|\b(?P<word>quotidiennement)\b"),
        ("firstthing", r"\b(?:à la première heure|dès l'ouverture|en tout début de matinée)\b"),
        ("eod", r"\b(?:fin de (?:journée|la journée)|(?:dans|en cours de) (?:la )?journée|avant la fermeture|fermeture des bureaux)\b"),
        ("part", r"\b(?:(?P<when>ce|cet|cette|en|dans la|dans l'|du|le|l')\s*)?(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>entre |de |)(?P<h1>\d{{1,2}})\s*(?:h|heures|:)?\s*(?P<mi1>\d\d)?{_RANGE}(?P<h>\d{{1,2}})\s*(?:h|heures|:)\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?:à|vers|avant|jusqu'à|dès|d'ici) (?P<h>\d{1,2})\s*(?:heures)\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?P<h>\d{1,2})\s*h\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("vague", r"\b(?:bientôt|prochainement|sous peu|rapidement|au plus (?:vite|tôt)|dès que possible|dans les (?:plus brefs délais|meilleurs délais|prochaine?s <unit>)|immédiatement|tout de suite|"
                  r"dans quelques <unit>|en temps utile|incessamment)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b(?P<named>)"),
    ),
    joins=r"(?:à|au|le|la|de|du|vers|avant|dans|en|ou|et|d'ici|au plus tard|entre|jusqu'à|jusqu'au|dès|par|les|ce|matin)",
    either=r"\b(?:ou|et|au plus tard|à)\b|[-–—/]",
    leads=r"(?:d'ici|avant|dans|sous|le|la|les|à|au|de|du|vers|en|entre|d'ici à|au plus tard|jusqu'à|jusqu'au|dès|pour|un délai|délai|maximum|courant|ce|cette|cet|après|depuis)",
    before=r"\bavant (?:le |la |ce )?$",
    from_event=r"\s*(?:après|suivant|suivants|à compter|à partir|dès|avant)\b(?! (?:ce message|aujourd))",
    ahead=r" (?:avant|plus tôt|auparavant)\b(?=\s*(?:$|[.,;]))",
    not_due=r"\b(?:depuis|depuis le|votre|notre|pas avant|pour le|commande du|facture du|courrier du|mail du|message du) $",
    deadline=r"\b(?:d'ici|avant|dans|sous|au plus tard|jusqu|délai|maximum)",
    coming=("les prochain", "prochain"),
    signs="hier week-end weekend fin début milieu courant journée fermeture première ouverture quotidiennement chaque tous toutes demi bientôt prochainement peu rapidement plus dès brefs meilleurs immédiatement tout quelques temps incessamment prochains prochaines",
    extent=frozenset({"de", "pour", "pendant"}),
    next_words=frozenset({"prochaine", "prochain", "suivante"}),
    next_weekday=frozenset(),
    this_words=frozenset({"ce", "cet", "cette", "aujourd'hui"}),
    every_words=frozenset({"chaque", "tous les"}),
    capitals=frozenset(),
)  # fmt: skip
