"""The words of time in English."""

from __future__ import annotations

from datetime import time

from goodword.promises.words.times import AFTERNOON, EVENING, MORNING, NIGHT, Part, TimeWords

_HALF = r"a\.?m\b\.?|p\.?m\b\.?"
_EDGE = (
    r"(?:the )?(?:very )?(?P<edge>early|earlier|mid|middle|late|later|end|close|beginning|start)(?: of| in|\s*-)?\s*"
)
_RANGE = r"\s*(?:-|–|—|to|or|and|/)\s*"

ENGLISH = TimeWords(
    numbers={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
        "forty": 40, "forty-five": 45, "forty-eight": 48, "twenty-four": 24, "sixty": 60, "ninety": 90,
        "couple of": 2, "a couple of": 2, "a couple": 2, "couple": 2, "twenty four": 24, "forty eight": 48,
    },
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    weekdays={
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
        "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
        "sun": 6,
    },
    units={
        "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour",
        "hr": "hour", "hrs": "hour", "h": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
        "wk": "week", "wks": "week", "fortnight": "fortnight", "month": "month", "months": "month", "year": "year",
        "years": "year",
    },
    relative={
        "today": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tomorrrow": 1, "tmrw": 1, "tmw": 1,
        "the day after tomorrow": 2, "day after tomorrow": 2, "the next day": 1,
    },
    parts={
        "morning": Part(time(12), MORNING), "afternoon": Part(time(17), AFTERNOON), "evening": Part(time(23, 59), EVENING),
        "night": Part(time(23, 59), NIGHT), "tonight": Part(time(23, 59), NIGHT), "noon": Part(time(12)),
        "midday": Part(time(12)), "mid-day": Part(time(12)), "lunch": Part(time(12)), "lunchtime": Part(time(12)),
        "lunch time": Part(time(12)), "midnight": Part(time(23, 59)), "teatime": Part(time(17)), "tea time": Part(time(17)),
    },
    feasts={
        "christmas eve": (12, 24), "christmas": (12, 25), "christmas day": (12, 25), "boxing day": (12, 26),
        "new years eve": (12, 31), "new years": (1, 1), "new year": (1, 1), "new years day": (1, 1), "new year eve": (12, 31),
    },
    edges={"earl": "early", "beg": "early", "start": "early", "mid": "mid", "late": "late", "end": "late", "close": "late"},
    patterns=(
        ("past", r"\b(?:last|past|previous) (?:<weekday>|night|evening|week|month|year|(?:<n>|few|several) <unit>)\b"),
        ("past", r"\byesterday\b|\b(?:<n>|few|several|some) <unit> (?:ago|earlier)\b"),
        ("past", r"\bsince (?:the )?(?:<weekday>|<rel>|<month>)\b|\b<n>\s*(?:business |working )?<unit> old\b"),
        ("iso", r"\b(?P<y>20\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?{_RANGE})?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? "
                 r"(?P<month><month>)\b\.?(?:,? (?P<y>20\d\d))?"),
        ("date", rf"\b(?P<month><month>)\b\.? (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?{_RANGE})?"
                 rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|\d|\s*(?:{_HALF}))(?:,? (?P<y>20\d\d))?"),
        ("slash", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])(?!\s*<unit>)"),
        ("nth", r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|floor|of (?:each|every)))"),
        ("feast", r"\b(?P<feast>christmas eve|christmas(?: day)?|boxing day|new year'?s? eve|new year'?s?(?: day)?)\b"),
        ("monthpart", rf"\b{_EDGE}(?P<month><month>)\b"),
        ("monthpart", r"\b(?:in|during|by|before|until|for) (?P<month><month>)\b(?! \d)"),
        ("weekday", r"\b(?:(?P<mod>this coming|this|next|coming|every|each) )?(?P<weekday><weekday>)\b(?P<week> week\b)?"),
        ("weekday", r"\bthe (?P<weekday><weekday>) after next\b(?P<further>)"),
        ("nth", r"\b(?:<weekday>),? (?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?<month>)"),
        ("weekday", r"\ba week (?:on|from) (?P<weekday><weekday>)\b(?P<week>)"),
        ("rel", r"\b(?P<rel><rel>)\b"),
        ("overnight", r"\bovernight\b"),
        ("week", r"\b(?:the )?week after (?P<which>next)\b(?P<further>)"),
        ("week", rf"\b(?:{_EDGE})?(?:the )?(?P<which>this|next|following|coming) (?:(?:business|working|work) )?week\b"),
        ("week", rf"\b{_EDGE}(?:the )?(?P<which>)(?:(?:business|working|work) )?week\b|\beow\b|\bweek'?s?[\s-]end\b(?=\s*(?:$|[.,;!]))"),
        ("week", r"\bwithin (?P<which>the) week\b"),
        ("week", r"\b(?P<edge>)(?P<which>)(?:before )?the week is (?:out|over)\b"),
        ("weekof", r"\bweek (?:of|commencing|beginning|starting)\b|\bw/c\b"),
        ("weekend", r"\b(?P<before>before )?(?P<which>this|the|next|coming|at the|over the) (?:coming )?weekend\b"),
        ("month", rf"\b(?:{_EDGE})?(?:the )?(?P<which>this|next|following|coming|calendar) month\b"),
        ("month", rf"\b{_EDGE}(?:the )?(?P<which>)month\b|\beom\b|\bmonth[\s-]end\b|\bmonth's end\b|\bwithin the month\b"),
        ("year", r"\b(?:the )?(?:end of )?(?:the|this) (?P<which>year|quarter)\b(?! \w)"),
        ("delay", rf"\b(?:(?:the )?(?:next|coming|following) )?(?:<n>{_RANGE})?(?P<n><n>)(?:\s*\(\d+\))?\s*"
                  r"(?P<business>(?:full )?(?:business|working|work|office|operational|bank(?:ing)?) )?(?:calendar |full )?"
                  r"(?P<unit><unit>)\b(?:'(?:s? time)?)?(?P<more> or (?P<n2>two|three|so)\b| and a half)?"),
        ("delay", r"\b(?:the next |a )?(?P<half>half)[\s-]+(?:of )?(?:an? )?(?P<unit>hour)\b"),
        ("delay", r"\b(?P<n>the) (?P<unit>hour)\b"),
        ("delay", r"\b(?:the )?next (?P<n>)(?P<business>(?:business|working) )?(?P<unit>hour|day|business day)\b"),
        ("every", r"\b(?:every|each) (?:(?P<n><n>) )?(?P<unit><unit>|morning|afternoon|evening)\b|\b(?P<word>daily|hourly|weekly)\b|\b(?:once|twice) a (?:day|week)\b"),
        ("firstthing", r"\b(?:first thing|bright and early)(?P<morning> in the morning| morning)?\b"),
        ("eod", r"\b(?:the )?(?:end|close) of (?:the |my |our |your |this )?(?:business |working |work\s*)?"
                r"(?:day|business|play|today|trading|office hours)\b|\b(?:eod|cob|eob|c\.o\.b\.?|e\.o\.d\.?)(?!\w)|\bwithin the day\b|\b(?:in|over) the course of the day\b|\bbefore the day is (?:out|over)\b"),
        ("afterwards", r"\bafter (?:(?P<part>lunch(?:time)?|noon|midday)|(?P<h>\d{1,2})(?:[:.](?P<mi>\d\d))?\s*(?P<half>[ap]\.?m\b\.?)?)(?!\s*(?:<unit>|business|working|%|\d|of\b))\b"),
        ("part", r"\b(?:(?P<when>(?:later )?this|in the|the|by|over) )?(?:(?:early|late|mid)[\s-]+)?(?<!for[ ])(?<!over[ ])(?P<part><part>)\b"),
        ("range", rf"\b(?P<lead>between |from )?(?P<h1>\d{{1,2}})(?:[:.](?P<mi1>\d\d))?\s*(?P<half1>{_HALF})?{_RANGE}"
                  rf"(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))?\b\s*(?P<half>{_HALF})?(?![\d/%])(?!\s*(?:business |working )?<unit>|\s*(?:st|nd|rd|th)?\s*(?:of )?<month>)"),
        ("clock", rf"\b(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))?\s*(?P<half>{_HALF})"),
        ("clock", r"\b(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?P<half>)(?![\d:])"),
        ("clock", r"\b(?:at|by|before|around|about|until|till|from|after|than|@)\s*(?P<h>\d{1,2})(?P<half>)(?P<mi>)\b(?![\d/%:.,-]*\d)"
                  r"(?=\s*(?:$|[.,;!?)]|<rel>|<weekday>|tonight|on\b|this\b|in the|sharp|and\b|or\b|at the|latest|your\b|so\b|with\b|rather\b|instead\b|not\b|please\b|if\b|for\b|but\b|then\b|when\b|to [a-z]|(?-i:[A-Z]{2,4})\b))"),
        ("clock", r"\b(?:at|by|before|around|about|until|till|from|after) (?P<h>[01]?\d|2[0-3])\.(?P<mi>[0-5]\d)(?P<half>)\b(?![\d.]|\s*%)"),
        ("clock", r"\b(?:at|by|before|until|till|after) (?P<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?P<half>)(?P<mi>)(?=\s*(?:$|[.,;!?)]|<rel>|<weekday>|tonight|on\b|this\b|in the|sharp|and\b|so\b|to [a-z]))"),
        ("clock", r"\b(?P<h><n>) o'?\s?clock\b(?P<half>)(?P<mi>)"),
        ("spoken", r"\b(?P<mark>half|quarter) (?P<dir>past|to) (?P<h><n>)\b"),
        ("vague", r"\b(?:shortly|soon|soonest|momentarily|promptly|eventually|a\.?s\.?a\.?p\b\.?|in due (?:course|time)|"
                  r"as (?:soon|quickly|fast) as (?:possible|(?:we|i) (?:can|are|am)\b)|before (?:too )?long|"
                  r"(?:in|within|over|for) (?:a|the next|the coming|the)?\s*(?:few|several|coming|some|number of) (?:(?:business|working) )?<unit>|"
                  r"in (?:a|the near) (?:bit|while|moment|sec|second|future)|(?:on )?the same day|same day|"
                  r"as early as possible|right away|straight away|immediately|without delay|in no time|"
                  r"(?:at|in) (?:our|my|the) earliest \w+|(?:the )?(?:day|week) after)\b"),
        ("zone", r"\b(?P<zone>(?-i:[A-Z]{2,4}))\b|\b(?P<named>eastern|central|mountain|pacific|london|uk|german|paris)(?: (?:standard |daylight )?time)?\b"),
    ),
    joins=r"(?:at|by|on|in|the|of|before|around|about|approximately|approx|and|or|to|until|till|no later than|no later|not later|between|from|this"
          r"|sometime|some time|maybe|either|early|late|later|latest|at the latest|starting|sharp|possibly|worst case|but)",
    deadline=r"\b(?:by|within|before|until|till|no later|not later|latest|in|up to|less than|under)\b",
    either=r"\b(?:or|and|to|latest|worst case|but)\b|[-–—/]",
    leads=r"(?:by|within|on|before|until|till|at|in|no later than|not later than|later|early|late|from|between|the|around|about|"
          r"at the latest|sometime|some time|over|during|up to|less than|under|within about|approximately|max(?:imum)?|as of|"
          r"starting|through|typically|usually|another|the very|than|take|takes|taking|after|for|of|since|dated|our|your|my|a|an|her|his|their)",
    before=r"\b(?:before|prior to|ahead of) (?:the )?$",
    from_event=r"\s*(?:(?:of|from|after|once|following|when|as soon as|before|prior to|ahead of|since|upon|beforehand)\b"
               r"(?! (?:now|today|tomorrow|this (?:e-?mail|message|date|mail|point|morning)|receiving this|the date of this)))",
    ahead=r" (?:before|beforehand|earlier|ahead|prior|in advance)\b(?=\s*(?:$|[.,;!?)]|so\b|and\b|then\b|that\b|it\b))",
    not_due=r"\b(?:of|since|dated|for (?:the|your|our)|your|our|my|last|the past|than usual|ago|not before|no earlier than) $",
    coming=("the next", "next", "the coming", "the following"),
    signs="yesterday weekend overnight eod cob eob eow eom c.o.b e.o.d first bright end close daily hourly weekly every each quarter half fortnight w/c this next last soon shortly momentarily promptly eventually asap a.s.a.p due long few several coming some bit while moment sec second future same early earliest away immediately delay christmas boxing new midweek",
    extent=frozenset({"by", "by a", "for"}),
    next_words=frozenset({"next", "following", "the following", "coming"}),
    next_weekday=frozenset({"next"}),
    this_words=frozenset({"this"}),
    every_words=frozenset({"every", "each"}),
    half_words=frozenset({"half"}),
    to_the_hour=frozenset({"to"}),
    month_first=True,
    loose="from|after|since",
    capitals=frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "dec", "jan", "fri", "thu", "sep"}),
)  # fmt: skip
