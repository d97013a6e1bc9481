"""Plays the stories in the order of time, and lets time itself do its part between their steps."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.db.models import Max

from goodword.cases import delivery
from goodword.cases.models import Delivery
from goodword.channels.email.models import Outgoing, OutgoingState
from goodword.demo.people import DEAD_DOMAIN
from goodword.demo.stage import Stage
from goodword.demo.waking import next_to_wake
from goodword.kit.work import load
from goodword.ledger import followers
from goodword.ledger.models import Entry
from goodword.wiring import FOLLOWS

Scene = Callable[[Stage], Iterator[datetime]]
Progress = Callable[[int, int], None]
Step = tuple[datetime, int, Iterator[datetime]]


def play(stage: Stage, scenes: Sequence[Scene], tell: Progress | None = None) -> None:
    """Plays all scenes to the stage's opening, in the caller's transaction; a step after that is an error."""
    opening = stage.almanac.opening
    waiting: list[Step] = []
    for number, scene in enumerate(scenes):
        _wait_for_next(waiting, number, scene(stage))
    with followers_by_hand():
        consequences = Consequences()
        while waiting:
            moment, number, story = heapq.heappop(waiting)
            if moment > opening:
                raise ValueError(f"A story goes on at {moment}, after the demo has begun.")
            _pass_until(moment, stage, consequences)
            _wait_for_next(waiting, number, story)
            consequences.follow(stage.now)
            if tell:
                tell(len(scenes) - len(waiting), len(scenes))
        _pass_until(opening, stage, consequences)


def _wait_for_next(waiting: list[Step], number: int, story: Iterator[datetime]) -> None:
    """Runs a story to its next moment, and puts it back in line unless it has ended."""
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, number, story))


@contextmanager
def followers_by_hand() -> Iterator[None]:
    """Within it lines of the ledger queue no jobs: the director lets their followers act at once, at their time."""
    followers.wire({})
    try:
        yield
    finally:
        followers.wire(FOLLOWS)


def _pass_until(moment: datetime, stage: Stage, consequences: Consequences) -> None:
    """Wakes whatever wakes until `moment`, each at its own time, and moves the stage there."""
    while woken := next_to_wake(moment):
        at, sweep = woken
        stage.now = max(at, stage.now)
        load(sweep)(stage.now)
        consequences.follow(stage.now)
    stage.now = moment


class Consequences:
    """What follows from the lines of the ledger, done at once instead of by the worker. Knows how far it has come."""

    def __init__(self, followed: int | None = None) -> None:
        last = Entry.objects.aggregate(last=Max("id"))["last"] or 0
        self._followed = last if followed is None else followed

    def follow(self, now: datetime) -> None:
        """Runs what follows from each new line, and sends what was written, until nothing more follows."""
        while lines := list(Entry.objects.filter(id__gt=self._followed).order_by("id")):
            for line in lines:
                for name in FOLLOWS.get(line.verb, ()):
                    load(name)(line, now)
            self._followed = lines[-1].pk
            _post(now)


def _post(now: datetime) -> None:
    """The post of the past: every mail has arrived, but for those to a place that does not exist."""
    for mail in Outgoing.objects.filter(state=OutgoingState.QUEUED).select_related("message").order_by("id"):
        mail.state, mail.sent_at, mail.wakes_at, mail.server_words = OutgoingState.SENT, now, None, "250 taken"
        mail.save(update_fields=["state", "sent_at", "wakes_at", "server_words"])
        if mail.message is None:
            continue
        delivery.mark(mail.message, Delivery.HANDED_OVER, now)
        dead = tuple(address for address in mail.recipients if address.endswith(f"@{DEAD_DOMAIN}"))
        if dead:
            delivery.bounced(mail.message, dead, now, f"550 5.1.2 {dead[0]}: there is no such domain")
