"""Reading handovers, and drafting a brief from a case."""

from __future__ import annotations

from collections.abc import Collection
from zoneinfo import ZoneInfo

from goodword.cases.models import Case, Message
from goodword.cases.queries import family
from goodword.handovers.brief import Brief, Known, draft
from goodword.handovers.models import Offer, OfferState
from goodword.hours.queries import working_time
from goodword.kit.text import first_words
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise, Status

SHOWN = 50
WORDS_OF_A_MESSAGE = 240
HANDS = ("message.written", "call.logged", "promise.made", "handover.accepted", "case.assigned")


def open_offer(case: Case) -> Offer | None:
    """Returns the offer that waits in this case, or None."""
    return Offer.objects.filter(case=case, state=OfferState.OFFERED).select_related("giver", "receiver").first()


def latest_accepted(case: Case, receiver: Agent) -> Offer | None:
    """Returns the handover by which this person came to the case, while they have not written since; or None."""
    found = Offer.objects.filter(case=case, receiver=receiver, state=OfferState.ACCEPTED).select_related("giver")
    latest = found.order_by("-id").first()
    return latest if latest and latest.greeted_at is None else None


def offered_to(receiver: Agent) -> list[Offer]:
    """Returns what is offered to a person, the oldest first."""
    rows = Offer.objects.filter(receiver=receiver, state=OfferState.OFFERED)
    return list(rows.select_related("giver", "case", "case__customer").order_by("id")[: SHOWN + 1])


def waiting_among(people: Collection[int], at_most: int = SHOWN) -> list[Offer]:
    """Returns the offers that wait for one of these people, the oldest first. One query by the index of receivers."""
    rows = Offer.objects.filter(receiver__in=people, state=OfferState.OFFERED)
    return list(rows.select_related("giver", "receiver", "case", "case__customer").order_by("id")[:at_most])


def brief_of(case: Case) -> Brief:
    """Drafts the brief of a case from what it knows. Five queries, bounded."""
    cases = family(case)
    messages = Message.objects.filter(case_id__in=cases)
    first = messages.filter(is_ours=False).order_by("at", "id").first()
    ours = messages.filter(is_ours=True, is_automatic=False).order_by("-at", "-id")[:4]
    promises = list(Promise.objects.filter(case_id__in=cases).order_by("id")[:30])
    zone = ZoneInfo(case.customer.time_zone or working_time().zone)
    due = f"{{:%A %d %B, %H:%M}} in {zone.key.rpartition('/')[2].replace('_', ' ')}"
    return draft(
        Known(
            subject=case.subject,
            first_words=first_words((first.reply_text or first.text) if first else "", WORDS_OF_A_MESSAGE),
            wanted=case.wanted_outcome,
            said=[first_words(row.reply_text or row.text, WORDS_OF_A_MESSAGE) for row in reversed(ours)],
            owed=[(p.words, due.format(p.due_at.astimezone(zone))) for p in promises if p.status == Status.OWED],
            kept=[p.words for p in promises if p.status in (Status.DELIVERED, Status.CONFIRMED)],
        )
    )


def hands(case: Case) -> int:
    """Returns how many different people have had a hand in a case (R6, R10). One query by the case's index."""
    found = Entry.objects.filter(case_id__in=family(case), by_type="agent", verb__in=HANDS)
    return len(set(found.values_list("by_id", flat=True)[:5000]))
