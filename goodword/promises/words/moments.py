"""The times that a clause states, resolved: pieces are found by the patterns of the language, joined to times,
and each time gives its last moment (see the D rules in docs/hearing.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from goodword.kit.text import spelled
from goodword.promises.words.almanac import FRIDAY, Almanac
from goodword.promises.words.readings import HALVES, READERS, Reading
from goodword.promises.words.times import TimeWords
from goodword.promises.words.times_de import GERMAN
from goodword.promises.words.times_en import ENGLISH
from goodword.promises.words.times_es import SPANISH
from goodword.promises.words.times_fr import FRENCH

LANGUAGES: dict[str, TimeWords] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
EXACT_DAYS = ("date", "weekday", "nth", "iso", "slash", "rel", "feast")
LONGEST_CLAUSE = 1500


@dataclass(frozen=True)
class Moment:
    """One time in a clause: its words, its last moment (None: open), and whether it only names a day.

    `weight` says how surely it is the due of the clause: 3 a deadline ("by", "within"), 2 a time, 1 a bare length.
    """

    text: str
    start: int
    end: int
    at: datetime | None
    is_day: bool
    weight: int


@dataclass(frozen=True)
class Piece:
    """A found piece: where it stands and what it says."""

    name: str
    start: int
    end: int
    reading: Reading


@dataclass(frozen=True)
class Compiled:
    """The expressions of one language, compiled once."""

    words: TimeWords
    gate: re.Pattern[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    joins: re.Pattern[str]
    either: re.Pattern[str]
    leads: re.Pattern[str]
    before: re.Pattern[str]
    from_event: re.Pattern[str]
    ahead: re.Pattern[str]
    not_due: re.Pattern[str]
    deadline: re.Pattern[str]


@lru_cache(maxsize=32)
def compiled(language: str) -> Compiled:
    """Returns the expressions of a language, English where it has none."""
    words = LANGUAGES.get(language, ENGLISH)
    flags = re.IGNORECASE
    return Compiled(
        words=words,
        gate=words.gate(),
        patterns=words.compiled(),
        joins=re.compile(spelled(rf"(?:\s|\b{words.joins}\b|{words.marks})*"), flags),
        either=re.compile(spelled(words.either), flags),
        leads=re.compile(spelled(rf"(?:\b{words.leads} )+$"), flags),
        before=re.compile(spelled(words.before), flags),
        from_event=re.compile(spelled(words.from_event), flags),
        ahead=re.compile(spelled(words.ahead), flags),
        not_due=re.compile(spelled(words.not_due), flags),
        deadline=re.compile(spelled(words.deadline), flags),
    )


def moments_in(clause: str, almanac: Almanac, language: str = "en", anchor: date | None = None) -> list[Moment]:
    """Returns the times of a clause, in order; what lies in the past is left out.

    `anchor` is a day named earlier: from it "two days before" is counted.
    """
    tongue = compiled(language)
    clause = clause[:LONGEST_CLAUSE]
    if not tongue.gate.search(clause):
        return []
    found = []
    for group in _groups(_pieces(clause, almanac, tongue), clause, tongue):
        if any(piece.reading.past for piece in group):
            continue
        moment = _moment(group, clause, almanac, tongue, anchor)
        if moment and moment.weight:
            found.append(moment)
    return found


def due_of(moments: list[Moment]) -> Moment | None:
    """Returns the time that is the due of a clause: a stated one before a vague one, a deadline before a mere time."""
    return max(moments, key=lambda one: (one.at is not None, one.weight, -one.start), default=None)


def _pieces(clause: str, almanac: Almanac, tongue: Compiled) -> list[Piece]:
    matches = [
        (match.start(), -match.end(), order, name, match)
        for order, (name, pattern) in enumerate(tongue.patterns)
        for match in pattern.finditer(clause)
    ]
    pieces: list[Piece] = []
    for start, end, _, name, match in sorted(matches, key=lambda one: one[:3]):
        if pieces and start < pieces[-1].end:
            continue
        reading = READERS[name](match, almanac, tongue.words)
        if reading:
            pieces.append(Piece(name, start, -end, reading))
    return pieces


def _groups(pieces: list[Piece], clause: str, tongue: Compiled) -> list[list[Piece]]:
    """Joins pieces between which only joining words stand."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        near = groups and tongue.joins.fullmatch(clause, groups[-1][-1].end, piece.start)
        vague = groups and (piece.reading.vague or groups[-1][-1].reading.vague)
        if near and not vague:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _moment(group: list[Piece], clause: str, almanac: Almanac, tongue: Compiled, anchor: date | None) -> Moment | None:
    if all(piece.reading.zone for piece in group):
        return None
    left = clause[: group[0].start]
    lead = tongue.leads.search(left)
    start, end = lead.start() if lead else group[0].start, group[-1].end
    ahead = tongue.ahead.match(clause, end) if group[-1].reading.days else None
    if ahead and anchor:
        at = almanac.close(anchor - timedelta(days=round(group[-1].reading.days)))
        return Moment(clause[start : ahead.end()], start, ahead.end(), at, is_day=True, weight=2)
    event = tongue.from_event.match(clause, end) if group[-1].reading.delay else None
    if event or ahead or all(piece.reading.vague for piece in group):
        return Moment(clause[start:end], start, end, None, is_day=False, weight=3 if event else 1)
    last = _last_moment(
        group, clause, almanac, tongue, before=group[0].name in EXACT_DAYS and bool(tongue.before.search(left))
    )
    if last is None:
        return None
    is_day = not any(piece.reading.moment or piece.reading.part or piece.reading.at for piece in group)
    weight = _weight(group, clause[start : group[0].start], clause, tongue)
    return Moment(clause[start:end], start, end, last, is_day, weight)


def _weight(group: list[Piece], stated: str, clause: str, tongue: Compiled) -> int:
    """How surely a time is the due: 3 a deadline, 2 a time, 1 a bare length, 0 not at all."""
    left, right = clause[: group[0].start], clause[group[-1].end :]
    lasting = clause[group[0].start :].lower().startswith(tongue.words.coming)
    extent = (
        not lasting and stated.strip().lower() in tongue.words.extent and all(piece.reading.delay for piece in group)
    )
    if extent or tongue.not_due.search(left):
        return 0
    if re.match(r"['’]s\s+\w", right):
        return 1
    if tongue.deadline.search(stated):
        return 3
    loose = tongue.words.loose and re.search(rf"\b(?:{tongue.words.loose})\b", stated, re.IGNORECASE)
    return 1 if loose or all(piece.reading.delay for piece in group) else 2


def _last_moment(
    group: list[Piece], clause: str, almanac: Almanac, tongue: Compiled, *, before: bool
) -> datetime | None:
    """The last moment of the alternatives ("Tuesday or Wednesday"); of a recurring time the first."""
    ways = _ways(group, clause, tongue)
    days = [reading for way in ways for reading in way if reading.day]
    times = [reading for way in ways for reading in way if reading.moment or reading.part]
    moments = []
    for way in ways:
        shared = [] if any(map(_is_day, way)) else days
        shared = shared + ([] if any(reading.moment or reading.part for reading in way) else times)
        at = _resolve([*shared, *way], almanac, before=before)
        if at:
            moments.append(at)
    if not moments:
        return None
    return min(moments) if any(piece.reading.recurs for piece in group) else max(moments)


def _ways(group: list[Piece], clause: str, tongue: Compiled) -> list[list[Reading]]:
    """Splits a group where "or" stands between two days or between two times."""
    ways: list[list[Reading]] = [[]]
    for number, piece in enumerate(group):
        if number and tongue.either.search(clause, group[number - 1].end, piece.start):
            rest = [one.reading for one in group[number:]]
            two_days = any(map(_is_day, ways[-1])) and any(map(_is_day, rest[:2]))
            if two_days or (_times(ways[-1]) and _times(rest[:1])):
                ways.append([])
        ways[-1].append(piece.reading)
    return ways


def _times(readings: list[Reading]) -> bool:
    return any(reading.moment or reading.part for reading in readings)


def _is_day(reading: Reading) -> bool:
    return reading.day is not None or reading.at is not None


def _resolve(readings: list[Reading], almanac: Almanac, *, before: bool) -> datetime | None:
    absolute = [reading.at for reading in readings if reading.at]
    if absolute:
        return absolute[-1]
    named = max((r for r in readings if r.day), key=lambda r: r.rank, default=None)
    day = named.day if named else None
    weekday = next((r.weekday for r in readings if r.weekday is not None), None)
    week = next((r.week for r in readings if r.week is not None), None)
    if weekday is not None and week is not None:
        day = almanac.weekday_of_week(weekday, week)
    if day and any(r.week_of for r in readings):
        day += timedelta(days=FRIDAY - day.weekday())
    moment = _time_of(readings)
    if day is None:
        return _next_time(readings, moment, almanac)
    if before and moment is None:
        day -= timedelta(days=1)
    zone = next((r.zone for r in readings if r.zone), "")
    at = almanac.at(day, moment, zone) if moment else almanac.close(day)
    recurs = any(r.recurs for r in readings)
    if recurs and at <= almanac.here:
        return at + timedelta(days=7 if weekday is not None else 1)
    return at


def _time_of(readings: list[Reading]) -> time | None:
    """The time of day of a group: a clock time in the half that a part of the day gives it, else the part's end."""
    half = next((HALVES[r.part.half] for r in readings if r.part and HALVES[r.part.half]), "")
    clock = next((r for r in reversed(readings) if r.moment), None)
    if clock and clock.moment:
        return _in_half(clock.moment, half) if clock.bare else clock.moment
    part = next((r.part for r in reversed(readings) if r.part), None)
    return part.until if part else None


def _in_half(moment: time, half: str) -> time:
    hour = moment.hour % 12
    if half == "p" or (not half and (1 <= hour <= 6 or hour == 0)):
        hour += 12
    return moment.replace(hour=hour)


def _next_time(readings: list[Reading], moment: time | None, almanac: Almanac) -> datetime | None:
    """A time without a day: its next occurrence; "this morning" is today's, whatever the clock shows."""
    if moment is None:
        return almanac.close(almanac.today) if any(r.closing or r.recurs for r in readings) else None
    zone = next((r.zone for r in readings if r.zone), "")
    at = almanac.at(almanac.today, moment, zone)
    if any(r.today for r in readings):
        return at
    morning = any(r.morning for r in readings) and almanac.here.hour >= 6
    return at + timedelta(days=1) if morning or at <= almanac.here else at
