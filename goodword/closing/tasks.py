"""What follows and what time brings to checks."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases import changes as cases
from goodword.cases.models import Case, Message, Status
from goodword.closing import actions, checks, queries, rules, surveys
from goodword.closing.answers import sort_answer
from goodword.closing.models import Check, CheckState, Survey
from goodword.kit.errors import Conflict
from goodword.kit.sweep import Swept, sweep
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.queries import owed_in


def sweep_checks(now: datetime) -> Swept:
    """Asks, asks again and closes by silence, as each check's moment comes."""
    return sweep(Check.objects.select_related("case", "case__owner"), _ring, now)


def sweep_surveys(now: datetime) -> Swept:
    """Sends surveys when their moment comes, and ends those that nobody answered."""
    return sweep(Survey.objects.all(), surveys.ring, now)


def _ring(check: Check, now: datetime) -> None:
    """Does what the moment of a check demands: find out receipt, ask, ask again, or call it silence."""
    related = ("customer", "identity", "owner__team")
    case = Case.objects.select_for_update(of=("self",)).select_related(*related).get(pk=check.case_id)
    if owed_in(case):
        checks.end(check, now)
    elif check.state == CheckState.RECEIPT:
        checks.person_needed(check, now, "receipt")
    elif check.state == CheckState.ASKED and check.attempts >= rules.ATTEMPTS:
        _close_by_silence(check, case, now)
    else:
        checks.ask(check, case, now)


def _close_by_silence(check: Check, case: Case, now: datetime) -> None:
    try:
        with transaction.atomic():
            actions.close(case, rules.SILENCE, now, None)
    except Conflict as refusal:
        checks.person_needed(check, now, refusal.code)


def consider_check(entry: Entry, now: datetime) -> None:
    """A promise was delivered, confirmed or released: perhaps the last one of its case."""
    if entry.case_id:
        checks.consider(Case.objects.get(pk=entry.case_id), entry.at, now)


def promise_came_up(entry: Entry, now: datetime) -> None:
    """Something is owed again or anew: a running check is withdrawn. Heard late, it may have been kept since."""
    if entry.case_id:
        case = Case.objects.get(pk=entry.case_id)
        if owed_in(case):
            checks.withdraw(case, now)


def hear_answer(entry: Entry, now: datetime) -> None:
    """A customer wrote while a check runs: their words are its answer."""
    message = Message.objects.select_related("case", "case__customer").get(pk=entry.row)
    check = queries.running_check(message.case)
    if check is None or message.is_automatic or message.from_stranger:
        return
    if message.at < (check.asked_at or check.created_at):  # written before the check, heard after it
        return
    if check.state != CheckState.ASKED:
        if not entry.get("thanks"):
            checks.withdraw(message.case, now)
        return
    answer = sort_answer(message.reply_text or message.text, language=message.case.customer.language)
    if answer == "done":
        actions.customer_is_done(message.case, now, message.reply_text[:200])
        return
    checks.answered(message.case, answer, now)
    cases.open_again(message.case, now, None, "the customer answered the check")


def call_was_logged(entry: Entry, now: datetime) -> None:
    """A call may be the second attempt of a check."""
    if entry.case_id:
        case = Case.objects.select_related("owner__team").get(pk=entry.case_id)
        checks.called(case, now, entry.get("outcome", ""))


def letter_came_back(entry: Entry, now: datetime) -> None:
    """A letter did not arrive: where it was a check, it is asked in another way; where it was a survey, no more."""
    message = Message.objects.get(pk=entry.row)
    checks.came_back(message, now)
    surveys.came_back(message, now)


def case_is_open_again(entry: Entry, now: datetime) -> None:
    """A closed case is open again: its survey is withdrawn. Heard late, it may have been closed anew since."""
    if entry.case_id:
        case = Case.objects.get(pk=entry.case_id)
        if case.status != Status.CLOSED:
            surveys.withdraw(case, now, by_us=entry.by_type == Agent._meta.model_name)
