"""What a customer does on the page of their case. Each is one transaction; a repeated click changes nothing more.

Whoever holds the link speaks for the customer. Two clicks at once wait for each other at the link's row, which is
locked first, so that promises and cases are then locked in the order in which everybody else does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Case, Channel, Message, Status
from goodword.cases.queries import family, root
from goodword.closing import checks, queries
from goodword.closing.actions import customer_is_done
from goodword.closing.answers import is_only_thanks
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.kit.links import use
from goodword.people.queries import identities_of
from goodword.promises import actions as promises
from goodword.promises import links, wishes
from goodword.promises.models import Promise
from goodword.promises.models import Status as PromiseStatus

LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class Words:
    """What a customer writes on the page; `key` names the form that was sent, so that it counts once."""

    text: str
    key: str
    files: tuple[InboundFile, ...] = ()


@contextmanager
def _visit(token: str, at: datetime) -> Iterator[Case]:
    """Opens the link, counts its use, and holds it while the customer's word is recorded."""
    link = links.open_link(token, at)
    use(link, at)
    with transaction.atomic():
        links.held(link, at)
        yield Case.objects.select_related("customer", "identity").get(pk=root(link.case).pk)


def got_it(token: str, promise: int, at: datetime) -> None:
    """It has arrived: the promise is confirmed by the customer's word."""
    with _visit(token, at) as case:
        row = _of(case, promise)
        if row.status != PromiseStatus.CONFIRMED:
            promises.confirm(row, at, case.customer)


def not_there(token: str, promise: int, at: datetime) -> None:
    """What we call delivered did not arrive: every proof falls, and it is owed again."""
    with _visit(token, at) as case:
        row = _of(case, promise)
        if row.status != PromiseStatus.OWED:
            promises.dispute(row, at, case.customer)


def still_waiting(token: str, promise: int, words: Words, at: datetime) -> None:
    """The customer asks before we told them: it counts as chased, and the owner of the case reads it as a message."""
    with _visit(token, at) as case:
        if wishes.chase(_of(case, promise), at, case.customer):
            _write(case, words, at)


def another_day(token: str, promise: int, day: date, words: Words, at: datetime) -> None:
    """The date does not suit the customer: their wish stands on record and in the case as a message."""
    with _visit(token, at) as case:
        row = _of(case, promise)
        if not _is_sent(case, words):
            wishes.wish(row, day, at, case.customer)
            _write(case, words, at)


def nothing_more(token: str, words: Words, at: datetime) -> list[Promise]:
    """Nothing more, thanks: what was delivered is confirmed, the case closes by word; returns what is still owed.

    Where the case cannot close yet, the words stand in it as a message that asks for no answer.
    """
    with _visit(token, at) as case:
        after, left = customer_is_done(case, at, words.text)
        if after.status != Status.CLOSED and not _is_sent(case, words):
            _write(case, words, at, is_thanks=True)
    return left


def something_more(token: str, words: Words, at: datetime) -> None:
    """It is not solved: a running check ends with that answer, and the case is open again."""
    with _visit(token, at) as case:
        if case.status == Status.OPEN and queries.running_check(case) is None:
            return
        checks.answered(case, "more", at)
        _write(case, words, at)
        cases.open_again(case, at, case.customer, "the customer says that something is missing")


def write(token: str, words: Words, at: datetime) -> Message | None:
    """The customer writes into their case; nothing but thanks reopens nothing. None when it was sent already."""
    if not words.text.strip() and not words.files:
        raise Malformed("There is nothing to send yet.", field="text", code="nothing_to_send")
    with _visit(token, at) as case:
        return None if _is_sent(case, words) else _write(case, words, at)


def _of(case: Case, promise: int) -> Promise:
    found = Promise.objects.filter(case_id__in=family(case), pk=promise).exclude(status=PromiseStatus.DRAFT).first()
    if found is None:
        raise NotFound("There is no such promise.")
    return found


def _is_sent(case: Case, words: Words) -> bool:
    return Message.objects.filter(message_id=words.key, case_id__in=family(case), channel=Channel.PAGE).exists()


def _write(case: Case, words: Words, at: datetime, *, is_thanks: bool = False) -> Message:
    identity = case.identity or next(iter(identities_of(case.customer)), None)
    if identity is None:
        raise Conflict("This customer has no address yet.", code="no_identity")
    text = words.text.strip()[:LONGEST_TEXT]
    inbound = Inbound(
        channel=Channel.PAGE, kind=identity.kind, address=identity.address, name=case.customer.name, text=text,
        reply_text=text, inbox=case.inbox, message_id=words.key, token_case=case.pk, files=words.files,
        is_thanks=is_thanks or (not words.files and is_only_thanks(text, case.customer.language)),
    )  # fmt: skip
    return messages.receive(inbound, at).message
