"""Moments as people say them. Pure: the moment, the present and the zone are arguments."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def in_words(at: datetime, now: datetime, zone: str, *, is_day: bool = False) -> str:
    """Returns a moment relative to now: "in 20 min", "yesterday 14:05", "12 Mar"; a day without its hour."""
    away = at - now
    if is_day:
        return _day(at, now, zone)
    if abs(away) < timedelta(minutes=1):
        return "now" if away >= timedelta(0) else "just now"
    if abs(away) < 12 * HOUR:
        return _close(away)
    there = at.astimezone(ZoneInfo(zone))
    if away < -7 * DAY or away > 60 * DAY:
        return _day(at, now, zone)
    return f"{_day(at, now, zone)} {there:%H:%M}"


def _close(away: timedelta) -> str:
    minutes = int(abs(away).total_seconds() // 60)
    amount = f"{minutes} min" if minutes < 100 else f"{round(minutes / 60)} h"
    return f"in {amount}" if away > timedelta(0) else f"{amount} ago"


def _day(at: datetime, now: datetime, zone: str) -> str:
    there, here = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    days = (there.date() - here.date()).days
    if days in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[days]
    if -7 < days < 7:
        return f"{there:%a}"
    return f"{there.day} {there:%b}" if there.year == here.year else f"{there.day} {there:%b %Y}"


def exactly(at: datetime, zone: str, *, is_day: bool = False) -> str:
    """Returns a moment in full: "Thursday 26 November 2026, 15:00 (Europe/London)"."""
    there = at.astimezone(ZoneInfo(zone))
    hour = "by the end of the day" if is_day else f"{there:%H:%M}"
    return f"{there:%A} {there.day} {there:%B %Y}, {hour} ({zone.replace('_', ' ')})"


def in_both_zones(at: datetime, theirs: str, mine: str, *, is_day: bool = False) -> str:
    """Returns a moment in full in the customer's zone, and in the reader's when the clocks there differ."""
    words = exactly(at, theirs or mine, is_day=is_day)
    if not theirs or at.astimezone(ZoneInfo(theirs)).utcoffset() == at.astimezone(ZoneInfo(mine)).utcoffset():
        return words
    return f"{words}; for you {at.astimezone(ZoneInfo(mine)):%A %H:%M}"
