"""The words of time in German."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, EVENING, MORNING, NIGHT, Part, TimeWords

_RANGE = r"\s*(?:-|–|bis|und|oder)\s*"
_EDGE = r"(?P<edge>anfang|beginn|mitte|ende|ausgang) "

GERMAN = TimeWords(
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30,
        "vierundzwanzig": 24, "achtundvierzig": 48,
    },
    months={
        "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
        "oktober": 10, "november": 11, "dezember": 12, "jan": 1, "feb": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "sept": 9, "okt": 10, "nov": 11, "dez": 12,
    },
    weekdays={
        "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
    },
    units={
        "minute": "minute", "minuten": "minute", "min": "minute", "stunde": "hour", "stunden": "hour", "std": "hour", "tag": "day",
        "tage": "day", "tagen": "day", "woche": "week", "wochen": "week", "monat": "month", "monate": "month", "monaten": "month",
        "jahr": "year", "jahre": "year", "jahren": "year", "quartal": "quarter",
    },
    relative={"heute": 0, "morgen": 1, "übermorgen": 2},
    parts={
        "früh": Part(time(12), MORNING), "vormittag": Part(time(12), MORNING), "vormittags": Part(time(12), MORNING),
        "mittag": Part(time(12)), "mittags": Part(time(12)), "nachmittag": Part(time(17), AFTERNOON),
        "nachmittags": Part(time(17), AFTERNOON), "abend": Part(time(23, 59), EVENING), "abends": Part(time(23, 59), EVENING),
        "nacht": Part(time(23, 59), NIGHT), "mitternacht": Part(time(23, 59)), "der früh": Part(time(12), MORNING),
    },
    feasts={"heiligabend": (12, 24), "weihnachten": (12, 25), "silvester": (12, 31), "neujahr": (1, 1), "nikolaus": (12, 6)},
    edges={"anf": "early", "beg": "early", "mit": "mid", "end": "late", "aus": "late"},
    patterns=(
        ("past", r"\b(?:gestern|vorgestern)\b|\b(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?) (?:<weekday>|woche|monat|jahr|tagen?)\b|\bvor <n> <unit>\b|\bseit (?:<n> <unit>|<weekday>|<rel>|dem|der)\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:\d{{1,2}}\.?{_RANGE})?(?P<d>\d{{1,2}})\.\s*(?P<month><month>)\b\.?(?: (?P<y>20\d\d))?"),
        ("slash", r"(?<![\d.])(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<y>(?:20)?\d\d)?(?![\d.]*\d)"),
        ("nth", r"\b(?:am|bis zum|zum) (?P<d>\d{1,2})\.(?!\s*(?:<month>|\d))"),
        ("feast", r"\b(?:vor )?(?P<feast>heiligabend|weihnachten|silvester|neujahr|nikolaus)\b"),
        ("monthpart", rf"\b(?:{_EDGE}|(?:im|bis) )(?P<month><month>)\b"),
        ("weekday", r"\b(?:(?P<mod>diesen|dieser|kommenden|kommender|nächsten|nächster|jeden|jeder) )?(?P<weekday><weekday>)(?=s?\b|vormittag|nachmittag|abend|mittag|morgen|früh)(?P<week> in einer woche\b)?"),
        ("rel", r"\b(?P<rel><rel>)\b"),
        ("overnight", r"\büber nacht\b"),
        ("week", rf"\b{_EDGE}(?:der |dieser )?(?P<which>nächste[rn]?|kommende[rn]?|)\s*woche\b|\b(?:bis )?wochenende\b(?= hin)"),
        ("week", r"\b(?:in der |im laufe der |im lauf der )?(?P<which>diese[r]?|nächste[rn]?|kommende[rn]?|laufende[rn]?) woche\b"),
        ("week", r"\b(?P<edge>ende) der (?P<which>)woche\b"),
        ("weekof", r"\bin der woche (?:vom|ab|des)\b|\bkw\b"),
        ("weekend", r"\b(?P<before>vor dem )?(?:am |bis zum |übers |dieses )?(?P<which>nächsten? |kommenden? |)wochenende\b"),
        ("month", rf"\b(?:{_EDGE})(?:des |diesen |dieses )?(?P<which>nächsten|kommenden|)\s*monats?\b|\bmonatsende\b"),
        ("month", r"\b(?P<which>diesen|nächsten|kommenden) monat\b"),
        ("year", r"\bende (?:des|dieses) (?P<which>jahr|quartal)e?s\b"),
        ("delay", rf"\b(?:(?:der |den |die )?(?:nächsten|kommenden|folgenden) )?(?:<n>{_RANGE})?(?P<n><n>) (?P<business>werk|arbeits|geschäfts|bank)(?P<unit>tage?n?|stunden?)\b"),
        ("delay", rf"\b(?:(?:der |den |die )?(?:nächsten|kommenden|folgenden) )?(?:<n>{_RANGE})?(?P<n><n>)\s*(?P<unit><unit>)\b"),
        ("delay", r"\b(?P<half>halbe[nr]?) (?P<unit>stunde)\b"),
        ("every", r"\b(?:jeden|jede|alle) (?:(?P<n><n>) )?(?P<unit><unit>)\b|\b(?P<word>täglich|stündlich|wöchentlich)\b"),
        ("firstthing", r"\b(?:gleich in der früh|als erstes|gleich morgens)\b"),
        ("eod", r"\b(?:feierabend|büroschluss|geschäftsschluss|dienstschluss|tagesende|(?:ende|im laufe|im lauf) des (?:heutigen )?(?:arbeits|geschäfts)?tage?s)\b"),
        ("part", r"(?:\b(?P<when>am|in der|gegen|bis zum|bis|noch am) )?(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>zwischen |von |)(?P<h1>\d{{1,2}})(?:[:.](?P<mi1>\d\d))?(?:\s*uhr)?{_RANGE}(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))?(?P<half>)\s*uhr\b"),
        ("clock", r"\b(?P<h>\d{1,2})(?:[:.](?P<mi>\d\d))?(?P<half>)\s*uhr\b"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("clock", r"\b(?:um|bis|gegen|vor|ab) (?P<h>\d{1,2})(?P<half>)(?P<mi>)\b(?![\d./%-]*\d)(?=\s*(?:$|[.,;!?)]|<rel>|am\b|an\b|und\b|zurück|per\b))"),
        ("spoken", r"\b(?P<mark>halb)(?P<dir>) (?P<h><n>)\b"),
        ("spoken", r"\b(?P<mark>viertel) (?P<dir>nach|vor) (?P<h><n>)\b"),
        ("vague", r"\b(?:in kürze|bald|baldmöglichst|baldigst|schnellstmöglich|schnellstens|demnächst|zeitnah|umgehend|unverzüglich|sofort|gleich|alsbald|so (?:schnell|bald) wie möglich|"
                  r"in den (?:nächsten|kommenden) (?:<unit>)|in (?:einigen|wenigen|ein paar) <unit>|zu gegebener zeit)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b(?P<named>)"),
    ),
    joins=r"(?:am|um|bis|zum|gegen|vor|in|im|der|dem|den|oder|und|spätestens|zwischen|von|ab|noch|diesen|etwa|ca|circa|an|früh|des|nächster|kommender)",
    either=r"\b(?:oder|und|bis|spätestens)\b|[-–—/]",
    leads=r"(?:bis|am|um|in|im|innerhalb|binnen|von|der|den|dem|zum|vor|gegen|ab|spätestens|zwischen|noch|etwa|ca|circa|circa|nach|seit|für|die|das|an|nächsten|über|dauert|maximal|höchstens)",
    before=r"\bvor (?:dem |der )?$",
    from_event=r"\s*(?:nach|ab|vor|seit|sobald|nachdem)\b(?! (?:heute|jetzt|sofort))",
    ahead=r" (?:vorher|davor|zuvor)\b",
    not_due=r"\b(?:vom|seit|von der|aus der|für (?:den|die|das)|ihre|ihren|ihrer|unsere|unserer|frühestens|nicht vor) $",
    deadline=r"\b(?:bis|innerhalb|binnen|spätestens|vor|in|maximal|höchstens)\b",
    coming=("der nächsten", "den nächsten", "die nächsten", "der kommenden", "den kommenden"),
    signs="gestern vorgestern wochenende monatsende feierabend büroschluss geschäftsschluss dienstschluss tagesende kw über täglich stündlich wöchentlich jeden jede alle als gleich halb halbe halben halber viertel bald baldigst baldmöglichst schnellstmöglich schnellstens demnächst zeitnah umgehend unverzüglich sofort alsbald kürze schnell gegebener werk arbeits montags",
    extent=frozenset({"um", "für", "von"}),
    next_words=frozenset({"nächste", "nächsten", "nächster", "kommende", "kommenden", "kommender"}),
    next_weekday=frozenset({"nächsten", "nächster"}),
    this_words=frozenset({"diesen", "dieser", "diese", "heute"}),
    every_words=frozenset({"jeden", "jeder"}),
    half_words=frozenset({"halb"}),
    to_the_hour=frozenset({"", "vor"}),
)  # fmt: skip
