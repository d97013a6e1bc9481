"""One notice to many customers: drafted, looked at, sent in one action, gone out in the background, perhaps stopped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Q

from goodword.cases.models import Case, Status
from goodword.closing import contacts
from goodword.closing import rules as closing
from goodword.closing.models import Contact, ContactKind
from goodword.closing.queries import care
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.actions import record
from goodword.outreach import rules
from goodword.outreach.choosing import Filter, choose
from goodword.outreach.letters import Words, address_of, refuse_unknown, write
from goodword.outreach.models import Place, PlacedState, Round, RoundState
from goodword.outreach.tongues import Said, code_of, said_in
from goodword.people.access import may_lead
from goodword.people.models import Agent, Health, Identity, IdentityKind
from goodword.promises.actions import Told, moment_of
from goodword.promises.models import Kind
from goodword.promises.queries import hours_of

AT_ONCE = 1_000
SHOWN = 50
STOPPED = "The notice was stopped."
ENOUGH = "They have had enough letters of the desk's own this month, or want none."
NO_ADDRESS = "There is no e-mail address that works."


@dataclass(frozen=True)
class Notice:
    """What is written to everybody, and what is promised to each, by whom in turn."""

    title: str
    subject: str
    text: str
    owners: tuple[Agent, ...]
    kind: Kind | None = None
    promise: str = ""
    due: datetime | date | None = None
    texts: dict[str, dict[str, str]] = field(default_factory=dict)


def draft(notice: Notice, given: Filter, at: datetime, by: Agent) -> Round:
    """Writes a notice down with everybody whom it concerns; nothing goes out yet."""
    may_lead(by)
    _refuse(notice, at)
    chosen = choose(given)
    if not chosen:
        raise Malformed("Nobody here is concerned by that.", field="product")
    first, due = notice.owners[0], None
    if notice.due is not None:
        due, _ = moment_of(notice.due, hours_of(first), hours_of(first).zone)
    with transaction.atomic():
        made = Round.objects.create(
            title=notice.title.strip()[:120], subject=notice.subject.strip()[:200], text=notice.text, due_at=due,
            texts=notice.texts,
            kind=notice.kind if notice.promise else None, promise_words=notice.promise.strip()[:500],
            owners=[owner.pk for owner in notice.owners], chosen=given.words[:300], made_by=by, created_at=at,
        )  # fmt: skip
        Place.objects.bulk_create(
            (
                Place(
                    round=made, customer_id=one.customer, purchase_id=one.purchase, known_case_id=one.case,
                    owner=notice.owners[number % len(notice.owners)],
                )
                for number, one in enumerate(chosen)
            ),
            batch_size=AT_ONCE,
        )  # fmt: skip
        record("round.drafted", at=at, subject=made, by=by, customers=len(chosen), chosen=made.chosen)
    return made


def _refuse(notice: Notice, at: datetime) -> None:
    for name in ("title", "subject", "text"):
        if not getattr(notice, name).strip():
            raise Malformed("Write something here.", field=name)
    refuse_unknown({"": {"subject": notice.subject, "text": notice.text}})
    refuse_unknown(notice.texts)
    if not notice.owners:
        raise Malformed("Somebody must see to it.", field="owners")
    if bool(notice.promise.strip()) != (notice.due is not None):
        raise Malformed("A promise needs its words and its due.", field="promise" if notice.due else "due")
    if notice.due is not None:
        due, _ = moment_of(notice.due, hours_of(notice.owners[0]), hours_of(notice.owners[0]).zone)
        if due <= at:
            raise Malformed("Choose a due that lies ahead.", field="due")


def rounds_for(agent: Agent) -> list[Round]:
    """Returns the latest notices to many, for leads."""
    may_lead(agent)
    return list(Round.objects.select_related("made_by").order_by("-id")[:SHOWN])


def round_for(agent: Agent, pk: int) -> Round:
    """Returns one of them, for leads; raises NotFound."""
    may_lead(agent)
    found = Round.objects.select_related("made_by", "kind").filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such notice.")
    return found


@dataclass(frozen=True)
class Readers:
    """How many of its customers read a language ("": not known), and whether the notice has words in it."""

    language: str
    number: int
    has_words: bool


@dataclass(frozen=True)
class Standing:
    """How a notice stands: how many of each, who would be left out as it is now, and the first of its customers."""

    counts: dict[str, int]
    capped: list[Place]
    unreachable: list[Place]
    first: list[Place]
    subject: str
    example: str
    readers: list[Readers]

    @property
    def all(self) -> int:
        """How many customers it concerns."""
        return sum(self.counts.values())

    @property
    def past(self) -> int:
        """How many have been seen to."""
        return self.all - self.counts.get(PlacedState.WAITING, 0)

    @property
    def gets(self) -> int:
        """How many would get it now."""
        return self.counts.get(PlacedState.WAITING, 0) - len(self.capped) - len(self.unreachable)


def standing(made: Round, at: datetime) -> Standing:
    """Returns how a notice stands. Seven queries, whatever the number of its customers."""
    rows = Place.objects.filter(round=made).select_related("customer", "purchase", "owner", "message", "promise")
    counts = dict(rows.order_by().values("state").annotate(n=Count("id")).values_list("state", "n"))
    waiting = rows.filter(state=PlacedState.WAITING)
    capped = list(
        waiting.filter(Q(customer__in=_at_their_cap(made, at)) | Q(customer__quiet__isnull=False)).order_by("id")
    )
    reached = Identity.objects.filter(kind=IdentityKind.EMAIL).exclude(health=Health.BOUNCING).values("customer_id")
    unreachable = list(waiting.exclude(customer__in=reached).order_by("id"))
    out = {place.pk for place in capped}
    first = list(rows.order_by("id")[:SHOWN])
    sample = _sample(first[0]) if first else {}
    return Standing(
        {str(state): n for state, n in counts.items()}, capped, [place for place in unreachable if place.pk not in out],
        first, rules.filled(made.subject, sample), rules.filled(made.text, sample), _readers(made),
    )  # fmt: skip


def _readers(made: Round) -> list[Readers]:
    """The languages of its customers, the commonest first."""
    rows = Place.objects.filter(round=made).values("customer__language").annotate(n=Count("id")).order_by()
    counts: Counter[str] = Counter()
    for row in rows:
        counts[code_of(row["customer__language"])] += row["n"]
    return [Readers(code, number, code in made.texts) for code, number in counts.most_common()]


def _sample(place: Place) -> dict[str, str]:
    bought = place.purchase
    return {
        "name": place.customer.name, "product": bought.product if bought else "",
        "number": bought.number if bought else "", "date": "", "page": "https://…",
    }  # fmt: skip


def _at_their_cap(made: Round, at: datetime) -> list[int]:
    theirs = Place.objects.filter(round=made).values("customer_id")
    recent = Contact.objects.filter(customer__in=theirs, at__gt=at - closing.MONTH)
    counted = recent.values("customer_id").annotate(n=Count("id"))
    return list(counted.filter(n__gte=care().contacts_per_month).values_list("customer_id", flat=True))


def start(made: Round, at: datetime, by: Agent) -> Round:
    """Lets a notice go out, once: the worker writes each letter in its own time."""
    may_lead(by)
    with transaction.atomic():
        made = Round.objects.select_for_update().get(pk=made.pk)
        if made.state != RoundState.DRAFT:
            raise Conflict("This notice has gone out already, or was stopped.", code="not_a_draft")
        if made.due_at and made.due_at <= at:
            raise Conflict("The due that it promises has passed meanwhile.", code="due_has_passed")
        made.state, made.started_at = RoundState.RUNNING, at
        made.save(update_fields=["state", "started_at"])
        Place.objects.filter(round=made, state=PlacedState.WAITING).update(wakes_at=at)
        record("round.started", at=at, subject=made, by=by, touch=(f"round:{made.pk}",))
    return made


def cancel(made: Round, at: datetime, by: Agent) -> Round:
    """Stops a notice: who has it, has it; nobody else gets it."""
    may_lead(by)
    with transaction.atomic():
        made = Round.objects.select_for_update().get(pk=made.pk)
        if made.state not in (RoundState.DRAFT, RoundState.RUNNING):
            raise Conflict("There is nothing left to stop.", code="over")
        waiting = Place.objects.filter(round=made, state=PlacedState.WAITING)
        if made.state == RoundState.DRAFT:  # where it goes out, the sweep holds the rows, and sees that it was stopped
            waiting.update(state=PlacedState.CANCELLED, why=STOPPED)
        made.state, made.ended_at = RoundState.CANCELLED, at
        made.save(update_fields=["state", "ended_at"])
        record("round.cancelled", at=at, subject=made, by=by, touch=(f"round:{made.pk}",))
    return made


def ring(place: Place, now: datetime) -> None:
    """Writes to one customer: letter, case and promise together, or the reason why not."""
    made = Round.objects.select_for_update(of=("self",), no_key=True).select_related("kind").get(pk=place.round_id)
    place = Place.objects.select_related("customer", "purchase", "owner", "known_case").get(pk=place.pk)
    if place.state != PlacedState.WAITING:
        _end(place, PlacedState(place.state), place.why)
    elif made.state != RoundState.RUNNING:
        _end(place, PlacedState.CANCELLED, STOPPED)
    elif contacts.free_from(place.customer_id, now):
        _end(place, PlacedState.LEFT_OUT, ENOUGH)
    elif not address_of(place.customer):
        _end(place, PlacedState.LEFT_OUT, NO_ADDRESS)
    else:
        _write(place, made, now)
    _finish(made, now)


def _write(place: Place, made: Round, now: datetime) -> None:
    known = place.known_case
    said = _said(made, place.customer.language)
    told: tuple[Told, ...] = ()
    if made.kind and made.due_at:
        told = (Told(made.kind, said.promise, made.due_at),)
    try:
        with transaction.atomic():
            case = known if known and _is_open(known) else None
            words = Words(said.subject, said.text, made.due_at)
            message = write(
                place.customer, place.purchase, place.owner, words, ContactKind.ROUND, now, case=case, makes=told
            )
            place.message, place.promise = message, message.promises_told.first() if told else None
            place.state, place.wakes_at = PlacedState.SENT, None
            place.save(update_fields=["message", "promise", "state", "wakes_at"])
    except (Malformed, Conflict) as refusal:
        place.message = place.promise = None
        _end(place, PlacedState.LEFT_OUT, refusal.words)


def _said(made: Round, language: str) -> Said:
    return said_in(language, made.texts, Said(made.subject, made.text, made.promise_words))


def _is_open(case: Case) -> bool:
    return case.status in (Status.OPEN, Status.WAITING)


def _end(place: Place, state: PlacedState, why: str) -> None:
    place.state, place.why, place.wakes_at = state, why[:200], None
    place.save(update_fields=["state", "why", "wakes_at"])


def _finish(made: Round, now: datetime) -> None:
    """The last letter ends the notice; open screens look again."""
    if made.state == RoundState.RUNNING and not made.places.filter(state=PlacedState.WAITING).exists():
        made.state, made.ended_at = RoundState.DONE, now
        made.save(update_fields=["state", "ended_at"])
        record("round.done", at=now, subject=made, touch=(f"round:{made.pk}",))
