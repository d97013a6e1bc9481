"""What became of a mail on its way out: each fate is written with what it means for the message, in one transaction."""

from __future__ import annotations

import re
import time as wall
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction

from goodword.asks import replies
from goodword.cases import delivery
from goodword.cases.models import Delivery
from goodword.channels.email.lease import LASTS
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState
from goodword.channels.email.smtp import Answer, Offered

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 20, 40, 60))
GIVES_UP_AFTER = timedelta(hours=48)
LOOKS_FOR_A_SERVER_EVERY = timedelta(minutes=5)
WRITES_FOR_SECONDS = 60.0
DIED = "the desk was stopped while the mail server was taking it"
_ENHANCED = re.compile(r"^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b")
_ADDRESS_CODES = (550, 551, 553)

log = structlog.get_logger()


def doubt_the_abandoned(now: datetime) -> int:
    """Turns mails whose worker died while the server was taking them into doubts; returns how many."""
    with transaction.atomic():
        left = Outgoing.objects.filter(state=OutgoingState.HANDING, wakes_at__lte=now).select_related("message")
        rows = list(left.select_for_update(skip_locked=True, of=("self",)))
        for row in rows:
            doubtful(row, DIED, now)
    return len(rows)


def failed_by_itself(mail: Outgoing, error: Exception, now: datetime) -> None:
    """The desk itself failed over a mail: it must not stop those behind it. After `handing` that is a doubt."""
    words = f"the desk failed: {type(error).__name__}"
    if Outgoing.objects.filter(pk=mail.pk, lease=mail.lease, state=OutgoingState.HANDING).exists():
        doubtful(mail, words, now)
    else:
        tried_in_vain(mail, words, now)


def begin_handing(mail: Outgoing, now: datetime) -> bool:
    """Commits that the server is about to get the data; False when the lease was lost."""
    with transaction.atomic(durable=True):
        mine = Outgoing.objects.filter(pk=mail.pk, lease=mail.lease, state=OutgoingState.CLAIMED)
        return bool(mine.update(state=OutgoingState.HANDING, wakes_at=now + LASTS))


def waits(mail: Outgoing, words: str, now: datetime) -> None:
    """Puts a mail back that cannot even be tried; it says why, and waits as long as it takes."""
    with transaction.atomic():
        _put_back(mail, now + LOOKS_FOR_A_SERVER_EVERY, words)
        if mail.message:
            delivery.waits(mail.message, now, words)


def release(mails: Iterable[Outgoing], now: datetime) -> None:
    """Gives claimed mails back untried."""
    for mail in mails:
        _put_back(mail, now, mail.server_words)


def tried_in_vain(mail: Outgoing, words: str, now: datetime) -> None:
    """Plans the next attempt; after two days it is refused for good."""
    if now - mail.queued_at >= GIVES_UP_AFTER:
        refused_for_good(mail, f"given up after two days; the last answer was: {words}", now)
        return
    with transaction.atomic():
        pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
        if _put_back(mail, now + pause, words, attempts=mail.attempts + 1):
            _delayed(mail, words, now)


def refused_for_good(mail: Outgoing, words: str, now: datetime, addresses: Collection[str] = ()) -> None:
    """Ends the way of a mail; its message says so at once. `addresses` are those that do not exist."""
    with transaction.atomic():
        if not _end(mail, OutgoingState.FAILED, words):
            return
        if mail.message:
            delivery.mark(mail.message, Delivery.FAILED, now, words)
            delivery.addresses_fail(addresses, now)
        _tell_ask(mail, words, now)


def doubtful(mail: Outgoing, words: str, now: datetime) -> None:
    """Leaves the decision to a person. The lease stays: should its worker live after all, its word counts."""
    with transaction.atomic():
        if not _end(mail, OutgoingState.DOUBTFUL, words):
            return
        if mail.message:
            delivery.mark(mail.message, Delivery.DOUBTFUL, now, words)
        _tell_ask(mail, f"perhaps not sent: {words}", now)


def _tell_ask(mail: Outgoing, words: str, now: datetime) -> None:
    """The letter of an ask did not go out: whoever asked hears of it."""
    if mail.ask:
        replies.not_delivered(mail.ask, ", ".join(mail.recipients)[:200], words, now)


def all_refused(mail: Outgoing, offered: Offered, now: datetime) -> None:
    """No recipient was accepted: those refused for a while are tried again, the others never."""
    words = "; ".join(f"{one}: {said.words}" for one, said in offered.refused.items())[:450]
    for_good = {one: said for one, said in offered.refused.items() if said.permanent}
    if len(for_good) == len(offered.refused):
        if mail.done:
            _refused_for_some(mail, for_good, now)
        else:
            refused_for_good(mail, words, now, _bad_addresses(for_good))
        return
    with transaction.atomic():
        _give_up_on(mail, for_good, now)
        tried_in_vain(mail, words, now)


def taken(mail: Outgoing, said: tuple[Offered, Answer], now: datetime) -> None:
    """The server has the mail for those whom it accepted; what it refused is told, or tried again."""
    offered, answer = said
    for_good = {one: said for one, said in offered.refused.items() if said.permanent}
    again = [one for one in offered.refused if one not in for_good]
    done = [*mail.done, *offered.accepted]
    with transaction.atomic():
        mine = Outgoing.objects.filter(pk=mail.pk, lease=mail.lease)
        if again:
            pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
            written = mine.update(
                state=OutgoingState.QUEUED, lease=None, wakes_at=now + pause, done=done, attempts=mail.attempts + 1
            )
        else:
            written = mine.update(
                state=OutgoingState.SENT, lease=None, wakes_at=None, done=done, sent_at=now, server_words=answer.words
            )
        if not written:
            log.error("mail.taken_but_decided_otherwise", mail=mail.mail_id)
        elif mail.message:
            main = delivery.main_addresses(mail.message)
            if main & set(done):
                delivery.mark(mail.message, Delivery.HANDED_OVER, now, answer.words)
            else:
                _delayed(mail, "; ".join(offered.refused[one].words for one in again), now)
            _give_up_on(mail, for_good, now)


def _give_up_on(mail: Outgoing, refused: dict[str, Answer], now: datetime) -> None:
    if not refused:
        return
    left = [address for address in mail.recipients if address not in refused]
    Outgoing.objects.filter(pk=mail.pk).update(recipients=left)
    mail.recipients = left
    _refused_for_some(mail, refused, now)


def _refused_for_some(mail: Outgoing, refused: dict[str, Answer], now: datetime) -> None:
    words = "; ".join(f"{one}: {said.words}" for one, said in refused.items())[:450]
    with transaction.atomic():
        if set(mail.recipients) <= {*mail.done, *refused}:
            _end(mail, OutgoingState.SENT, words)
        if mail.message:
            delivery.refused_for(mail.message, tuple(refused), now, words)
            delivery.addresses_fail(_bad_addresses(refused), now)


def _delayed(mail: Outgoing, words: str, now: datetime) -> None:
    if mail.message and not delivery.mark(mail.message, Delivery.DELAYED, now, words):
        delivery.waits(mail.message, now, words)


def _put_back(mail: Outgoing, at: datetime, words: str, **more: int) -> int:
    mine = Outgoing.objects.filter(pk=mail.pk, lease=mail.lease)
    return mine.update(state=OutgoingState.QUEUED, lease=None, wakes_at=at, server_words=words[:500], **more)


def _end(mail: Outgoing, state: OutgoingState, words: str) -> int:
    mine = Outgoing.objects.filter(pk=mail.pk, lease=mail.lease)
    return mine.update(state=state, wakes_at=None, server_words=words[:500])


def _bad_addresses(refused: dict[str, Answer]) -> list[str]:
    """The addresses that do not exist, by the server's words: 5.1.x and 5.2.1 (RFC 3463), or a bare 550, 551, 553."""
    return [one for one, said in refused.items() if _says_no_such_address(said)]


def _says_no_such_address(said: Answer) -> bool:
    enhanced = _ENHANCED.match(said.words)
    if enhanced:
        return enhanced.group(1).startswith("5.1.") or enhanced.group(1) == "5.2.1"
    return said.code in _ADDRESS_CODES


def server_works(mailbox: Mailbox | None) -> None:
    """Clears what was wrong with a mailbox's outgoing server."""
    if mailbox and mailbox.sending_trouble:
        Mailbox.objects.filter(pk=mailbox.pk).update(sending_trouble="")


def server_troubles(mailbox: Mailbox | None, words: str) -> None:
    """Notes what is wrong with a mailbox's outgoing server, for the settings page."""
    if mailbox and mailbox.sending_trouble != words:
        Mailbox.objects.filter(pk=mailbox.pk).update(sending_trouble=words[:500])


def until_written(write: Callable[..., None], mail: Outgoing, what: object, now: Callable[[], datetime]) -> None:
    """Writes what the server has said; a database that restarts is waited for, since only we know the answer."""
    patience = wall.monotonic() + WRITES_FOR_SECONDS
    while True:
        try:
            write(mail, what, now())
            return
        except (OperationalError, InterfaceError):
            if wall.monotonic() > patience or connection.in_atomic_block:
                raise
            connection.close()
            wall.sleep(0.5)
