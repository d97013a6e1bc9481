"""Who is told what: the followers of the ledger that make notices, and the mail that bundles them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from goodword.asks.links import link_for, token_of
from goodword.asks.models import Ask
from goodword.asks.queries import WITH as ASK_WITH
from goodword.cases.models import Case, Closed, Message, Note
from goodword.channels.email import loops
from goodword.channels.email.outbound import queue_plain
from goodword.closing.models import Check
from goodword.handovers.models import Offer
from goodword.kit.sweep import Swept, sweep
from goodword.kit.text import first_words
from goodword.ledger.models import Entry
from goodword.notices.access import page_of
from goodword.notices.actions import tell
from goodword.notices.asks import tellings
from goodword.notices.mentions import named_in
from goodword.notices.models import Notice
from goodword.people.models import Agent
from goodword.people.queries import admins, at_desks, leads_of
from goodword.promises.models import Promise

WORDS = {
    "promise.at_risk": _("At risk: “{words}” for {customer}"),
    "promise.endangered": _("At risk: “{words}” for {customer}: {why}"),
    "promise.due_soon": _("Due soon: “{words}” for {customer}"),
    "promise.broken": _("Broken: “{words}” for {customer}. They should hear it from us first."),
    "promise.not_apologised": _("{customer} has heard nothing from us yet: “{words}” is broken, owed by {owner}"),
    "promise.missed_again": _("Missed again: “{words}” for {customer}"),
    "promise.escalated": _("Nobody has taken note: “{words}” for {customer}, owed by {owner}"),
    "promise.reopened": _("Owed again: “{words}” for {customer}: {why}"),
    "promise.renegotiation_fell": _("The new date never reached {customer}: “{words}” is due as before"),
}

TROUBLE = {
    "message.bounced": _("Your message to {customer} came back: {words}"),
    "message.complained": _("Your message to {customer} was marked as unwanted: {words}"),
    "message.failed": _("Your message to {customer} could not be sent: {words}"),
    "message.doubtful": _("Your message to {customer} was perhaps not sent: {words}"),
    "message.partly_refused": _("Your message to {customer} did not reach everybody it was sent to: {words}"),
}
UNEXPLAINED = {
    "message.bounced": _("Your message to {customer} came back: no reason given"),
    "message.complained": _("Your message to {customer} was marked as unwanted: no reason given"),
    "message.failed": _("Your message to {customer} could not be sent: no reason given"),
    "message.doubtful": _("Your message to {customer} was perhaps not sent: no reason given"),
    "message.partly_refused": _("Your message to {customer} did not reach everybody it was sent to: no reason given"),
}


def about_a_promise(entry: Entry, now: datetime) -> None:
    """Tells the owner (or, when escalated, the next level) what has become of a promise."""
    promise = Promise.objects.select_related("owner__team__lead", "case__customer").get(pk=entry.row)
    words = WORDS["promise.endangered" if entry.verb == "promise.at_risk" and entry.get("why") else entry.verb]
    values = {
        "words": first_words(promise.words, 90), "customer": promise.case.customer, "owner": promise.owner,
        "why": entry.get("why", ""),
    }  # fmt: skip
    people = [promise.owner]
    if entry.verb == "promise.not_apologised":
        people = leads_of(promise.owner)
    if entry.verb == "promise.escalated":
        level = int(entry.get("escalations", 1))
        people = leads_of(promise.owner) if level <= 1 else admins()
    cause = f"{entry.verb}:{entry.pk}"
    tell(people, cause, words, now, verb=entry.verb, values=values, case=promise.case_id, promise=promise.pk)


def about_an_ask(entry: Entry, now: datetime) -> None:
    """Tells whoever is to answer an ask, whoever asked, or those above, what has become of it."""
    ask = Ask.objects.select_related(*ASK_WITH, "by__team__lead", "case__owner").get(pk=entry.row)
    for told in tellings(entry, ask):
        tell(
            told.people, told.cause, told.words, now, verb=entry.verb, case=ask.case_id, promise=told.promise,
            ask=ask.pk, by_mail=told.by_mail, values=told.values,
        )  # fmt: skip


def customer_asked(entry: Entry, now: datetime) -> None:
    """Tells who owes a promise that its customer waits or wishes another day (a case's owner reads the message)."""
    promise = Promise.objects.select_related("owner", "case__customer").get(pk=entry.row)
    if promise.owner_id == promise.case.owner_id:
        return
    waits = _("{customer} is waiting for “{words}”")
    words = waits if entry.verb == "promise.chased" else _("{customer} wishes another day, {day}, for “{words}”")
    values = {"customer": promise.case.customer, "day": entry.get("day"), "words": first_words(promise.words, 90)}
    tell(
        [promise.owner], f"{entry.verb}:{entry.pk}", words, now, verb=entry.verb, values=values, case=promise.case_id,
        promise=promise.pk,
    )  # fmt: skip


def owner_changed(entry: Entry, now: datetime) -> None:
    """Tells the new owner and the previous one that a promise has changed hands."""
    promise = Promise.objects.select_related("owner", "case__customer").get(pk=entry.row)
    values = {
        "words": first_words(promise.words, 90), "customer": promise.case.customer, "name": entry.get("owner_name"),
    }  # fmt: skip
    cause = f"owner:{entry.pk}"
    new = Agent.objects.filter(pk=entry.get("owner"))
    old = Agent.objects.filter(pk=entry.get("previous"))
    for person, said in (
        (new, _("Yours now: “{words}” for {customer}")),
        (old, _("With {name} now: “{words}”")),
    ):
        told = [one for one in person if one.pk != entry.by_id]
        tell(told, cause, said, now, verb=entry.verb, values=values, case=promise.case_id, promise=promise.pk)


def message_received(entry: Entry, now: datetime) -> None:
    """Tells the owner of a case that the customer wrote (an answer of a robot tells nobody)."""
    if entry.get("automatic"):
        return
    message = Message.objects.select_related("case__owner", "case__customer").get(pk=entry.row)
    case = message.case
    if case.owner and case.closed_how != Closed.SPAM and not loops.is_stopped(message.from_address):
        values = {"customer": case.customer, "words": first_words(message.reply_text or message.text, 120)}
        words = _("{customer} wrote: {words}")
        tell([case.owner], f"message:{message.pk}", words, now, verb=entry.verb, values=values, case=case.pk)


def people_were_named(entry: Entry, now: datetime) -> None:
    """Tells whom a note names by @, if they have a desk on which to read it."""
    note = Note.objects.select_related("case__customer").get(pk=entry.row)
    if "@" not in note.text:
        return
    told = [one for one in named_in(note.text, list(at_desks())) if one.pk != note.author_id]
    values = {"author": note.author or "The desk", "case": note.case, "words": first_words(note.text, 160)}
    words = _("{author} on {case}: {words}")
    tell(told, f"note:{note.pk}", words, now, verb="note.named", values=values, case=note.case_id)


def message_in_trouble(entry: Entry, now: datetime) -> None:
    """Tells whoever wrote a message (else the owner, else the admins) that it did not arrive well."""
    message = Message.objects.select_related("author", "case__owner", "case__customer").get(pk=entry.row)
    why = str(entry.get("words") or "")
    words = TROUBLE[entry.verb] if why else UNEXPLAINED[entry.verb]
    values = {"customer": message.case.customer, "words": why}
    told = [person for person in (message.author, message.case.owner) if person and person.is_active]
    cause = f"{entry.verb}:{message.pk}"
    tell(told or admins(), cause, words, now, verb=entry.verb, values=values, case=message.case_id)


def reply_stays(entry: Entry, now: datetime) -> None:
    """Tells whoever wrote a reply, and the owner of its case, that it did not go out; its words stay there."""
    case = Case.objects.select_related("customer", "owner").get(pk=entry.case_id or 0)
    writer = Agent.objects.filter(pk=entry.get("writer"), is_active=True).first()
    first = _("Your reply to {customer} did not go out: they wrote first")
    words = _("Your reply to {customer} did not go out: {why}") if entry.get("why") else first
    values = {"customer": case.customer, "why": entry.get("why")}
    told = {person.pk: person for person in (writer, case.owner) if person and person.is_active}
    people, cause = list(told.values()) or admins(), f"{entry.verb}:{entry.row}"
    tell(people, cause, words, now, verb=entry.verb, values=values, case=case.pk)


def mail_waits(entry: Entry, now: datetime) -> None:
    """Tells the admins, once a day, that mail cannot go out because something about its server must be mended."""
    plain = _("Mail to customers is waiting: the outgoing server does not take it")
    words = _("Mail to customers is waiting: {words}") if entry.get("words") else plain
    values, cause = {"words": entry.get("words")}, f"mail_waits:{now:%Y-%m-%d}"
    tell(admins(), cause, words, now, verb=entry.verb, values=values, case=entry.case_id)


def mail_goes_in_circles(entry: Entry, now: datetime) -> None:
    """Tells the owner of the case, and those who may let it go on, that the desk has stopped writing by itself."""
    case = Case.objects.select_related("owner__team__lead").filter(pk=entry.case_id or 0).first()
    owner = case.owner if case else None
    people = [*([owner] if owner else []), *(leads_of(owner) if owner else admins())]
    words, values = _("{words} The desk writes nothing to it by itself any more."), {"words": entry.get("words")}
    tell(people, f"{entry.verb}:{entry.row}", words, now, verb=entry.verb, values=values, case=entry.case_id)


def case_assigned(entry: Entry, now: datetime) -> None:
    """Tells a person that somebody gave them a case."""
    owner = Agent.objects.filter(pk=entry.get("owner")).first()
    case = Case.objects.select_related("customer").filter(pk=entry.case_id or 0).first()
    if case and owner and owner.pk != entry.by_id:
        words, values = _("Yours now: {case} ({customer})"), {"case": case, "customer": case.customer}
        tell([owner], f"assigned:{entry.pk}", words, now, verb=entry.verb, values=values, case=case.pk)


def about_a_handover(entry: Entry, now: datetime) -> None:
    """Tells the receiver of an offer, and the giver what became of it."""
    offered = Offer.objects.select_related("giver", "receiver", "case__customer").get(pk=entry.row)
    words = {
        "handover.offered": _("{giver} offers you {case} ({customer}). Read the brief"),
        "handover.accepted": _("{receiver} took over {case} ({customer})"),
        "handover.returned": _("{receiver} gave back {case}: {reason}"),
    }[entry.verb]
    values = {
        "giver": offered.giver, "receiver": offered.receiver, "case": offered.case, "customer": offered.case.customer,
        "reason": offered.reason,
    }  # fmt: skip
    person = offered.receiver if entry.verb == "handover.offered" else offered.giver
    told = [person] if person.pk != entry.by_id else []
    tell(told, f"{entry.verb}:{offered.pk}", words, now, verb=entry.verb, values=values, case=offered.case_id)


def check_needs_person(entry: Entry, now: datetime) -> None:
    """Tells the owner that a check cannot go on by itself."""
    check = Check.objects.select_related("case__customer").get(pk=entry.row)
    why = {
        "receipt": _("Find out whether it arrived: {case} ({customer})"),
        "call": _("Call {customer}: the check by mail was not answered ({case})"),
        "no_address": _("There is no address that works for {customer} ({case})"),
    }
    words = why.get(str(entry.get("why")), _("A check needs you: {case} ({customer})"))
    people = Agent.objects.filter(pk=entry.get("owner"))
    values, cause = {"case": check.case, "customer": check.case.customer}, f"check:{check.pk}:{entry.get('why')}"
    tell(people, cause, words, now, verb=entry.verb, values=values, case=check.case_id)


def sweep_notices(now: datetime) -> Swept:
    """Mails to each person, in one mail, what they have not read in the desk."""
    return sweep(Notice.objects.select_related("person"), _mail_bundle, now)


def _mail_bundle(notice: Notice, now: datetime) -> None:
    """The first notice of a person to come up takes all their other unread ones along."""
    with transaction.atomic():
        rows = list(
            Notice.objects.select_for_update(of=("self",))
            .filter(person=notice.person, read_at=None, mailed_at=None, wakes_at__isnull=False)
            .order_by("id")[:200]
        )
        Notice.objects.filter(pk__in=[notice.pk, *(row.pk for row in rows)]).update(mailed_at=now, wakes_at=None)
        if not rows:
            return
        lines = "\n".join(f"– {row.words}\n  {_address(row, now)}" for row in rows)
        subject, greeting = _opening(notice.person, rows)
        queue_plain(
            to=notice.person.email, subject=first_words(subject, 120), at=now,
            cause=f"notices:{notice.person_id}:{rows[-1].pk}",
            text=f"{greeting}\n\n{lines}\n\n{settings.BASE_URL}\n",
        )  # fmt: skip


def _opening(person: Agent, rows: list[Notice]) -> tuple[str, str]:
    """The subject and the first line of such a mail, in the language that its reader chose."""
    with override(person.language or "en"):
        known = {"count": len(rows), "first": first_words(rows[0].words, 60)}
        many = gettext("%(count)s things at the desk, first: %(first)s") % known
        return rows[0].words if len(rows) == 1 else many, gettext("Hello %(name)s,") % {"name": person.name}


def _address(notice: Notice, now: datetime) -> str:
    """The page a notice is about; of an ask that of its receiver, where they have no desk."""
    if notice.ask_id and not notice.person.works_at_desk:
        link = link_for(Ask.objects.get(pk=notice.ask_id), notice.person, now)
        return f"{settings.BASE_URL}/portal/asks/{token_of(link)}"
    return f"{settings.BASE_URL}{page_of(notice)}"
