"""Ending a case: the one close gate through which every path goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases.models import Case, Closed, Status
from goodword.closing import checks, queries, rules, spam, surveys
from goodword.kit.errors import Conflict
from goodword.people.models import Agent, Customer
from goodword.promises import actions as promises
from goodword.promises import queries as owed
from goodword.promises.models import Promise
from goodword.promises.models import Status as PromiseStatus


def close(
    case: Case, how: str, at: datetime, by: Agent | Customer | None, *, said_done: bool = False, reason: str = ""
) -> Case:
    """Closes a case or raises Conflict with every refusal and the promises that stand in the way."""
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("customer").get(pk=case.pk)
        facts = queries.case_facts(case, customer_said_done=said_done)
        has_right = isinstance(by, Agent) and by.is_active and by.is_lead
        found = rules.refusals(how, facts, has_right=has_right, reason=reason)
        if found:
            raise Conflict(
                " ".join(refusal.words for refusal in found),
                code=found[0].code,
                refusals=[refusal.code for refusal in found],
                promises=[promise.pk for promise in owed.owed_in(case)],
            )
        checks.withdraw(case, at)
        case = cases.close(case, Closed(how), at, by, reason=reason)
        surveys.offer(case, at)
        return case


def customer_is_done(case: Case, at: datetime, words: str) -> tuple[Case, list[Promise]]:
    """The customer says "nothing more, thanks": what was delivered is confirmed, and the case closes by word.

    What is still owed stays owed and keeps the case open; those promises are returned.
    """
    with transaction.atomic():
        customer = case.customer
        checks.answered(case, "done", at)
        for promise in Promise.objects.filter(case=case, status=PromiseStatus.DELIVERED):
            promises.confirm(promise, at, customer, words)
        left = owed.owed_in(case)
        if left or case.status == Status.CLOSED:
            return case, left
        facts = queries.case_facts(case, customer_said_done=True)
        found = rules.refusals(rules.WORD, facts)
        if found:
            if [refusal.code for refusal in found] == ["fields_missing"]:
                messages.note(case, None, f"The customer needs nothing more. {found[0].words} Then close.", at)
                cases.open_again(case, at, None, "something must be filled in before it closes")
            return case, []
        return close(case, rules.WORD, at, customer, said_done=True), []


def reopen(case: Case, at: datetime, by: Agent | Customer, why: str = "") -> Case:
    """Opens a closed case again; a running check and the survey are withdrawn, an answer only for the customer.

    A person who opens what was marked as spam says that it is none.
    """
    if case.closed_how == Closed.SPAM and isinstance(by, Agent):
        return spam.unmark(case, at, by)
    with transaction.atomic():
        checks.withdraw(case, at)
        surveys.withdraw(case, at, by_us=isinstance(by, Agent))
        return cases.open_again(case, at, by, why)
