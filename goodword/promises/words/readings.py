"""What one piece of a time says: a day, a time of day, a delay, or only that it is vague. One function for each name
that the patterns of a language give their pieces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from goodword.promises.words.almanac import FRIDAY, SUNDAY, Almanac, last_of_month
from goodword.promises.words.times import AFTERNOON, EVENING, MORNING, NIGHT, POINT, Part, TimeWords
from goodword.promises.words.zones import ZONES

FIRST_THING, OVERNIGHT = time(10), time(10)
MINUTES = {"minute": 1, "hour": 60}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
TUESDAY, WEDNESDAY = 1, 2


@dataclass(frozen=True)
class Reading:
    """What a piece gives to the whole. `rank` is how surely it names the day: the highest of a group counts."""

    day: date | None = None
    rank: int = 0
    weekday: int | None = None
    week: int | None = None
    moment: time | None = None
    bare: bool = False  # an hour without am or pm
    part: Part | None = None
    today: bool = False
    at: datetime | None = None
    delay: bool = False
    days: float = 0
    zone: str = ""
    closing: bool = False
    morning: bool = False
    recurs: bool = False
    week_of: bool = False
    vague: bool = False
    past: bool = False


Match = re.Match[str]
Reader = Callable[[Match, Almanac, TimeWords], Reading | None]


def _group(match: Match, name: str) -> str:
    return " ".join((match.groupdict().get(name) or "").lower().split())


def _number(word: str, words: TimeWords) -> float:
    if not word:
        return 1
    return float(word.replace(",", ".")) if word[0].isdigit() else words.numbers.get(word, 1)


def _edge(match: Match, words: TimeWords) -> str:
    edge = _group(match, "edge")
    return next((what for beginning, what in words.edges.items() if edge.startswith(beginning)), "")


def _past(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(past=True)


def _iso(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    day = almanac.dated(int(match["d"]), int(match["mo"]), int(match["y"]))
    return Reading(day=day, rank=5) if day else None


def _date(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    if match["month"].islower() and match["month"] in words.capitals and not match[0][0].isdigit():
        return None
    month = words.months[_group(match, "month")]
    day = almanac.dated(int(match["d"]), month, int(match["y"]) if match["y"] else None)
    return Reading(day=day, rank=5) if day else None


def _slash(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    first, second = int(match["a"]), int(match["b"])
    american = almanac.zone.startswith(("America/", "US/")) and words.month_first
    month, number = (first, second) if american else (second, first)
    if month > 12:
        month, number = number, month
    day = almanac.dated(number, month, int(match["y"]) if match["y"] else None) if month <= 12 else None
    return Reading(day=day, rank=5) if day else None


def _nth(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    day = almanac.day_of_month(int(match["d"]))
    return Reading(day=day, rank=4) if day else None


def _feast(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    name = re.sub(r"['’]", "", _group(match, "feast"))
    month, number = words.feasts.get(name, (12, 25))
    return Reading(day=almanac.dated(number, month), rank=4)


def _monthpart(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    if match["month"].islower() and match["month"] in words.capitals:
        return None
    first = almanac.dated(1, words.months[_group(match, "month")]) or almanac.today
    if first.year > almanac.today.year and first.month == almanac.today.month:
        first = first.replace(year=almanac.today.year)
    edge = _edge(match, words)
    day = first.replace(day=10) if edge == "early" else first.replace(day=15) if edge == "mid" else last_of_month(first)
    return Reading(day=day, rank=2)


def _weekday(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    if match["weekday"].islower() and match["weekday"] in words.capitals:
        return None
    wanted, mod = words.weekdays[_group(match, "weekday")], _group(match, "mod")
    if match.groupdict().get("further") is not None:
        return Reading(day=almanac.weekday_of_week(wanted, 2), rank=3, weekday=None)
    if match.groupdict().get("week") is not None:
        return Reading(day=almanac.weekday(wanted) + timedelta(days=7), rank=3)
    if mod in words.next_weekday:
        return Reading(day=almanac.weekday_of_week(wanted, 1), rank=3, weekday=wanted)
    recurs = mod in words.every_words
    day = almanac.weekday(wanted, today_counts=recurs or mod in words.this_words)
    return Reading(day=day, rank=3, weekday=wanted, recurs=recurs)


def _rel(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    days = words.relative[_group(match, "rel")]
    return Reading(day=almanac.today + timedelta(days=days), rank=3, today=days == 0)


def _overnight(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(day=almanac.today + timedelta(days=1), rank=1, moment=OVERNIGHT)


def _week(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    weeks = 2 if match.groupdict().get("further") is not None else int(_group(match, "which") in words.next_words)
    edge = _edge(match, words)
    wanted = TUESDAY if edge == "early" else WEDNESDAY if edge == "mid" else FRIDAY
    day = almanac.weekday_of_week(wanted, weeks)
    if day < almanac.today:
        day = almanac.friday_of(weeks)
    return Reading(day=day, rank=2, week=weeks)


def _weekof(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(week_of=True)


def _weekend(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    weeks = int(_group(match, "which") in words.next_weekday)
    wanted = FRIDAY if match.groupdict().get("before") else SUNDAY
    day = almanac.weekday_of_week(wanted, weeks)
    part = None if wanted == FRIDAY else Part(time(23, 59))
    return Reading(day=day, rank=2, part=part)


def _month(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    months = int(_group(match, "which") in words.next_words)
    edge, day = _edge(match, words), almanac.month_end(months)
    if edge in ("early", "mid"):
        day = day.replace(day=10 if edge == "early" else 15)
    return Reading(day=day if day >= almanac.today else almanac.month_end(months), rank=2)


def _year(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    month = 12 if words.units.get(_group(match, "which")) == "year" else (almanac.today.month - 1) // 3 * 3 + 3
    return Reading(day=last_of_month(date(almanac.today.year, month, 1)), rank=2)


def _delay(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    unit = words.units.get(_group(match, "unit").split()[-1], "day")
    if unit == "hour" and _group(match, "unit") == "h" and not match["n"][:1].isdigit():
        return None
    count = 0.5 if match.groupdict().get("half") else _number(_group(match, "n"), words)
    more = _group(match, "more")
    if more:
        count = _number(_group(match, "n2"), words) if _group(match, "n2") not in ("", "so") else count
        count += 0.5 if more.startswith("and") else 0
    if match.groupdict().get("business"):
        return _business(count, unit, almanac)
    if unit in MINUTES:
        return Reading(at=almanac.elapsed(count * MINUTES[unit]), delay=True)
    if unit in DAYS:
        days = min(count, 3000) * DAYS[unit]
        return Reading(day=almanac.today + timedelta(days=round(days)), rank=4, delay=True, days=days)
    return Reading(day=almanac.plus_months(round(count * (12 if unit == "year" else 1))), rank=4, delay=True)


def _business(count: float, unit: str, almanac: Almanac) -> Reading | None:
    if unit in MINUTES:
        at = almanac.business_minutes(round(min(count, 5000) * MINUTES[unit]))
        return Reading(at=at, delay=True) if at else None
    days = count * (5 if unit == "week" else 1)
    return Reading(day=almanac.business_day(round(days)), rank=4, delay=True)


def _every(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    unit = words.units.get(_group(match, "unit"), _group(match, "unit") or _group(match, "word"))
    count = _number(_group(match, "n"), words)
    if unit in MINUTES or unit == "hourly":
        return Reading(at=almanac.elapsed(count * MINUTES.get(unit, 60)), recurs=True, delay=True)
    if unit in ("week", "weekly"):
        return Reading(day=almanac.today + timedelta(days=round(7 * count)), rank=1, recurs=True)
    part = words.parts.get(unit)
    return Reading(part=part, recurs=True) if part else Reading(day=almanac.today, rank=1, recurs=True, today=True)


def _firstthing(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(moment=FIRST_THING, morning=True)


def _eod(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(closing=True)


def _part(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    word, when = _group(match, "part"), _group(match, "when")
    part = words.parts[word]
    today = bool(words.this_words & set(when.split())) or part.half == NIGHT
    return Reading(part=part, today=today, morning=part.half == MORNING and not today)


def _half(hour: int, half: str) -> tuple[int, bool]:
    """Returns the hour of the day and whether am or pm was left open."""
    if half.startswith("p"):
        return hour % 12 + 12, False
    if half.startswith("a"):
        return hour % 12, False
    return hour, hour <= 12


def _clock(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    raw = match["h"].lower()
    count = int(raw) if raw.isdigit() else words.numbers.get(raw, 99)
    hour, bare = _half(count, _group(match, "half"))
    minute = int(_group(match, "mi") or 0)
    if hour > 24 or minute > 59:
        return None
    bare = bare and not (len(raw) == 2 and raw.startswith("0"))
    return Reading(moment=time(hour % 24, minute), bare=bare)


def _range(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    if not any(_group(match, name) for name in ("lead", "half", "half1", "mi", "mi1")):
        return None
    return _clock(match, almanac, words)


def _spoken(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    raw = _group(match, "h")
    hour = int(raw) if raw.isdigit() else words.numbers.get(raw, 99)
    if hour > 24:
        return None
    minute = 30 if _group(match, "mark") in words.half_words else 15
    if _group(match, "dir") in words.to_the_hour:
        return Reading(moment=time((hour - 1) % 24, 60 - minute), bare=hour <= 12)
    return Reading(moment=time(hour % 24, minute), bare=hour <= 12)


def _afterwards(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    """ "After 3": no sooner, and at the latest when the day closes; after hours, when it ends."""
    clock = _clock(match, almanac, words) if match["h"] else None
    late = clock is not None and clock.moment is not None and clock.moment.hour >= 17
    return Reading(part=Part(time(23, 59))) if late else Reading(closing=True)


def _vague(match: Match, almanac: Almanac, words: TimeWords) -> Reading:
    return Reading(vague=True)


def _zone(match: Match, almanac: Almanac, words: TimeWords) -> Reading | None:
    zone = ZONES.get((match["zone"] or match["named"]).upper())
    return Reading(zone=zone) if zone else None


READERS: dict[str, Reader] = {
    "past": _past, "iso": _iso, "date": _date, "slash": _slash, "nth": _nth, "feast": _feast, "monthpart": _monthpart,
    "weekday": _weekday, "rel": _rel, "overnight": _overnight, "week": _week, "weekof": _weekof, "weekend": _weekend,
    "month": _month, "year": _year, "delay": _delay, "every": _every, "firstthing": _firstthing, "eod": _eod,
    "part": _part, "afterwards": _afterwards, "range": _range, "clock": _clock, "spoken": _spoken, "vague": _vague, "zone": _zone,
}  # fmt: skip

HALVES = {MORNING: "a", AFTERNOON: "p", EVENING: "p", NIGHT: "p", POINT: ""}
