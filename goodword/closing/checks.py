"""The check after delivery: scheduled, asked, asked again, answered, or met with silence."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases.models import Case, Message, Outcome, Status
from goodword.closing import contacts, queries, rules
from goodword.closing.letters import check_letter
from goodword.closing.models import Answer, Check, CheckState, ContactKind
from goodword.kit.errors import Malformed
from goodword.ledger.actions import record
from goodword.people.models import IdentityKind
from goodword.promises.links import link_for, token_of
from goodword.promises.models import Promise
from goodword.promises.models import Status as PromiseStatus
from goodword.promises.queries import hours_of, owed_in

RECEIPT_ASKED_AFTER = 5 * 480  # business minutes: then the owner finds out whether it arrived


def consider(case: Case, at: datetime, noted: datetime | None = None) -> Check | None:
    """Schedules the check when nothing is owed any more and something was delivered. Harmless when repeated."""
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("owner__team").get(pk=case.pk)
        if case.status == Status.CLOSED or owed_in(case):
            return None
        delivered = queries.delivered_in(case)
        running = queries.running_check(case)
        if not delivered or (running and running.state != CheckState.RECEIPT):
            return running
        holder = case.owner or Promise.objects.filter(case=case).select_related("owner__team").latest("id").owner
        hours = hours_of(holder)
        moment = rules.check_moment(delivered, hours)
        check = running or Check(case=case, created_at=at)
        check.state = CheckState.SCHEDULED if moment else CheckState.RECEIPT
        check.wakes_at = due = max(moment, at) if moment else hours.after(at, RECEIPT_ASKED_AFTER)
        check.needs_person = False
        if running:
            check.save(update_fields=["state", "wakes_at", "needs_person"])
        else:
            check.save(force_insert=True)
        cases.start_checking(case, at, noted)
        record(
            "check.scheduled", at=at, noted=noted, about=case, subject=check, state=check.state, moment=due.isoformat()
        )
    return check


def ask(check: Check, case: Case, now: datetime) -> None:
    """Asks, or asks again on the other channel where there is one; above the cap it waits."""
    again = check.asked_by_id is not None or check.attempts > 0
    way = queries.way_on(check, case) if again else None
    if way and way.kind == IdentityKind.PHONE:
        person_needed(check, now, "call")
        return
    due = check.wakes_at or now
    later = contacts.free_from(case.customer_id, now, belongs_to_a_case=True)
    if later:
        check.wakes_at = later
        check.save(update_fields=["wakes_at"])
        record("check.postponed", at=now, about=case, subject=check, until=later.isoformat())
        return
    try:
        check.asked_by = _write_letter(check, case, now, to=(way.address,) if way else ())
    except Malformed:
        person_needed(check, now, "no_address")
        return
    contacts.count(check.asked_by, case.customer_id, ContactKind.CHECK, now)
    holder = case.owner or check.asked_by.author
    check.state, check.attempts, check.asked_at = CheckState.ASKED, check.attempts + 1, now
    check.needs_person = False
    check.wakes_at = rules.next_attempt(now, check.attempts, hours_of(holder)) if holder else now + rules.A_DAY * 7
    check.save(update_fields=["state", "attempts", "asked_at", "asked_by", "needs_person", "wakes_at"])
    record(
        "check.asked", at=now, about=case, subject=check, attempt=check.attempts, channel="email", due=due.isoformat()
    )


def _write_letter(check: Check, case: Case, now: datetime, *, to: tuple[str, ...]) -> Message:
    done = list(
        Promise.objects.filter(case=case, status__in=[PromiseStatus.DELIVERED, PromiseStatus.CONFIRMED]).order_by("id")
    )
    author = case.owner or done[-1].owner
    link = f"{settings.BASE_URL}/portal/{token_of(link_for(case, now))}"
    text = check_letter(
        case.customer.language,
        case.customer.name,
        case.subject,
        [promise.words for promise in done],
        author.name,
        link,
        second=check.attempts > 0,
        signature=author.signature,
    )
    return messages.reply(case, author, messages.Draft(text=text, to=to, is_automatic=True), now)


def person_needed(check: Check, now: datetime, why: str) -> None:
    """Puts a check on the owner's Today, once; if nobody acts within five working days the mail goes out after all."""
    holder = check.case.owner or Promise.objects.filter(case=check.case).latest("id").owner
    check.needs_person = True
    check.wakes_at = hours_of(holder).after(now, RECEIPT_ASKED_AFTER) if why != "no_address" else None
    check.save(update_fields=["needs_person", "wakes_at"])
    record("check.needs_person", at=now, about=check.case_id, subject=check, why=why, owner=holder.pk, touch=("today",))


def called(case: Case, at: datetime, outcome: str = Outcome.REACHED) -> None:
    """Somebody called: where a check waits for a call, that was its documented attempt, unless the number was wrong."""
    check = queries.running_check(case)
    if check is None or not check.needs_person or outcome == Outcome.WRONG_NUMBER or check.state == CheckState.RECEIPT:
        return
    with transaction.atomic():
        holder = case.owner or Promise.objects.filter(case=case).latest("id").owner
        check.state, check.attempts, check.needs_person, check.asked_at = (
            CheckState.ASKED,
            check.attempts + 1,
            False,
            at,
        )
        check.wakes_at = rules.next_attempt(at, check.attempts, hours_of(holder))
        check.save(update_fields=["state", "attempts", "needs_person", "asked_at", "wakes_at"])
        record("check.asked", at=at, about=case, subject=check, attempt=check.attempts, channel="phone")


def came_back(message: Message, now: datetime) -> None:
    """The letter of a check did not arrive: it was no attempt, and the clock asks at once in another way."""
    with transaction.atomic():
        check = Check.objects.select_for_update().filter(asked_by=message, state=CheckState.ASKED).first()
        if check is None or check.needs_person or check.asked_at != message.at:
            return
        check.attempts, check.wakes_at = max(check.attempts - 1, 0), now
        check.save(update_fields=["attempts", "wakes_at"])
        record("check.came_back", at=now, about=message.case_id, subject=check)
        if queries.way_on(check, message.case) is None:
            person_needed(check, now, "no_address")


def answered(case: Case, answer: str, at: datetime) -> None:
    """The customer has answered: the check ends with their answer, and nothing more is asked."""
    check = queries.running_check(case)
    if check is None:
        return
    with transaction.atomic():
        check.state, check.answer, check.answered_at = CheckState.ANSWERED, Answer(answer), at
        check.wakes_at, check.needs_person = None, False
        check.save(update_fields=["state", "answer", "answered_at", "wakes_at", "needs_person"])
        record("check.answered", at=at, about=case, subject=check, answer=answer)


def withdraw(case: Case, at: datetime) -> None:
    """Takes a running check back: the case closes, or something new came up."""
    check = queries.running_check(case)
    if check:
        with transaction.atomic():
            end(check, at)


def end(check: Check, at: datetime) -> None:
    silent = check.state == CheckState.ASKED and check.attempts >= rules.ATTEMPTS
    check.state = CheckState.SILENT if silent else CheckState.WITHDRAWN
    check.wakes_at, check.needs_person = None, False
    check.save(update_fields=["state", "wakes_at", "needs_person"])
    record("check.silent" if silent else "check.withdrawn", at=at, about=check.case_id, subject=check)
