"""What people of ours sent from their own mail programs, out of the folder in which those keep it.

Only a mail of ours to the customer of a case is taken; of any other nothing is stored. What lies there already when
the folder is first opened is left alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from goodword.cases import elsewhere
from goodword.cases.models import Message
from goodword.channels.email import by_us, queries
from goodword.channels.email.imap import Account, Folder
from goodword.channels.email.inbound import inbound_of
from goodword.channels.email.lease import Passing
from goodword.channels.email.models import Mailbox
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail, read
from goodword.channels.email.receiving import SENT, Envelope
from goodword.channels.email.taking import take

MAILS_AT_ONCE = 200
LOOKS_BACK = timedelta(days=3)

log = structlog.get_logger()


def fetch_sent(mailbox: Mailbox, account: Account, time: Passing) -> int:
    """Takes what is new in the sent folder of a mailbox; returns how many mails became messages."""
    folder = Folder(replace(account, folder=mailbox.sent_folder))
    try:
        since = _numbering(mailbox, folder, time.now())
        ours, taken = queries.ours(), 0
        for uid in folder.uids_after(mailbox.sent_last_uid)[:MAILS_AT_ONCE]:
            taken += _take(folder, mailbox, uid, ours, since, time)
            _mark(mailbox, folder.uid_validity, uid)
    finally:
        folder.close()
    return taken


def _numbering(mailbox: Mailbox, folder: Folder, now: datetime) -> datetime | None:
    """At the first look nothing that lies there is new. Another numbering: the last days are looked at once more."""
    if mailbox.sent_uid_validity == folder.uid_validity:
        return None
    is_first = mailbox.sent_uid_validity is None
    end = folder.uid_next - 1 if folder.uid_next else max(folder.uids_after(0), default=0)
    _mark(mailbox, folder.uid_validity, end if is_first else 0)
    return now - LOOKS_BACK


def _mark(mailbox: Mailbox, validity: int, uid: int) -> None:
    mailbox.sent_uid_validity, mailbox.sent_last_uid = validity, uid
    Mailbox.objects.filter(pk=mailbox.pk).update(sent_uid_validity=validity, sent_last_uid=uid)


def _take(folder: Folder, mailbox: Mailbox, uid: int, ours: Ours, since: datetime | None, time: Passing) -> bool:
    raw = folder.fetch(uid)
    try:
        if raw is None or not _concerns(read(raw), mailbox, ours, since):
            return False
    except Exception:  # one mail must not hold up those behind it; nothing of it is stored, it lies where it lay
        log.exception("mail.sent_not_understood", mailbox=mailbox.pk, uid=uid)
        return False
    place = f"{SENT}:{mailbox.pk}:{folder.uid_validity}:{uid}"
    return take(raw, Envelope(SENT, place, mailbox.address), ours, time.now()).outcome == by_us.BY_US


def _concerns(mail: ReadMail, mailbox: Mailbox, ours: Ours, since: datetime | None) -> bool:
    """Says whether a mail belongs to a case and is new here: the desk's own mails are known by their Message-ID."""
    if since and mail.date and mail.date.timestamp() < since.timestamp():
        return False
    inbound = inbound_of(mail, ours, (), mailbox.address)
    known = Message.objects.filter(message_id=inbound.message_id, is_ours=True) if inbound.message_id else None
    return elsewhere.case_of(inbound) is not None and not (known and known.exists())
