"""Fetching from IMAP mailboxes: what lies above the last UID, each mail stored before the mark moves on."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import structlog
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Least

from goodword.channels.email import queries
from goodword.channels.email.imap import Account, CannotFetch, Folder
from goodword.channels.email.keys import reveal
from goodword.channels.email.lease import LASTS, Passing, kept_alive
from goodword.channels.email.models import Arrival, Mailbox
from goodword.channels.email.permissions import token_for
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.sent import fetch_sent
from goodword.channels.email.taking import take
from goodword.kit.errors import DeskError
from goodword.kit.sweep import Swept

DOOR = "imap"
POLLED_EVERY = timedelta(minutes=1)
MAILS_AT_ONCE = 200
MARKS_EVERY = 20

log = structlog.get_logger()


def fetch_due(now: datetime) -> Swept:
    """Fetches every mailbox whose moment has come and that no other worker holds."""
    time, fetched, troubled = Passing(now), 0, 0
    while mailbox := _claim(time.now()):
        try:
            with kept_alive(partial(_renew, mailbox, time)):
                fetched += _fetch(mailbox, time)
        except (CannotFetch, DeskError) as trouble:
            troubled += 1
            _finish(mailbox, time.now(), time.now() + POLLED_EVERY, trouble.words)
        except Exception as error:
            troubled += 1
            log.exception("mailbox.failed", mailbox=mailbox.address)
            words = f"The mail could not be stored: {type(error).__name__}."
            _finish(mailbox, time.now(), time.now() + POLLED_EVERY, words)
    return Swept(fetched, troubled)


def account_of(mailbox: Mailbox, now: datetime) -> Account:
    """Returns where a mailbox is fetched; raises Conflict when its password or its permission is of no use."""
    token = token_for(mailbox, now)
    return Account(
        mailbox.imap_host, mailbox.imap_port, mailbox.imap_security, mailbox.imap_user or mailbox.address,
        "" if token else reveal(mailbox.imap_secret), mailbox.imap_folder, token,
    )  # fmt: skip


def _claim(now: datetime) -> Mailbox | None:
    """Takes the mailbox that has waited longest; its lease keeps other workers away."""
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    with transaction.atomic():
        due = Mailbox.objects.filter(free, wakes_at__lte=now, is_active=True).exclude(imap_host="")
        mailbox = due.order_by("wakes_at").select_for_update(skip_locked=True).first()
        if mailbox:
            _hold(mailbox, now)
    return mailbox


def _hold(mailbox: Mailbox, now: datetime) -> None:
    Mailbox.objects.filter(pk=mailbox.pk).update(lease_until=now + LASTS, wakes_at=now + POLLED_EVERY)


def _renew(mailbox: Mailbox, time: Passing) -> None:
    _hold(mailbox, time.now())


def _fetch(mailbox: Mailbox, time: Passing) -> int:
    account = account_of(mailbox, time.now())
    folder = Folder(account)
    try:
        if folder.uid_validity != mailbox.uid_validity:
            # Another numbering: everything is looked at anew, and what is here already is known by its content.
            mailbox.uid_validity, mailbox.last_uid = folder.uid_validity, 0
            Mailbox.objects.filter(pk=mailbox.pk).update(uid_validity=folder.uid_validity, last_uid=0)
        new = folder.uids_after(mailbox.last_uid)
        _take_all(folder, mailbox, new[:MAILS_AT_ONCE], time)
    finally:
        folder.close()
    sent = fetch_sent(mailbox, account, time) if mailbox.sent_folder else 0
    more_waits = len(new) > MAILS_AT_ONCE
    _finish(mailbox, time.now(), time.now() if more_waits else time.now() + POLLED_EVERY, "")
    return len(new) + sent


def _take_all(folder: Folder, mailbox: Mailbox, uids: list[int], time: Passing) -> None:
    ours = queries.ours()
    places = {f"{DOOR}:{mailbox.pk}:{folder.uid_validity}:{uid}": uid for uid in uids}
    known = set(Arrival.objects.filter(place__in=places).values_list("place", flat=True))
    for number, (place, uid) in enumerate(places.items(), start=1):
        raw = None if place in known else folder.fetch(uid)
        if raw is not None:
            take(raw, Envelope(DOOR, place, mailbox.address), ours, time.now())
        if number % MARKS_EVERY == 0 or uid == uids[-1]:
            _mark(mailbox, uid)


def _mark(mailbox: Mailbox, uid: int) -> None:
    same = Mailbox.objects.filter(pk=mailbox.pk, uid_validity=mailbox.uid_validity, last_uid__lt=uid)
    same.update(last_uid=uid)


def _finish(mailbox: Mailbox, now: datetime, again: datetime, trouble: str) -> None:
    soonest = Least(F("wakes_at"), Value(again))  # the watching may have woken it in the meantime
    Mailbox.objects.filter(pk=mailbox.pk).update(
        lease_until=None, wakes_at=soonest, last_checked_at=now, trouble=trouble[:500]
    )
