"""The one place that reads the time: doors and tasks call `now()` and hand the instant down as an argument."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from goodword.kit.models import ClockShift

_NO_SHIFT = timedelta(0)


class _Held:
    """What this process knows of the shift; `movable` is None until it has looked once."""

    movable: bool | None = None
    shift: timedelta = _NO_SHIFT


def now() -> datetime:
    """Returns this instant in UTC by the desk's clock (the real one, except on demo and test desks)."""
    if _Held.movable is None:
        refresh()
    return datetime.now(UTC) + _Held.shift


def shift() -> timedelta:
    """Returns how far the desk's clock runs ahead of the real one."""
    return _Held.shift


def refresh() -> None:
    """Reads the shift again. One query on demo desks; none on real ones after the first look."""
    if _Held.movable is False:
        return
    row = ClockShift.objects.first()
    _Held.movable = row is not None
    _Held.shift = row.shift if row else _NO_SHIFT


def forget() -> None:
    """Makes the process look again at the next call (tests, and after a demo desk has been built)."""
    _Held.movable = None
    _Held.shift = _NO_SHIFT


def is_movable() -> bool:
    """Says whether this is a demo or test desk, whose clock may be moved."""
    if _Held.movable is None:
        refresh()
    return bool(_Held.movable)


def move_to(at: datetime) -> datetime:
    """Moves the clock of a demo desk forward to `at`; raises ValueError on a real desk or backwards."""
    refresh()
    if not is_movable():
        raise ValueError("The clock of a real desk cannot be moved.")
    if at < now():
        raise ValueError("The clock only moves forward.")
    shifted = at - datetime.now(UTC)
    ClockShift.objects.filter(singleton=True).update(shift=shifted)
    _Held.shift = shifted
    return at


def make_movable(at: datetime | None = None) -> None:
    """Marks this desk's clock as movable (only for an empty desk that becomes a demo), starting at `at`."""
    shifted = at - datetime.now(UTC) if at else _NO_SHIFT
    ClockShift.objects.update_or_create(singleton=True, defaults={"shift": shifted})
    _Held.movable = True
    _Held.shift = shifted
