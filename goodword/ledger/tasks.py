"""The job that runs one follower for one line of the ledger."""

from __future__ import annotations

from goodword.kit import clock
from goodword.kit.queue import task
from goodword.ledger import followers
from goodword.ledger.models import Entry


@task(followers.JOB)
def follow(follower: str, entry: int) -> None:
    """Runs one follower; each is its own retry and harmless when repeated."""
    clock.refresh()
    function = followers.load(follower)
    if callable(function):
        function(Entry.objects.get(pk=entry), clock.now())
