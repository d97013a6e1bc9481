"""When mail goes in circles: what came from an address against what the desk wrote to it by itself. Pure.

A circle has two sides: the desk is in one when within a stretch of time it has both heard from an address and written
to it by itself so often. Within minutes only what came right after a mail of the desk itself counts, since a person
may well write twice. A storm needs only one side: no person writes thirty mails in ten minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
LONGEST = timedelta(days=1)
AT_ONCE = 2 * MINUTE  # a robot answers so soon, also where mail is fetched every minute
ANSWERED_AT_ONCE = (10 * MINUTE, 2)  # answers at once to what one mailbox of ours wrote by itself
# How long a stretch is, and how many mails each way within it make a circle.
BETWEEN_TWO = ((60 * MINUTE, 4), (LONGEST, 10))  # one mailbox of ours and an address
WITH_ALL = ((10 * MINUTE, 4), (60 * MINUTE, 8), (LONGEST, 20))  # all mailboxes of ours and an address
STORM = ((10 * MINUTE, 30), (60 * MINUTE, 100))  # mails from an address, whatever we wrote
BY_ITSELF = ((60 * MINUTE, 40),)  # mails of the desk itself, whatever came
FEWEST = ANSWERED_AT_ONCE[1]
MOST = max(most for _, most in (*WITH_ALL, *STORM, *BY_ITSELF))


@dataclass(frozen=True)
class Passed:
    """One mail between an address and a mailbox of ours, and when."""

    at: datetime
    mailbox: str


@dataclass(frozen=True)
class Stop:
    """What is to be stopped: automatic mail from `mailbox` (empty: from all of ours), and why, in words."""

    mailbox: str
    words: str


def stop_for(
    address: str, mailbox: str, came: Sequence[Passed], went: Sequence[Passed], now: datetime
) -> Stop | None:  # fmt: skip
    """Says whether automatic mail to an address must stop. `came` and `went` are the newest, at most MOST of each.

    What lies in the future (a clock was set back) counts as having just passed.
    """
    at_once = [one for one in came if any(one.at - AT_ONCE <= ours.at <= one.at for ours in went)]
    for heard, (lasts, most) in ((at_once, ANSWERED_AT_ONCE), *((came, stretch) for stretch in BETWEEN_TWO)):
        told, written = _within(heard, now - lasts, mailbox), _within(went, now - lasts, mailbox)
        if min(told, written) >= most:
            return Stop(mailbox, _circle(address, mailbox, told, written, lasts))
    for lasts, most in WITH_ALL:
        told, written = _within(came, now - lasts), _within(went, now - lasts)
        if min(told, written) >= most:
            return Stop("", _circle(address, "all mailboxes", told, written, lasts))
    for lasts, most in STORM:
        if (told := _within(came, now - lasts)) >= most:
            return Stop("", f"{address} sent {told} mails or more within {_span(lasts)}.")
    for lasts, most in BY_ITSELF:
        if (written := _within(went, now - lasts)) >= most:
            return Stop("", f"The desk itself wrote {written} mails to {address} within {_span(lasts)}.")
    return None


def _within(passed: Sequence[Passed], since: datetime, mailbox: str | None = None) -> int:
    return sum(1 for one in passed if one.at > since and mailbox in (None, one.mailbox))


def _circle(address: str, mailbox: str, came: int, went: int, lasts: timedelta) -> str:
    return (
        f"Mail goes in circles between {address} and {mailbox or 'the desk'}: within {_span(lasts)}, {came} came "
        f"and the desk answered {went} by itself."
    )


def _span(lasts: timedelta) -> str:
    minutes = int(lasts / MINUTE)
    return {60: "an hour", 24 * 60: "a day"}.get(minutes, f"{minutes} minutes")
