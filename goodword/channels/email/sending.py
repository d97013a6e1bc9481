"""Handing queued mail to its servers: claimed with a lease, `handing` committed before the data, never twice.

A worker that dies before `handing` has sent nothing, and another takes over when the lease ends. One that
dies after it leaves a doubt for a person: the server may have the mail.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction

from goodword.channels.email import fates
from goodword.channels.email.keys import reveal
from goodword.channels.email.lease import LASTS, Passing, kept_alive
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState
from goodword.channels.email.permissions import token_for
from goodword.channels.email.smtp import CannotDeliver, Doubt, Line, Offered, Server, server_of
from goodword.kit import files
from goodword.kit.errors import DeskError
from goodword.kit.sweep import Swept

BATCH = 50
BATCH_LASTS = timedelta(seconds=30)
NO_SERVER = "no outgoing server set up"

log = structlog.get_logger()


def send_due(now: datetime) -> Swept:
    """Sends everything whose moment has come, by server; a server that is down costs its own mail one attempt."""
    time = Passing(now)
    handled = fates.doubt_the_abandoned(now)
    while rows := _claim(time.now()):
        handled += len(rows)
        with kept_alive(partial(_renew, rows[0].lease, time)):
            for mailbox, mails in _by_mailbox(rows):
                _send_all(mailbox, mails, time)
        if len(rows) < BATCH:
            break
    return Swept(handled, 0)


def _claim(now: datetime) -> list[Outgoing]:
    lease = uuid.uuid4()
    states = [OutgoingState.QUEUED, OutgoingState.CLAIMED]
    with transaction.atomic():
        due = Outgoing.objects.filter(wakes_at__lte=now, state__in=states).order_by("wakes_at")
        found = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH])
        if not found:
            return []
        Outgoing.objects.filter(pk__in=found).update(state=OutgoingState.CLAIMED, lease=lease, wakes_at=now + LASTS)
    return list(Outgoing.objects.filter(lease=lease, pk__in=found).select_related("mailbox", "message").order_by("id"))


def _renew(lease: uuid.UUID | None, time: Passing) -> None:
    held = [OutgoingState.CLAIMED, OutgoingState.HANDING]
    Outgoing.objects.filter(lease=lease, state__in=held).update(wakes_at=time.now() + LASTS)


def _by_mailbox(rows: list[Outgoing]) -> Iterable[tuple[Mailbox | None, list[Outgoing]]]:
    groups: dict[int | None, list[Outgoing]] = {}
    for row in rows:
        groups.setdefault(row.mailbox_id, []).append(row)
    return [(mails[0].mailbox, mails) for mails in groups.values()]


def server_for(mailbox: Mailbox | None, now: datetime) -> Server | None:
    """Returns the outgoing server of a mailbox, else the desk's (GOODWORD_SMTP_URL), or None.

    Raises Conflict when the stored password or the permission is of no use.
    """
    if mailbox and mailbox.smtp_host:
        if token := token_for(mailbox, now):
            user = mailbox.smtp_user or mailbox.address
            return Server(mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security, user, token=token)
        password = reveal(mailbox.smtp_secret)
        return Server(mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security, mailbox.smtp_user, password)
    return server_of(settings.SMTP_URL)


def _send_all(mailbox: Mailbox | None, mails: list[Outgoing], time: Passing) -> None:
    line: Line | None = None
    try:
        server = server_for(mailbox, time.now())
        if server is None:
            for mail in mails:
                fates.waits(mail, NO_SERVER, time.now())
            return
        deadline = time.now() + BATCH_LASTS
        for number, mail in enumerate(mails):
            if time.now() > deadline:  # a slow server must not hold up the others: the rest is due again at once
                fates.release(mails[number:], time.now())
                return
            line = line or Line(server)
            if not _send(mail, line, time) or not line.forget():
                line.close()
                line = None
        fates.server_works(mailbox)
    except (CannotDeliver, DeskError) as trouble:
        words = trouble.words
        fates.server_troubles(mailbox, words)
        still_held = Outgoing.objects.filter(pk__in=[mail.pk for mail in mails], state=OutgoingState.CLAIMED)
        for mail in still_held.filter(lease=mails[0].lease).select_related("message"):
            fates.tried_in_vain(mail, words, time.now())
    finally:
        if line:
            line.close()


def _send(mail: Outgoing, line: Line, time: Passing) -> bool:
    """Sends one mail; returns whether the line is still good."""
    left = [address for address in mail.recipients if address not in mail.done]
    unreachable = [address for address in left if address.endswith(".invalid") or "@" not in address]
    if not left or unreachable:
        fates.refused_for_good(mail, "there is no address to send it to", time.now(), tuple(unreachable))
        return True
    try:
        content = files.fetch(mail.key)
        offered = line.offer(mail.sender, left, len(content))
        if not offered.accepted:
            fates.all_refused(mail, offered, time.now())
            return True
        return _hand_over(mail, content, offered, line, time)
    except CannotDeliver as failure:
        if failure.permanent:
            fates.refused_for_good(mail, failure.words, time.now())
        else:
            fates.tried_in_vain(mail, failure.words, time.now())
    except FileNotFoundError:
        fates.refused_for_good(mail, "its stored text is gone from the disk", time.now())
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("mail.failed_by_itself", mail=mail.mail_id)
        fates.failed_by_itself(mail, error, time.now())
    return False


def _hand_over(mail: Outgoing, content: bytes, offered: Offered, line: Line, time: Passing) -> bool:
    if not fates.begin_handing(mail, time.now()):
        return True  # another worker has taken over in the meantime
    try:
        answer = line.hand_over(content)
    except CannotDeliver as failure:
        fates.until_written(fates.tried_in_vain, mail, failure.words, time.now)
        return False
    except Doubt as doubt:
        log.warning("mail.doubtful", mail=mail.mail_id, why=str(doubt))
        fates.until_written(fates.doubtful, mail, str(doubt), time.now)
        return False
    if answer.taken:
        fates.until_written(fates.taken, mail, (offered, answer), time.now)
    elif answer.permanent:
        fates.until_written(fates.refused_for_good, mail, answer.words, time.now)
    else:
        fates.until_written(fates.tried_in_vain, mail, answer.words, time.now)
    return True
