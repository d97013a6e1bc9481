"""The language in which people ask: words, "exact words", -without, and conditions such as `owner:me due:<friday`.

Pure, bounded, and never at a loss: whatever is typed is read as something. What looks like a condition and is none is
kept as a fault, which the page tells, and as words, which are searched for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext

LONGEST, MOST_PARTS, MOST_WORDS = 200, 16, 8
PART = re.compile(r'(-?)(?:([^\W\d][\w.-]{0,40}):)?(?:"([^"]*)"?|([^\s"]+)|(?<=:)(?=\s|$))')
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"#?(\d{1,18})")
BOUND = re.compile(r"(<=|>=|<|>)?(.*)", re.DOTALL)
ANY_WORD = ("owner", "team", "customer", "category", "keeper", "inbox", "closed", "tag")
CHOICES: dict[str, tuple[str, ...]] = {
    "is": ("open", "waiting", "checking", "closed", "alive", "unowned", "mine", "snoozed", "awaiting", "spam"),
    "promise": ("owed", "none", "risk", "soon", "late", "delivered", "broken", "kept"),
    "verdict": ("pending", "kept", "renegotiated", "broken"),
    "priority": ("low", "normal", "high", "urgent"),
}
DATES = ("due", "created", "updated")
FIELDS = (*CHOICES, *DATES, *ANY_WORD)
OWN = "field."  # and the key of a field that this desk has defined
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_DAYS = tuple(name[:3] for name in DAYS)
NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
SPAN = re.compile(r"(\d{1,3})([dwm])")
LENGTHS = {"d": 1, "w": 7, "m": 30}
_FOLDED = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžøłđħıŧ",
    "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzoldhit",
)


@dataclass(frozen=True)
class Condition:
    """One `field:value`; `bound` is one of < <= > >= or nothing, `negated` when a minus stood before it."""

    field: str
    value: str
    bound: str = ""
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """What was asked: words (all of them must fit), exact phrases, what must not stand there, and conditions."""

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    faults: tuple[str, ...] = ()
    number: int = 0

    @property
    def has_words(self) -> bool:
        """Says whether there is anything to look up in texts."""
        return bool(self.words or self.phrases)

    @property
    def is_empty(self) -> bool:
        """Says whether nothing was asked."""
        return not (self.has_words or self.conditions or self.number)

    def asks(self, name: str) -> list[Condition]:
        """Returns the conditions on one field."""
        return [condition for condition in self.conditions if condition.field == name]


@dataclass
class _Reading:
    words: list[str] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def fold(text: str) -> str:
    """Returns a text as it is compared: in small letters without accents."""
    return text.lower().translate(_FOLDED)


def words_of(text: str) -> list[str]:
    """Returns the words of a text as the index keeps them."""
    return WORD.findall(fold(text))


def read(text: str) -> Query:
    """Reads what somebody typed. Never raises; looks at the first 200 signs and 16 parts."""
    text = " ".join(text.replace("\x00", " ").split())[:LONGEST]
    found = _Reading()
    for part in list(PART.finditer(text))[:MOST_PARTS]:
        minus, name, quoted, plain = part.groups()
        if name and _is_condition(found, name.lower(), (quoted if plain is None else plain) or "", minus):
            continue
        _take_words(found, f"{name}:{plain or ''}" if name else plain or "", quoted, minus)
    number = NUMBER.fullmatch(text)
    return Query(
        text, tuple(found.words[:MOST_WORDS]), tuple(found.phrases[:4]), tuple(found.without[:MOST_WORDS]),
        tuple(found.conditions), tuple(found.faults), int(number.group(1)) if number else 0,
    )  # fmt: skip


def _take_words(found: _Reading, plain: str, quoted: str | None, minus: str) -> None:
    words = words_of(plain if quoted is None else f"{plain} {quoted}")
    if minus:
        found.without += words
    elif quoted is not None and len(words) > 1:
        found.phrases.append(tuple(words[:MOST_WORDS]))
    else:
        found.words += words


def _is_condition(found: _Reading, name: str, value: str, minus: str) -> bool:
    """Takes `name:value` as a condition; says False, perhaps with a fault, for what is none."""
    if name not in FIELDS and not name.startswith(OWN):
        return False
    bound, value = BOUND.fullmatch(value).groups() if name in DATES else ("", value)  # type: ignore[union-attr]
    value = value.strip().lower()
    fault = fault_of(name, value)
    if fault:
        found.faults.append(fault)
        return True
    found.conditions.append(Condition(name, value, bound or "", bool(minus)))
    return True


def fault_of(name: str, value: str) -> str:
    """Says what is wrong with a condition, or nothing."""
    if not value:
        return gettext("“%(name)s:” needs something after it.") % {"name": name}
    if name in CHOICES and value not in CHOICES[name]:
        return gettext("“%(name)s:” takes %(choices)s.") % {"name": name, "choices": ", ".join(CHOICES[name])}
    if name in DATES and value != "none" and day_of(value, date(2026, 1, 1)) is None:
        return gettext("“%(name)s:” takes a day, such as today, friday, 2026-11-27, 3d or 2w.") % {"name": name}
    return ""


def day_of(value: str, today: date, *, back: bool = False) -> date | None:
    """Returns the day that a word means, or None: `friday` is the next one (or the last one, looking back), `3d` is in
    three days (or three days ago).
    """
    if value in NEAR:
        return today + timedelta(days=NEAR[value])
    if value[:3] in SHORT_DAYS and value in (*DAYS, *SHORT_DAYS):
        ahead = (SHORT_DAYS.index(value[:3]) - today.weekday()) % 7
        return today + timedelta(days=ahead - 7 if back and ahead else ahead)
    span = SPAN.fullmatch(value)
    if span:
        days = int(span.group(1)) * LENGTHS[span.group(2)]
        return today + timedelta(days=-days if back else days)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if 1970 <= day.year <= 9000 else None
