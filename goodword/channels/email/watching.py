"""Watching mailboxes by IDLE, so that mail is fetched as it arrives. It wakes the fetching, and fetches nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import connection, connections

from goodword.channels.email.fetching import account_of
from goodword.channels.email.imap import CannotFetch, Folder
from goodword.channels.email.models import Mailbox
from goodword.kit.errors import DeskError

LOOKS_FOR_CHANGES_EVERY = 15.0
WAITS_SECONDS = 240.0  # routers forget silent connections after five minutes
STOPS_WITHIN_SECONDS = 5.0
TRIES_AGAIN_AFTER = 60.0  # a wrong password must not be tried all the time
OPENS_AGAIN_AFTER = 2.0  # a connection that was good and broke
LOCK = 0x6D61696C

log = structlog.get_logger()

Watched = tuple[int, str, str, int, str, str, str]


def watch(stop: threading.Event, now: Callable[[], datetime]) -> None:
    """Keeps one thread per mailbox until `stop`; a changed mailbox gets a new one, a removed one none."""
    threads: dict[Watched, tuple[threading.Thread, threading.Event]] = {}
    try:
        while not stop.is_set():
            _keep_up(threads, now)
            stop.wait(LOOKS_FOR_CHANGES_EVERY)
    finally:
        connections.close_all()
        for _, ended in threads.values():
            ended.set()
        for thread, _ in threads.values():
            thread.join(STOPS_WITHIN_SECONDS)


def _keep_up(threads: dict[Watched, tuple[threading.Thread, threading.Event]], now: Callable[[], datetime]) -> None:
    wanted = _wanted()
    for known in [known for known in threads if known not in wanted or not threads[known][0].is_alive()]:
        threads.pop(known)[1].set()
    for mailbox in wanted - set(threads):
        ended = threading.Event()
        thread = threading.Thread(target=_watch_one, args=(mailbox[0], ended, now), name="idle", daemon=True)
        thread.start()
        threads[mailbox] = (thread, ended)


def _wanted() -> set[Watched]:
    fields = ("pk", "imap_host", "imap_user", "imap_port", "imap_security", "imap_secret", "imap_folder")
    return set(Mailbox.objects.filter(is_active=True).exclude(imap_host="").values_list(*fields))


def _watch_one(mailbox_id: int, ended: threading.Event, now: Callable[[], datetime]) -> None:
    try:
        while not ended.is_set():
            was_good = _is_watched_here(mailbox_id) and _wait_for_mail(mailbox_id, ended, now)
            ended.wait(OPENS_AGAIN_AFTER if was_good else TRIES_AGAIN_AFTER)
    except Exception:
        log.exception("mailbox.not_watched", mailbox=mailbox_id)
    finally:
        connections.close_all()


def _is_watched_here(mailbox_id: int) -> bool:
    """One worker of all watches a mailbox: the one whose database session holds this lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, mailbox_id])
        return bool(cursor.fetchone()[0])


def _wait_for_mail(mailbox_id: int, ended: threading.Event, now: Callable[[], datetime]) -> bool:
    """Waits until the connection ends; returns whether there was one on which the server could tell of mail."""
    try:
        folder = Folder(account_of(Mailbox.objects.get(pk=mailbox_id), now()))
    except (CannotFetch, DeskError):
        return False  # the sweep meets the same trouble and shows it
    has_waited = False
    try:
        has_mail = folder.can_wait  # what came before the waiting began is not told by it
        while folder.can_wait and not ended.is_set():
            if has_mail:
                Mailbox.objects.filter(pk=mailbox_id).update(wakes_at=now())
            has_mail, has_waited = folder.wait(WAITS_SECONDS, ended), True
    except CannotFetch as trouble:
        log.info("mailbox.watch_ended", mailbox=mailbox_id, why=trouble.words)
    finally:
        folder.close()
    return has_waited
