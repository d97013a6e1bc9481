"""The words of time in Spanish."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, MORNING, NIGHT, Part, TimeWords

_RANGE = r"\s*(?:-|–|a|y|o)\s*"
_EDGE = r"(?P<edge>principios?|comienzos?|mediados?|finales|final|fines|fin) (?:de |del )?"

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
        ("past", r"\b(?:ayer|anteayer)\b|\b(?:<weekday>|semana|mes|año) pasad[oa]\b|\bhace <n> <unit>\b|\bdesde (?:hace|el|la|<weekday>|<rel>)\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:\d{{1,2}}{_RANGE})?(?P<d>\d{{1,2}}) de (?P<month><month>)\b(?: (?:de|del) (?P<y>20\d\d))?"),
        ("slash", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        ("nth", r"\b(?:el )?día (?P<d>\d{1,2})\b(?! de)"),
        ("feast", r"\b(?P<feast>navidad|nochebuena|nochevieja|año nuevo|reyes)\b"),
        ("monthpart", rf"\b(?:a )?(?:{_EDGE}|(?:en|durante) )(?P<month><month>)\b"),
        ("weekday", r"\b(?:(?P<mod>este|cada|todos los) )?(?:próximo )?(?P<weekday><weekday>)\b(?: (?:próximo|que viene))?"),
        ("rel", r"(?<!la[ ])(?<!esta[ ])\b(?P<rel><rel>)\b"),
        ("week", rf"\b(?:a |al )?(?:{_EDGE})?(?:la )?semana (?P<which>que viene|próxima|siguiente|entrante)\b"),
        ("week", rf"\b(?:a )?(?:{_EDGE})?(?:la )?(?P<which>próxima) semana\b"),
        ("week", rf"\b(?:a |al )?(?:{_EDGE})(?:la |esta )?(?P<which>)semana\b(?! (?:que|próxima))"),
        ("week", r"\b(?P<which>esta) semana\b"),
        ("weekof", r"\bsemana del\b"),
        ("weekend", r"\b(?P<before>antes del )?(?:el |este )?(?P<which>próximo |)fin de semana\b"),
        ("month", rf"\b(?:a )?(?:{_EDGE})?(?:el )?mes (?P<which>que viene|próximo)\b|\b(?:el )?próximo mes\b"),
        ("month", rf"\b(?:a )?(?:{_EDGE})(?:este )?(?P<which>)mes\b|\beste mes\b"),
        ("year", r"\b(?:a )?(?:final(?:es)?|fin) de(?:l)? (?P<which>año|trimestre)\b"),
        ("delay", rf"\b(?:(?:las|los) próxim[oa]s )?(?:<n>{_RANGE})?(?P<n><n>) (?P<unit>días?|dias?|horas?) (?P<business>hábiles|habiles|laborables|laborales)\b"),
        ("delay", rf"\b(?:(?:las|los) próxim[oa]s )?(?:<n>{_RANGE})?(?P<n><n>)\s*(?P<unit><unit>)\b"),
        ("delay", r"\b(?P<half>media) (?P<unit>hora)\b"),
        ("every", r"\b(?:cada|todos los|todas las) (?:(?P<n><n>) )?(?P<unit><unit>)\b|\b(?P<word>diariamente)\b"),
        ("firstthing", r"\b(?:a primera hora(?: de la mañana)?)\b"),
        ("eod", r"\b(?:final del día|fin del día|cierre (?:del día|de (?:la )?oficina)|a última hora|a lo largo del día|durante el día)\b"),
        ("part", r"\b(?:(?P<when>por|de|a|en) )?(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>entre las |de |)(?:las )?(?P<h1>\d{{1,2}})(?::(?P<mi1>\d\d))?{_RANGE}(?:las )?(?P<h>\d{{1,2}})(?::(?P<mi>\d\d))?(?P<half>)\b(?!\s*(?:<unit>|de <month>|días))"),
        ("clock", r"\blas? (?P<h>\d{1,2})(?:[:.](?P<mi>\d\d))?(?P<half>)\b(?:\s*(?:h|horas))?(?!\s*(?:días|semanas|%))"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("vague", r"\b(?:pronto|en breve|próximamente|lo antes posible|cuanto antes|a la mayor brevedad|enseguida|inmediatamente|en (?:los|las) próxim[oa]s <unit>|en unos? <unit>|en unas <unit>|"
                  r"en poco tiempo|a su debido tiempo)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b(?P<named>)"),
    ),
    joins=r"(?:a|al|el|la|las|los|de|del|por|antes|en|o|y|entre|hasta|como muy tarde|a más tardar|sobre|para)",
    either=r"\b(?:o|y|a más tardar|como muy tarde)\b|[-–—/]",
    leads=r"(?:antes|de|del|el|la|las|los|en|dentro|para|por|a|al|hasta|entre|sobre|a más tardar|como muy tarde|un plazo|plazo|máximo|este|esta|desde|tras)",
    before=r"\bantes (?:del? )?(?:el |la )?$",
    from_event=r"\s*(?:tras|después|desde|a partir|posteriores|siguientes a|antes)\b(?! (?:hoy|ahora|de hoy))",
    ahead=r" (?:antes)\b(?=\s*(?:$|[.,;]))",
    not_due=r"\b(?:desde|su|nuestro|no antes del?|para el|pedido del|factura del|correo del|mensaje del) $",
    deadline=r"\b(?:antes|en|dentro|para|hasta|a más tardar|como muy tarde|plazo|máximo)\b",
    coming=("los próxim", "las próxim"),
    signs="ayer anteayer fin final finales principios mediados cierre primera última diariamente cada todos todas media pronto breve próximamente antes cuanto brevedad enseguida inmediatamente poco debido próximos próximas unos unas próxima próximo",
    extent=frozenset({"por", "durante"}),
    next_words=frozenset({"que viene", "próxima", "próximo", "siguiente", "entrante"}),
    next_weekday=frozenset(),
    this_words=frozenset({"este", "esta", "hoy"}),
    every_words=frozenset({"cada", "todos los"}),
)  # fmt: skip
