"""The words of time in Spanish."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, MORNING, NIGHT, Part, TimeWords

_RANGE = r"\s*(?:-|–|a|y|o)\s*"
_EDGE = r"(?P<edge>principios?|comienzos?|mediados?|finales|final|fines|fin)\s+(?:de\s+|del\s+)?"

SPANISH = TimeWords(
    numbers={
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
        "once": 11, "doce": 12, "catorce": 14, "quince": 15, "veinte": 20, "veinticuatro": 24, "treinta": 30, "cuarenta y ocho": 48,
        "un par de": 2,
    },
    months={
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "setiembre": 9,
        "octubre": 10, "noviembre": 11, "diciembre": 12,
    },
    weekdays={
        "lunes": 0, "martes": 1, "miércoles": 2, "miercoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "sabado": 5, "domingo": 6,
    },
    units={
        "minuto": "minute", "minutos": "minute", "min": "minute", "hora": "hour", "horas": "hour", "h": "hour", "día": "day", "días": "day",
        "dia": "day", "dias": "day", "semana": "week", "semanas": "week", "mes": "month", "meses": "month", "año": "year", "años": "year",
        "trimestre": "quarter",
    },
    relative={"hoy": 0, "pasado mañana": 2, "mañana": 1},
    parts={
        "la mañana": Part(time(12), MORNING), "la manana": Part(time(12), MORNING), "mediodía": Part(time(12)),
        "mediodia": Part(time(12)), "la tarde": Part(time(17), AFTERNOON), "esta tarde": Part(time(17), AFTERNOON),
        "esta mañana": Part(time(12), MORNING), "esta noche": Part(time(23, 59), NIGHT), "la noche": Part(time(23, 59), NIGHT),
        "medianoche": Part(time(23, 59)),
    },
    feasts={"navidad": (12, 25), "nochebuena": (12, 24), "nochevieja": (12, 31), "año nuevo": (1, 1), "reyes": (1, 6)},
    edges={"pri": "early", "com": "early", "med": "mid", "fin": "late"},
    patterns=(
        ("past", r"\b(?:ayer|anteayer)\b|\b(?:<weekday>|semana|mes|año)\s+pasad[oa]\b|\bhace\s+<n>\s+<unit>\b|\bdesde\s+(?:hace|el|la|<weekday>|<rel>)\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:\d{{1,2}}{_RANGE})?(?P<d>\d{{1,2}})\s+de\s+(?P<month><month>)\b(?:\s+(?:de|del)\s+(?P<y>20\d\d))?"),
        ("slash", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        ("nth", r"\b(?:el\s+)?día\s+(?P<d>\d{1,2})\b(?!\s+de)"),
        ("feast", r"\b(?P<feast>navidad|nochebuena|nochevieja|año\s+nuevo|reyes)\b"),
        ("monthpart", rf"\b(?:a\s+)?(?:{_EDGE}|(?:en|durante)\s+)(?P<month><month>)\b"),
        ("weekday", r"\b(?:(?P<mod>este|cada|todos\s+los)\s+)?(?:próximo\s+)?(?P<weekday><weekday>)\b(?:\s+(?:próximo|que\s+viene))?"),
        ("rel", r"(?<!la )(?<!esta )\b(?P<rel><rel>)\b"),
        ("week", rf"\b(?:a\s+|al\s+)?(?:{_EDGE})?(?:la\s+)?semana\s+(?P<which>que\s+viene|próxima|siguiente|entrante)\b"),
        ("week", rf"\b(?:a\s+)?(?:{_EDGE})?(?:la\s+)?(?P<which>próxima)\s+semana\b"),
        ("week", rf"\b(?:a\s+|al\s+)?(?:{_EDGE})(?:la\s+|esta\s+)?(?P<which>)semana\b(?!\s+(?:que|próxima))"),
        ("week", r"\b(?P<which>esta)\s+semana\b"),
        ("weekof", r"\bsemana\s+del\b"),
        ("weekend", r"\b(?P<before>antes\s+del\s+)?(?:el\s+|este\s+)?(?P<which>próximo\s+|)fin\s+de\s+semana\b"),
        ("month", rf"\b(?:a\s+)?(?:{_EDGE})?(?:el\s+)?mes\s+(?P<which>que\s+viene|próximo)\b|\b(?:el\s+)?próximo\s+mes\b"),
        ("month", rf"\b(?:a\s+)?(?:{_EDGE})(?:este\s+)?(?P<which>)mes\b|\beste\s+mes\b"),
        ("year", r"\b(?:a\s+)?(?:final(?:es)?|fin)\s+de(?:l)?\s+(?P<which>año|trimestre)\b"),
        ("delay", rf"\b(?:(?:las|los)\s+próxim[oa]s\s+)?(?:<n>{_RANGE})?(?P<n><n>)\s+(?P<unit>días?|dias?|horas?)\s+(?P<business>hábiles|habiles|laborables|laborales)\b"),
        ("delay", rf"\b(?:(?:las|los)\s+próxim[oa]s\s+)?(?:<n>{_RANGE})?(?P<n><n>)\s*(?P<unit><unit>)\b"),
        ("delay", r"\b(?P<half>media)\s+(?P<unit>hora)\b"),
        ("every", r"\b(?:cada|todos\s+los|todas\s+las)\s+(?:(?P<n><n>)\s+)?(?P<unit><unit>)\b|\b(?P<word>diariamente)\b"),
        ("firstthing", r"\b(?:a\s+primera\s+hora(?:\s+de\s+la\s+mañana)?)\b"),
        ("eod", r"\b(?:final\s+del\s+día|fin\s+del\s+día|cierre\s+(?:del\s+día|de\s+(?:la\s+)?oficina)|a\s+última\s+hora|a\s+lo\s+largo\s+del\s+día|durante\s+el\s+día)\b"),
        ("part", r"\b(?:(?P<when>por|de|a|en)\s+)?(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>entre\s+las\s+|de\s+|)(?:las\s+)?(?P<h1>\d{{1,2}})(?::(?P<mi1>\d\d))?{_RANGE}(?:las\s+)?(?P<h>\d{{1,2}})(?::(?P<mi>\d\d))?(?P<half>)\b(?!\s*(?:<unit>|de\s+<month>|días))"),
        ("clock", r"\blas?\s+(?P<h>\d{1,2})(?:[:.](?P<mi>\d\d))?(?P<half>)\b(?:\s*(?:h|horas))?(?!\s*(?:días|semanas|%))"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("vague", r"\b(?:pronto|en\s+breve|próximamente|lo\s+antes\s+posible|cuanto\s+antes|a\s+la\s+mayor\s+brevedad|enseguida|inmediatamente|en\s+(?:los|las)\s+próxim[oa]s\s+<unit>|en\s+unos?\s+<unit>|en\s+unas\s+<unit>|"
                  r"en\s+poco\s+tiempo|a\s+su\s+debido\s+tiempo)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b(?P<named>)"),
    ),
    joins=r"(?:a|al|el|la|las|los|de|del|por|antes|en|o|y|entre|hasta|como\s+muy\s+tarde|a\s+más\s+tardar|sobre|para)",
    either=r"\b(?:o|y|a\s+más\s+tardar|como\s+muy\s+tarde)\b|[-–—/]",
    leads=r"(?:antes|de|del|el|la|las|los|en|dentro|para|por|a|al|hasta|entre|sobre|a\s+más\s+tardar|como\s+muy\s+tarde|un\s+plazo|plazo|máximo|este|esta|desde|tras)",
    before=r"\bantes\s+(?:del?\s+)?(?:el\s+|la\s+)?$",
    from_event=r"\s*(?:tras|después|desde|a\s+partir|posteriores|siguientes\s+a|antes)\b(?!\s+(?:hoy|ahora|de\s+hoy))",
    ahead=r"\s+(?:antes)\b(?=\s*(?:$|[.,;]))",
    not_due=r"\b(?:desde|su|nuestro|no\s+antes\s+del?|para\s+el|pedido\s+del|factura\s+del|correo\s+del|mensaje\s+del)\s+$",
    deadline=r"\b(?:antes|en|dentro|para|hasta|a\s+más\s+tardar|como\s+muy\s+tarde|plazo|máximo)\b",
    coming=("los próxim", "las próxim"),
    signs="ayer anteayer fin final finales principios mediados cierre primera última diariamente cada todos todas media pronto breve próximamente antes cuanto brevedad enseguida inmediatamente poco debido próximos próximas unos unas próxima próximo",
    extent=frozenset({"por", "durante"}),
    next_words=frozenset({"que viene", "próxima", "próximo", "siguiente", "entrante"}),
    next_weekday=frozenset(),
    this_words=frozenset({"este", "esta", "hoy"}),
    every_words=frozenset({"cada", "todos los"}),
)  # fmt: skip
