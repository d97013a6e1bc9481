"""Dates and times as people say them, in the zone and the language of whoever reads them.

Plain arithmetic and small tables, so that a page and a mail say the same, whatever language the process is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

LANGUAGES = ("en", "de", "fr", "es")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Speech:
    """How one language says dates; the fields are patterns."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    year: str
    today: str
    tomorrow: str
    by: str
    at: str
    yours: str
    elsewhere: str
    midnight: str
    noon: str


_SPEECH = {
    "en": _Speech(
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        day="{weekday} {day} {month}", year="{date} {year}", today="today, {date}", tomorrow="tomorrow, {date}",
        by="{date}, by {time}", at="{date}, {time}", yours="{moment} your time", elsewhere="{moment} ({place} time)",
        midnight="midnight", noon="noon",
    ),
    "de": _Speech(
        days=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        months=(
            "Januar", "Februar", "März", "April", "Mai", "Juni",
            "Juli", "August", "September", "Oktober", "November", "Dezember",
        ),
        day="{weekday}, {day}. {month}", year="{date} {year}", today="heute, {date}", tomorrow="morgen, {date}",
        by="{date}, bis {time}", at="{date}, {time}", yours="{moment} Ihrer Zeit",
        elsewhere="{moment} (Ortszeit {place})", midnight="Mitternacht", noon="12 Uhr",
    ),
    "fr": _Speech(
        days=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        months=(
            "janvier", "février", "mars", "avril", "mai", "juin",
            "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ),
        day="{weekday} {day} {month}", year="{date} {year}", today="aujourd’hui, {date}", tomorrow="demain, {date}",
        by="{date}, au plus tard à {time}", at="{date} à {time}", yours="{moment} (votre heure locale)",
        elsewhere="{moment} (heure de {place})", midnight="minuit", noon="midi",
    ),
    "es": _Speech(
        days=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        months=(
            "enero", "febrero", "marzo", "abril", "mayo", "junio",
            "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ),
        day="{weekday} {day} de {month}", year="{date} de {year}", today="hoy, {date}", tomorrow="mañana, {date}",
        by="{date}, a más tardar a {time}", at="{date}, a {time}", yours="{moment} (su hora local)",
        elsewhere="{moment} (hora de {place})", midnight="medianoche", noon="las 12:00",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Who reads: their language, the zone of their clock, and whether that zone is known to be theirs."""

    language: str = "en"
    zone: str = "UTC"
    is_theirs: bool = True

    def local(self, at: datetime) -> datetime:
        """Returns an instant on this reader's clock; an unknown zone is read as UTC."""
        return at.astimezone(_zone(self.zone))


def day(at: datetime, reader: Reader, now: datetime) -> str:
    """Returns the day of an instant: "Thursday 26 November", with "today", "tomorrow" or the year where it helps."""
    speech = _speech(reader)
    local, today = reader.local(at).date(), reader.local(now).date()
    number = "1er" if speech is _SPEECH["fr"] and local.day == 1 else str(local.day)
    said = speech.day.format(weekday=speech.days[local.weekday()], day=number, month=speech.months[local.month - 1])
    if local.year != today.year:
        said = speech.year.format(date=said, year=local.year)
    if local == today:
        return speech.today.format(date=said)
    return speech.tomorrow.format(date=said) if local == today + _ONE_DAY else said


def by(at: datetime, reader: Reader, now: datetime) -> str:
    """Returns a due: "Thursday 26 November, by 5 pm your time". Midnight ends the day before it."""
    local = reader.local(at)
    last = at - timedelta(minutes=1) if (local.hour, local.minute) == (0, 0) else at
    said = _speech(reader).by.format(date=day(last, reader, now), time=time(at, reader))
    return _whose(said, reader)


def on(at: datetime, reader: Reader, now: datetime) -> str:
    """Returns when something happened: "Thursday 26 November, 5 pm"."""
    return _speech(reader).at.format(date=day(at, reader, now), time=time(at, reader))


def until(at: datetime, reader: Reader, now: datetime) -> str:
    """Returns a last moment as it follows a word for it: "(by) Thursday 26 November, 5 pm your time"."""
    return _whose(on(at, reader, now), reader)


def time(at: datetime, reader: Reader) -> str:
    """Returns the time of day: "5 pm", "17 Uhr", "17 h", "las 17:00"."""
    speech, local = _speech(reader), reader.local(at)
    if local.minute == 0 and local.hour in (0, 12):
        return speech.noon if local.hour else speech.midnight
    return _CLOCKS[_language(reader)](local.hour, local.minute)


def _english(hour: int, minute: int) -> str:
    minutes = f":{minute:02d}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{minutes} {'am' if hour < 12 else 'pm'}"


def _german(hour: int, minute: int) -> str:
    return f"{hour}:{minute:02d} Uhr" if minute else f"{hour} Uhr"


def _french(hour: int, minute: int) -> str:
    return f"{hour} h {minute:02d}" if minute else f"{hour} h"


def _spanish(hour: int, minute: int) -> str:
    return f"{'la' if hour == 1 else 'las'} {hour}:{minute:02d}"


_CLOCKS = {"en": _english, "de": _german, "fr": _french, "es": _spanish}


def _whose(said: str, reader: Reader) -> str:
    speech = _speech(reader)
    if reader.is_theirs:
        return speech.yours.format(moment=said)
    place = reader.zone.rpartition("/")[2].replace("_", " ")
    return speech.elsewhere.format(moment=said, place=place)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _language(reader: Reader) -> str:
    short = reader.language.partition("-")[0].lower()
    return short if short in _SPEECH else "en"


def _speech(reader: Reader) -> _Speech:
    return _SPEECH[_language(reader)]
