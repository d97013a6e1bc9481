"""The words of time in French."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, EVENING, MORNING, NIGHT, Part, TimeWords

_RANGE = r"\s*(?:-|–|à|et|ou)\s*"
_EDGE = r"(?P<edge>début|mi|milieu|fin|courant)[\s-]+(?:de\s+|du\s+|d['’]\s?)?"

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
        ("past", r"\bhier\b|\b(?:<weekday>|semaine|mois|année)\s+(?:dernière?|passée?)\b|\bil\s+y\s+a\s+<n>\s+<unit>\b|\bdepuis\s+(?:<n>\s+<unit>|<weekday>|<rel>|le|la)\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:\d{{1,2}}{_RANGE})?(?P<d>\d{{1,2}})(?:er)?\s+(?P<month><month>)\b(?:\s+(?P<y>20\d\d))?"),
        ("slash", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        ("nth", r"\ble\s+(?P<d>\d{1,2})(?:er)?\b(?!\s*(?:<month>|<unit>|%|[hH:/]))"),
        ("feast", r"\b(?P<feast>noël|nouvel\s+an|saint-sylvestre)\b"),
        ("monthpart", rf"\b(?:{_EDGE}|(?:en|courant|d['’]ici)\s+)(?P<month><month>)\b"),
        ("weekday", r"\b(?:(?P<mod>ce|chaque|tous\s+les)\s+)?(?P<weekday><weekday>)s?\b(?P<week>\s+en\s+huit\b)?(?:\s+prochain)?"),
        ("rel", r"\b(?P<rel><rel>)\b"),
        ("week", rf"\b(?:{_EDGE})?(?:la\s+)?semaine\s+(?P<which>prochaine|suivante)\b"),
        ("week", rf"\b(?:{_EDGE})(?:la\s+)?(?P<which>)semaine\b"),
        ("week", r"\b(?:dans\s+)?(?P<which>cette)\s+semaine\b"),
        ("weekof", r"\bsemaine\s+du\b"),
        ("weekend", r"\b(?P<before>avant\s+)?(?:le\s+|ce\s+)?week-?end(?P<which>\s+prochain)?\b"),
        ("month", rf"\b(?:{_EDGE})?(?:le\s+)?mois\s+(?P<which>prochain)\b"),
        ("month", rf"\b(?:{_EDGE})(?:ce\s+|le\s+)?(?P<which>)mois\b|\bce\s+mois-ci\b"),
        ("year", r"\bfin\s+(?:de\s+l['’]|du\s+)(?P<which>année|trimestre)\b"),
        ("delay", rf"\b(?:(?:les\s+)?(?:prochaines?|prochains)\s+)?(?:<n>{_RANGE})?(?P<n><n>)\s*(?:prochaine?s\s+)?(?P<unit>jours?|heures?)\s+(?P<business>ouvrée?s?|ouvrables?)\b"),
        ("delay", rf"\b(?:(?:les\s+)?(?:prochaines?|prochains)\s+)?(?:<n>{_RANGE})?(?P<n><n>)\s*(?:prochaine?s\s+)?(?P<unit><unit>)\b(?!\s*\d)"),
        ("delay", r"\bdans\s+l['’](?P<n>)(?P<unit>heure)\b"),
        ("delay", r"\b(?:une\s+)?(?P<half>demi)[\s-]?(?P<unit>heure)\b"),
        ("every", r"\b(?:chaque|tou(?:te)?s\s+les)\s+(?:(?P<n><n>)\s+)?(?P<unit><unit>)\b|\b(?P<word>quotidiennement)\b"),
        ("firstthing", r"\b(?:à\s+la\s+première\s+heure|dès\s+l['’]ouverture|en\s+tout\s+début\s+de\s+matinée)\b"),
        ("eod", r"\b(?:fin\s+de\s+(?:journée|la\s+journée)|(?:dans|en\s+cours\s+de)\s+(?:la\s+)?journée|avant\s+la\s+fermeture|fermeture\s+des\s+bureaux)\b"),
        ("part", r"\b(?:(?P<when>ce|cet|cette|en|dans\s+la|dans\s+l['’]|du|le|l['’])\s*)?(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>entre\s+|de\s+|)(?P<h1>\d{{1,2}})\s*(?:h|heures|:)?\s*(?P<mi1>\d\d)?{_RANGE}(?P<h>\d{{1,2}})\s*(?:h|heures|:)\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?:à|vers|avant|jusqu['’]à|dès|d['’]ici)\s+(?P<h>\d{1,2})\s*(?:heures)\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?P<h>\d{1,2})\s*h\s*(?P<mi>\d\d)?(?P<half>)(?!\w)"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("vague", r"\b(?:bientôt|prochainement|sous\s+peu|rapidement|au\s+plus\s+(?:vite|tôt)|dès\s+que\s+possible|dans\s+les\s+(?:plus\s+brefs\s+délais|meilleurs\s+délais|prochaine?s\s+<unit>)|immédiatement|tout\s+de\s+suite|"
                  r"dans\s+quelques\s+<unit>|en\s+temps\s+utile|incessamment)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b(?P<named>)"),
    ),
    joins=r"(?:à|au|le|la|de|du|vers|avant|dans|en|ou|et|d['’]ici|au\s+plus\s+tard|entre|jusqu['’]à|jusqu['’]au|dès|par|les|ce|matin)",
    either=r"\b(?:ou|et|au\s+plus\s+tard|à)\b|[-–—/]",
    leads=r"(?:d['’]ici|avant|dans|sous|le|la|les|à|au|de|du|vers|en|entre|d['’]ici\s+à|au\s+plus\s+tard|jusqu['’]à|jusqu['’]au|dès|pour|un\s+délai|délai|maximum|courant|ce|cette|cet|après|depuis)",
    before=r"\bavant\s+(?:le\s+|la\s+|ce\s+)?$",
    from_event=r"\s*(?:après|suivant|suivants|à\s+compter|à\s+partir|dès|avant)\b(?!\s+(?:ce\s+message|aujourd))",
    ahead=r"\s+(?:avant|plus\s+tôt|auparavant)\b(?=\s*(?:$|[.,;]))",
    not_due=r"\b(?:depuis|depuis\s+le|votre|notre|pas\s+avant|pour\s+le|commande\s+du|facture\s+du|courrier\s+du|mail\s+du|message\s+du)\s+$",
    deadline=r"\b(?:d['’]ici|avant|dans|sous|au\s+plus\s+tard|jusqu|délai|maximum)",
    coming=("les prochain", "prochain"),
    signs="hier week-end weekend fin début milieu courant journée fermeture première ouverture quotidiennement chaque tous toutes demi bientôt prochainement peu rapidement plus dès brefs meilleurs immédiatement tout quelques temps incessamment prochains prochaines",
    extent=frozenset({"de", "pour", "pendant"}),
    next_words=frozenset({"prochaine", "prochain", "suivante"}),
    next_weekday=frozenset(),
    this_words=frozenset({"ce", "cet", "cette", "aujourd'hui"}),
    every_words=frozenset({"chaque", "tous les"}),
    capitals=frozenset(),
)  # fmt: skip
