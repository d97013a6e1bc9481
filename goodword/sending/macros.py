"""Macros: set by leads, used by everybody at the desk. Their words still go through hearing, as all words do."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from goodword.cases import changes, labelling, proposing
from goodword.cases.models import Case
from goodword.hours import choices
from goodword.kit import dates
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.ledger.actions import record
from goodword.people.access import may_lead, may_write
from goodword.people.models import Agent
from goodword.promises.hearing import Chip, zone_named, zone_of
from goodword.promises.listening import in_macro
from goodword.promises.queries import hours_of
from goodword.sending.models import Macro
from goodword.sending.variables import best, fill, needs_due, unknown

LONGEST = 20_000
NINE = time(9)
DOES = ("assigns", "category", "snooze_days", "tags", "priority", "closes")
USUAL_MINUTES = 24 * 60


def set_macro(macro: Macro | None, at: datetime, by: Agent, **given: Any) -> Macro:
    """Writes a new macro, or changes one. Raises Malformed for a name that nothing is known for, or for no work."""
    may_lead(by)
    team = given.get("team")
    if team and not by.is_admin and team.pk != by.team_id:
        raise NotAllowed("That is another team's.")
    given["texts"] = texts = {name: words.strip()[:LONGEST] for name, words in given["texts"].items() if words.strip()}
    given["tags"] = sorted({name for name in map(labelling.tag_named, given.get("tags", ())) if name})
    for language, words in texts.items():
        if wrong := unknown(words):
            raise Malformed(f"Nothing is known as {wrong[0]}.", field=f"text_{language}")
    if not (texts or any(given.get(name) for name in DOES)):
        raise Malformed("Write what it says, or choose what it does.", field="text_en")
    macro = macro or Macro()
    for name, value in given.items():
        setattr(macro, name, value)
    try:
        with transaction.atomic():
            if macro.pk:
                macro.save(update_fields=list(given))
            else:
                macro.save(force_insert=True)
            record("macro.set", at=at, subject=macro, by=by, name=macro.name)
    except IntegrityError:
        raise Conflict("There is one of this name already.", field="name") from None
    return macro


def remove(macro: Macro, at: datetime, by: Agent) -> None:
    """Takes a macro out of use; what was done with it stays done."""
    may_lead(by)
    with transaction.atomic():
        macro.is_active = False
        macro.save(update_fields=["is_active"])
        record("macro.removed", at=at, subject=macro, by=by, name=macro.name)


def use(macro: Macro, case: Case, at: datetime, by: Agent) -> str:
    """Does what a macro does in a case, and returns its words in the customer's language, filled in."""
    may_write(by)
    with transaction.atomic():
        if macro.assigns and case.owner_id != by.pk:
            case = changes.assign(case, by, at, by)
        if macro.category_id and case.category_id != macro.category_id:
            case = proposing.categorise(case, macro.category, at, by)
        if macro.tags:
            case = labelling.tag(case, macro.tags, (), at, by)
        if macro.priority:
            case = labelling.prioritise(case, macro.priority, at, by)
        if macro.snooze_days:
            changes.snooze(case, _morning(at, macro.snooze_days, by), at, by)
        Macro.objects.filter(pk=macro.pk).update(uses=F("uses") + 1)
    return words(macro, case, at, by)


def words(macro: Macro, case: Case, at: datetime, by: Agent) -> str:
    """Returns the words of a macro for one case. Asks for hours only where a day is named."""
    text = best(macro.texts, case.customer.language)
    name = case.customer.name.strip()
    values = {
        "customer.name": name, "customer.first_name": name.split()[0] if name else "", "case.number": str(case.pk),
        "case.subject": case.subject, "agent.name": by.name, "agent.first_name": by.name.split()[0] if by.name else "",
    }  # fmt: skip
    if needs_due(text):
        values["promise.due"] = _due(macro, case, at, by)
    return fill(text, values)


def hears(macro: Macro, at: datetime, by: Agent) -> list[tuple[str, list[Chip]]]:
    """Returns what the words of a macro promise in each language, as they would be heard if it were used now."""
    usual = macro.kind.lead_minutes if macro.kind else USUAL_MINUTES
    hours = hours_of(by)
    found = []
    for language, text in macro.texts.items():
        due = choices.realistic(hours, hours.zone, at, macro.lead_minutes or usual)
        said = fill(text, {"promise.due": dates.day(due, dates.Reader(language, hours.zone), at)})
        if chips := in_macro(said, by, at):
            found.append((language, chips))
    return found


def _due(macro: Macro, case: Case, at: datetime, by: Agent) -> str:
    """The day by which it can be kept, as the customer says it."""
    usual = macro.kind.lead_minutes if macro.kind else USUAL_MINUTES
    hours = hours_of(by)
    zone = zone_of(case, hours)
    due = choices.realistic(hours, zone, at, macro.lead_minutes or usual)
    return dates.day(due, dates.Reader(case.customer.language or "en", zone), at)


def _morning(at: datetime, days: int, by: Agent) -> datetime:
    zone = zone_named(by.time_zone)
    return datetime.combine(at.astimezone(zone).date() + timedelta(days=days), NINE, zone)
