"""What a field of a request may hold: bounded, and without what a database cannot keep."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

LARGEST = 2**63 - 1
FIRST_YEAR, LAST_YEAR = 2000, 2100
NO_NUL = r"^[^\x00]*$"
SAID = r"^[^\x00]*[^\s\x00][^\x00]*$"  # something is said


def _within(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"a moment between {FIRST_YEAR} and {LAST_YEAR}")
    return moment.astimezone(UTC)


def _day_within(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"a day between {FIRST_YEAR} and {LAST_YEAR}")
    return day


Number = Annotated[int, Field(ge=1, le=LARGEST)]
PageSize = Annotated[int, Field(ge=1, le=100)]
Moment = Annotated[AwareDatetime, AfterValidator(_within)]
Day = Annotated[date, AfterValidator(_day_within)]
Line = Annotated[str, StringConstraints(max_length=250, pattern=NO_NUL)]
Words = Annotated[str, StringConstraints(max_length=500, pattern=SAID)]
MaybeWords = Annotated[str, StringConstraints(max_length=500, pattern=NO_NUL)]
Promised = Annotated[str, StringConstraints(max_length=1000, pattern=SAID)]
Text = Annotated[str, StringConstraints(max_length=100_000, pattern=SAID)]
NoteText = Annotated[str, StringConstraints(max_length=20_000, pattern=SAID)]
MaybeText = Annotated[str, StringConstraints(max_length=100_000, pattern=NO_NUL)]
Address = Annotated[str, StringConstraints(min_length=3, max_length=320, pattern=NO_NUL)]
Slug = Annotated[str, StringConstraints(max_length=30, pattern=r"^[a-z0-9_-]+$")]
