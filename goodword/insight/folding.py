"""Counts what the ledger tells, as it goes along: new lines in, sums by day and month kept true. Exactly once.

The place in the ledger moves in the transaction that counts. A fact is coded anew and the difference to what was
counted of it before is added, so that counting a line twice changes nothing and a late line corrects the day on which
the fact stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from goodword.hours.queries import working_time
from goodword.insight import coding, reading
from goodword.insight.coding import Coded
from goodword.insight.definitions import RECONTACT_DAYS
from goodword.insight.matters import Promised, people_of, standing
from goodword.insight.measure import CASE, MAIL, PROMISE, RATING
from goodword.insight.reading import Key, Touched
from goodword.insight.tables import Fact, Place
from goodword.ledger.models import Entry
from goodword.ledger.queries import settled_after

NAME = "measures"
BATCH = 2000
RIPE = 1000
DAY, MONTH = "d", "m"

Where = tuple[str, int, date, str, int, int, str, int, str, int]
Sums = dict[Where, list[int]]

ADD = """
    INSERT INTO insight_cell (grain, person, day, measure, team, kind, channel, partner, segment, policy,
        n, total, squares)
    SELECT * FROM unnest(%s::text[], %s::bigint[], %s::date[], %s::text[], %s::bigint[], %s::bigint[], %s::text[],
        %s::bigint[], %s::text[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])
    ON CONFLICT (grain, person, day, measure, team, kind, channel, partner, segment, policy) DO UPDATE SET
        n = insight_cell.n + excluded.n, total = insight_cell.total + excluded.total,
        squares = insight_cell.squares + excluded.squares
"""


def count_on(now: datetime, most: int = BATCH) -> int:
    """Counts up to `most` further lines and what has become ripe; returns how many lines. One transaction.

    Whoever comes while another counts does nothing.
    """
    Place.objects.get_or_create(name=NAME)
    with transaction.atomic():
        place = Place.objects.select_for_update(skip_locked=True).filter(name=NAME).first()
        if place is None:
            return 0
        lines, _ = settled_after(place.entry, now, most)
        touched = _touched(lines)
        _add_ripe(touched, now)
        _write(reading.code(touched, now), now)
        if lines:
            place.entry = lines[-1].pk
            place.save(update_fields=["entry"])
    return len(lines)


def count_all(now: datetime, most: int = BATCH) -> int:
    """Counts until nothing more is there; returns how many lines there were."""
    done = 0
    while counted := count_on(now, most):
        done += counted
    return done


def _touched(lines: list[Entry]) -> Touched:
    """What these lines may have changed."""
    touched, about = Touched(), set[int]()
    for line in lines:
        if line.subject_type == "promise" and line.subject_id:
            touched.promises.add(line.subject_id)
        elif line.subject_type == "ask" and line.subject_id:
            touched.asks.add(line.subject_id)
        if line.verb in coding.LOST and line.subject_id:
            touched.mails.add(line.subject_id)
        if line.case_id:
            about.add(line.case_id)
            if line.verb in ("case.closed", "case.merged", "case.took_in", "case.parted", "case.let_go"):
                touched.cases.add(line.case_id)
            if line.verb.startswith("survey."):
                touched.ratings.add(line.case_id)
    _add_known(touched, about, lines)
    return touched


def _add_known(touched: Touched, about: set[int], lines: list[Entry]) -> None:
    """Facts that were counted before and that these lines are about, or whose customer has come back."""
    family = {*about, *reading.families(about)}
    for what, subject in Fact.objects.filter(case__in=family, what__in=[CASE, MAIL, RATING]).values_list(
        "what", "subject"
    ):
        {CASE: touched.cases, MAIL: touched.mails, RATING: touched.ratings}[what].add(subject)
    came = [(line.by_id, line.at) for line in lines if line.verb == "case.started" and line.by_type == "customer"]
    spam = [line for line in lines if line.verb in ("case.spam", "case.not_spam")]  # what is spam is no new matter
    came += [(line.get("customer"), datetime.fromisoformat(line.get("began"))) for line in spam]
    if came:
        since = min(at for _, at in came) - timedelta(days=RECONTACT_DAYS + 1)
        rows = Fact.objects.filter(what=CASE, customer__in={who for who, _ in came}, at__gte=since)
        touched.cases.update(rows.values_list("subject", flat=True))


def _add_ripe(touched: Touched, now: datetime) -> None:
    """Facts of which enough time has passed to say more."""
    ripe = Fact.objects.filter(wakes_at__lte=now).order_by("wakes_at").values_list("what", "subject")[:RIPE]
    for what, subject in ripe:
        (touched.cases if what == CASE else touched.mails).add(subject)


def _write(coded: dict[Key, Coded | None], now: datetime) -> None:
    """Replaces what was counted of these facts before, and moves the sums by the difference."""
    if not coded:
        return
    before = reading.known_facts(coded)
    after = _facts(coded, before)
    _stand_for_matters(before, after)
    sums: Sums = defaultdict(lambda: [0, 0, 0])
    for key in {*before, *after}:
        _add(sums, before.get(key), -1)
        _add(sums, after.get(key), 1)
    _store(sums)
    gone = [fact.pk for key, fact in before.items() if key not in after]
    if gone:
        Fact.objects.filter(pk__in=gone).delete()
    Fact.objects.bulk_create(
        after.values(), update_conflicts=True, unique_fields=["what", "subject"],
        update_fields=["case", "at", "day", "kind", "partner", "policy", "persons", "values", "counts", "wakes_at"],
        batch_size=500,
    )  # fmt: skip


def _facts(coded: dict[Key, Coded | None], before: dict[Key, Fact]) -> dict[Key, Fact]:
    zone = ZoneInfo(working_time().zone)
    there = {key: one for key, one in coded.items() if one is not None}
    partners, policies = reading.partners_of(there.values()), reading.policies_of(there)
    fresh = {key: one for key, one in there.items() if key not in before}
    promised = {key: key[1] if key[0] == PROMISE else one.promise for key, one in there.items()}
    kinds = reading.kinds_of([number for number in promised.values() if number])
    places = reading.around(fresh)
    found = {}
    for (what, subject), one in there.items():
        known = before.get((what, subject))
        case = subject if what in (CASE, RATING) else one.case
        fact = Fact(
            what=what, subject=subject, case=case, at=one.at, day=one.at.astimezone(zone).date(),
            partner=partners.get(one.ask or 0, 0), policy=policies.get((what, subject), 0), persons=sorted(one.persons),
            values=one.values, wakes_at=one.ripe_at,
            kind=known.kind if known and what == PROMISE else kinds.get(promised[what, subject] or 0, 0),
        )  # fmt: skip
        if known:
            fact.customer, fact.team = known.customer, known.team
            fact.channel, fact.segment = known.channel, known.segment
        else:
            near = places[what, subject]
            fact.customer, fact.team = near.customer, near.team
            fact.channel, fact.segment = near.channel[:8], near.segment
        found[what, subject] = fact
    return found


def _stand_for_matters(before: dict[Key, Fact], after: dict[Key, Fact]) -> None:
    """Says anew which promise stands for each matter that is touched; the others of it join where that changes."""
    matters: dict[int, list[Fact]] = defaultdict(list)
    known = {(fact.what, fact.subject): fact for fact in reading.beside([*before.values(), *after.values()])}
    others = {key: copy(fact) for key, fact in known.items() if key not in before and key not in after}
    for fact in (*after.values(), *others.values()):
        if fact.what == PROMISE:
            matters[fact.case].append(fact)
    for facts in matters.values():
        found = standing([Promised(one.subject, one.at, one.values, one.persons) for one in facts])
        for one in facts:
            one.counts = found[one.subject]
    for key, fact in others.items():
        if fact.counts != known[key].counts:
            before[key], after[key] = known[key], fact


def _add(sums: Sums, fact: Fact | None, sign: int) -> None:
    for where, value in _cells(fact) if fact else ():
        cell = sums[where]
        cell[0] += sign
        cell[1] += sign * value
        cell[2] += sign * value * value


def _cells(fact: Fact) -> Iterator[tuple[Where, int]]:
    """Where a fact counts: by day and by month, for everybody and for each of its persons."""
    for grain, day in ((DAY, fact.day), (MONTH, fact.day.replace(day=1))):
        for measure, value in fact.values.items():
            for person in people_of(measure, fact.persons, fact.counts):
                yield (
                    grain, person, day, measure, fact.team, fact.kind, fact.channel, fact.partner, fact.segment,
                    fact.policy,
                ), value  # fmt: skip


def _store(sums: Sums) -> None:
    rows = sorted((*where, *sums[where]) for where in sums if any(sums[where]))
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(ADD, [list(column) for column in zip(*rows, strict=True)])
