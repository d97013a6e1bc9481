"""The slow way to the same figures: everything recounted from the rows and the whole ledger, one thing at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from goodword.asks.models import Ask
from goodword.cases.models import Case
from goodword.cases.queries import family, root
from goodword.hours.queries import working_time
from goodword.insight.tables import Cell
from goodword.ledger.models import Entry
from goodword.promises.models import Evidence, Promise
from tests.insight.rewait import waited

Sums = Counter[tuple[object, ...]]


def kept_sums() -> Sums:
    """What the desk has counted as it went along, without team and mix."""
    found: Sums = Counter()
    for cell in Cell.objects.all():
        key = (cell.grain, cell.person, cell.day, cell.measure, cell.kind, cell.partner)
        found[*key, "n"] += cell.n
        found[*key, "total"] += cell.total
        found[*key, "squares"] += cell.squares
    return Counter({key: value for key, value in found.items() if value})


def recounted(now: datetime) -> Sums:
    """The same from nothing."""
    found: Sums = Counter()
    for case in Case.objects.all():
        _matter(found, list(Promise.objects.filter(case=case).exclude(verdict="pending").order_by("id")))
    for case in Case.objects.filter(merged_into=None):
        _case(found, case, now)
    for ask in Ask.objects.all():
        _ask(found, ask)
    for line in Entry.objects.filter(verb__in=["message.bounced", "message.failed"]):
        _mail(found, line, now)
    return Counter({key: value for key, value in found.items() if value})


def _put(found: Sums, at: datetime, values: dict[str, int], person: int = 0, kind: int = 0, partner: int = 0) -> None:
    day = at.astimezone(ZoneInfo(working_time().zone)).date()
    for measure, value in values.items():
        for key in (("d", person, day), ("m", person, day.replace(day=1))):
            found[*key, measure, kind, partner, "n"] += 1
            found[*key, measure, kind, partner, "total"] += value
            found[*key, measure, kind, partner, "squares"] += value * value


def _matter(found: Sums, promises: list[Promise]) -> None:
    """One case: once for everybody and once for each person, by the promise that went least well."""
    coded = [_promise(one) for one in promises]
    for person in {0, *(person for _, _, _, people in coded for person in people)}:
        own = [one for one in coded if not person or person in one[3]]
        for names, badness in LEAST_WELL:
            having = [one for one in own if names[0] in one[1]]
            if having and (names[0] != "proven" or not person):
                at, values, place, _ = min(having, key=lambda one: one[0])
                for one in sorted(having, key=lambda one: one[0]):
                    if badness(one[1]) > badness(values):
                        at, values, place, _ = one
                _put(found, at, {name: values[name] for name in names}, person, *place)


LEAST_WELL: list[tuple[tuple[str, ...], Callable[[dict[str, int]], int]]] = [
    (("kept", "renegotiated", "broken"), lambda values: 10 * values["broken"] + values["renegotiated"]),
    (("chased",), lambda values: values["chased"]),
    (("proven",), lambda values: 1 - values["proven"]),
    (("error",), lambda values: abs(values["error"])),
]


def _promise(promise: Promise) -> tuple[datetime, dict[str, int], tuple[int, int], set[int]]:
    """When it counts, its values, its kind and partner, and whose it is."""
    lines = list(Entry.objects.filter(subject_type="promise", subject_id=promise.pk).order_by("id"))
    verdict, held, first = "pending", promise.made_by_id, None
    for line in lines:
        if line.get("verdict", verdict) != verdict:
            verdict, held, first = line.get("verdict"), line.get("owner"), first or line.at
    assert verdict == promise.verdict
    assert first
    values = {"kept": 0, "renegotiated": 0, "broken": 0}
    values[{"kept": "kept", "kept_renegotiated": "renegotiated", "broken": "broken"}[promise.verdict]] = 1
    values["chased"] = int(Entry.objects.filter(verb="promise.chased", subject_id=promise.pk).exists())
    if promise.verdict != "broken":
        stands = Evidence.objects.filter(promise=promise, state="standing").exclude(type="agent_statement")
        values["proven"] = int(stands.exists() and promise.status in ("delivered", "confirmed", "released"))
    if promise.delivered_at:
        values["error"] = (promise.delivered_at - promise.first_due_at) // timedelta(minutes=1)
    waits = promise.waits_for.order_by("id").first()
    partner = waits.ask.to_partner_id or 0 if waits else 0
    return first, values, (promise.kind_id, partner), {promise.made_by_id, held}


def _case(found: Sums, case: Case, now: datetime) -> None:
    members = family(case)
    lines = list(Entry.objects.filter(case_id__in=members).order_by("id"))
    ends = [line for line in lines if line.verb == "case.closed" and line.get("how") in ("word", "silence", "override")]
    if not ends:
        return
    theirs = [one for one in lines if one.verb == "message.received" and not one.get("automatic")]
    writers = {one.by_id for one in lines if one.by_type == "agent" and one.verb in ("message.written", "call.logged")}
    hands = writers | {one.by_id for one in lines if one.by_type == "agent" and one.verb == "note.written"}
    hands |= {one.get("owner") for one in lines if one.verb == "case.assigned" and one.get("owner")}
    how = ends[-1].get("how")
    values = {"by_word": int(how == "word"), "by_silence": int(how == "silence")}
    values |= {"hands": len(hands), "effort": len(theirs)}
    if now >= ends[0].at + timedelta(days=14):
        again = [one.at for one in theirs if not one.get("thanks")]
        others = Case.objects.filter(customer=case.customer_id).exclude(pk__in=members)
        started = Entry.objects.filter(verb="case.started", by_type="customer")
        again += [other.created_at for other in others if started.filter(case_id=other.pk).exists()]
        values["recontact"] = int(any(end.at < at <= end.at + timedelta(days=14) for end in ends for at in again))
    values["steps"] = sum(one.verb == "ask.made" for one in lines)
    values |= waited(lines, working_time())
    made = [one.subject_id for one in lines if one.verb == "promise.made"]
    _put(found, ends[0].at, values, kind=Promise.objects.get(pk=made[0]).kind_id if made else 0)


def _ask(found: Sums, ask: Ask) -> None:
    late = Entry.objects.filter(verb="ask.late", subject_id=ask.pk).order_by("id").first()
    if not (ask.answered_at or late):
        return
    values = {"ask_kept": int(bool(ask.answered_at and ask.answered_at <= ask.first_answer_by))}
    if ask.answered_at:
        values["ask_wait"] = (ask.answered_at - ask.asked_at) // timedelta(minutes=1)
        if ask.purpose == "approval":
            values["approval_wait"] = values["ask_wait"]
    at = min(one for one in (ask.answered_at, late.at if late else None) if one)
    _put(found, at, values, partner=ask.to_partner_id or 0)


def _mail(found: Sums, line: Entry, now: datetime) -> None:
    case = root(Case.objects.get(pk=line.case_id))
    acts = Entry.objects.filter(
        case_id__in=family(case), by_type="agent", at__gte=line.at, at__lte=line.at + timedelta(hours=24),
        verb__in=["message.written", "call.logged", "identity.corrected", "case.merged", "case.closed"],
    )  # fmt: skip
    if acts.exists() or now >= line.at + timedelta(hours=24):
        _put(found, line.at, {"bounce": int(acts.exists())})
