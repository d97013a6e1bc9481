"""Contacts by plan: found by the milestones of purchases, written once each, within the customer's cap."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from goodword.cases import actions as messages
from goodword.cases import changes as cases
from goodword.cases.starting import start_by_us
from goodword.closing import contacts
from goodword.closing.actions import close
from goodword.closing.models import ContactKind
from goodword.closing.rules import NO_MATTER
from goodword.hours.queries import working_time
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.actions import record
from goodword.outreach import rules
from goodword.outreach.letters import Words, address_of, refuse_unknown, values_of, write
from goodword.outreach.models import Does, PlacedState, Plan, Planned
from goodword.outreach.tongues import Said, said_in
from goodword.people.models import Agent, Purchase

BATCH = 500
LOOKS_EVERY = timedelta(hours=6)
LOOKS_ON = timedelta(minutes=1)  # when more was due than one batch
SETTLES_AFTER = 3 * 480  # business minutes without a word of the customer: then nothing was the matter


def set_plan(plan: Plan | None, at: datetime, by: Agent, **given: object) -> Plan:
    """Adds or changes a plan. It begins today: nothing is written about what lay before."""
    texts = given.setdefault("texts", {})
    refuse_unknown({"": {name: str(given[name]) for name in ("subject", "text")}})
    refuse_unknown(texts)  # type: ignore[arg-type]
    with transaction.atomic():
        same = Plan.objects.filter(name=given["name"])
        if (same.exclude(pk=plan.pk) if plan else same).exists():
            raise Malformed("There is a plan of that name.", field="name")
        if plan is None:
            plan = Plan(since=_today(at))
        for name, value in given.items():
            setattr(plan, name, value)
        plan.wakes_at = at if plan.is_active else None
        if plan.pk:
            plan.save(update_fields=[*given, "wakes_at"])
        else:
            plan.save(force_insert=True)
        record("plan.set", at=at, subject=plan, by=by, name=plan.name, active=plan.is_active)
    return plan


def plans() -> QuerySet[Plan]:
    """Returns all plans with who sees to them, by name."""
    return Plan.objects.select_related("owner")


def plan_by(pk: int) -> Plan:
    """Returns one plan; raises NotFound."""
    found = Plan.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such plan.")
    return found


def lately(plan: Plan, most: int = 20) -> list[Planned]:
    """Returns the latest contacts of a plan."""
    rows = Planned.objects.filter(plan=plan).select_related("purchase__customer")
    return list(rows.order_by("-id")[:most])


def look(plan: Plan, now: datetime) -> None:
    """Finds the purchases whose day has come; each once per plan."""
    if not plan.is_active:
        plan.wakes_at = None
        plan.save(update_fields=["wakes_at"])
        return
    first, last = rules.window(_today(now), plan.since, plan.days)
    column = str(plan.milestone)
    found = Purchase.objects.filter(**{f"{column}__range": (first, last)}).exclude(planned__plan=plan)
    if plan.product:
        found = found.filter(product__icontains=plan.product)
    rows = list(found.order_by(column, "id")[:BATCH])
    when = working_time(None).opens(now)
    Planned.objects.bulk_create(
        [
            Planned(
                plan=plan, purchase=row, milestone_on=getattr(row, column), wakes_at=when,
                due_on=getattr(row, column) + timedelta(days=plan.days),
            )
            for row in rows
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    plan.wakes_at = now + (LOOKS_ON if len(rows) == BATCH else LOOKS_EVERY)
    plan.save(update_fields=["wakes_at"])


def ring(planned: Planned, now: datetime) -> None:
    """Writes the letter or makes the task; later, ends the case of a letter to which nobody had anything to say."""
    planned = Planned.objects.select_related("plan__owner__team", "purchase__customer", "case").get(pk=planned.pk)
    if planned.state == PlacedState.SENT:
        _settle(planned, now)
    elif not planned.plan.is_active:
        _end(planned, PlacedState.CANCELLED, "The plan was switched off.")
    elif not address_of(planned.purchase.customer):
        _end(planned, PlacedState.LEFT_OUT, "There is no e-mail address that works.")
    elif planned.plan.does == Does.TASK:
        _give_task(planned, now)
    else:
        _write(planned, now)


def _write(planned: Planned, now: datetime) -> None:
    plan, customer = planned.plan, planned.purchase.customer
    later = contacts.free_from(customer.pk, now)
    if later and later.date() > planned.due_on + rules.OLDEST:
        _end(planned, PlacedState.LEFT_OUT, "This customer has had enough letters of the desk's own, or wants none.")
        return
    if later:
        planned.wakes_at = later
        planned.save(update_fields=["wakes_at"])
        return
    message = write(customer, planned.purchase, plan.owner, _words(planned), ContactKind.PLAN, now)
    cases.wait_for_customer(message.case, now, None)
    planned.case, planned.message, planned.state = message.case, message, PlacedState.SENT
    planned.wakes_at = working_time(None).after(now, SETTLES_AFTER)
    planned.save(update_fields=["case", "message", "state", "wakes_at"])
    record(
        "plan.contacted", at=now, about=message.case, subject=planned, plan=plan.name, due=planned.due_on.isoformat()
    )


def _give_task(planned: Planned, now: datetime) -> None:
    plan, customer, words = planned.plan, planned.purchase.customer, _words(planned)
    values = values_of(customer, planned.purchase, words, now)
    case = start_by_us(plan.owner, rules.filled(words.subject, values), address_of(customer), now)
    messages.note(case, None, rules.filled(words.text, values), now)
    planned.case = case
    record(
        "plan.gave_task", at=now, about=case, subject=planned, plan=plan.name, owner=plan.owner_id,
        due=planned.due_on.isoformat(),
    )  # fmt: skip
    _end(planned, PlacedState.DONE)


def _words(planned: Planned) -> Words:
    zone = planned.purchase.customer.time_zone or "UTC"
    on = datetime.combine(planned.milestone_on, time(12), ZoneInfo(zone))
    plan = planned.plan
    said = said_in(planned.purchase.customer.language, plan.texts, Said(plan.subject, plan.text))
    return Words(said.subject, said.text, on)


def _settle(planned: Planned, now: datetime) -> None:
    """Closes a case in which nobody said anything; where the gate refuses, it stays with its owner."""
    case = planned.case
    if case is not None and case.messages.filter(is_ours=False).exists() is False and case.status != "closed":
        try:
            with transaction.atomic():
                close(case, NO_MATTER, now, None)
        except Conflict:
            cases.open_again(case, now, None, "the planned letter did not reach the customer")
    _end(planned, PlacedState.DONE)


def _end(planned: Planned, state: PlacedState, why: str = "") -> None:
    planned.state, planned.why, planned.wakes_at = state, why, None
    planned.save(update_fields=["state", "why", "case", "wakes_at"])


def _today(at: datetime) -> date:
    return at.astimezone(ZoneInfo(working_time(None).zone)).date()
