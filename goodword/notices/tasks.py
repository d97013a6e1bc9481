"""Who is told what: the followers of the ledger that make notices, and the mail that bundles them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

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
    "promise.at_risk": "At risk: “{words}” for {customer}",
    "promise.endangered": "At risk: “{words}” for {customer}: {why}",
    "promise.due_soon": "Due soon: “{words}” for {customer}",
    "promise.broken": "Broken: “{words}” for {customer}. They should hear it from us first.",
    "promise.not_apologised": "{customer} has heard nothing from us yet: “{words}” is broken, owed by {owner}",
    "promise.missed_again": "Missed again: “{words}” for {customer}",
    "promise.escalated": "Nobody has taken note: “{words}” for {customer}, owed by {owner}",
    "promise.reopened": "Owed again: “{words}” for {customer}: {why}",
    "promise.renegotiation_fell": "The new date never reached {customer}: “{words}” is due as before",
}


def about_a_promise(entry: Entry, now: datetime) -> None:
    """Tells the owner (or, when escalated, the next level) what has become of a promise."""
    promise = Promise.objects.select_related("owner__team__lead", "case__customer").get(pk=entry.row)
    words = WORDS["promise.endangered" if entry.verb == "promise.at_risk" and entry.get("why") else entry.verb].format(
        words=first_words(promise.words, 90),
        customer=promise.case.customer,
        owner=promise.owner,
        why=entry.get("why", ""),
    )
    people = [promise.owner]
    if entry.verb == "promise.not_apologised":
        people = leads_of(promise.owner)
    if entry.verb == "promise.escalated":
        level = int(entry.get("escalations", 1))
        people = leads_of(promise.owner) if level <= 1 else admins()
    tell(people, f"{entry.verb}:{entry.pk}", words, now, verb=entry.verb, case=promise.case_id, promise=promise.pk)


def about_an_ask(entry: Entry, now: datetime) -> None:
    """Tells whoever is to answer an ask, whoever asked, or those above, what has become of it."""
    ask = Ask.objects.select_related(*ASK_WITH, "by__team__lead", "case__owner").get(pk=entry.row)
    for told in tellings(entry, ask):
        tell(
            told.people, told.cause, told.words, now, verb=entry.verb, case=ask.case_id, promise=told.promise,
            ask=ask.pk, by_mail=told.by_mail,
        )  # fmt: skip


def customer_asked(entry: Entry, now: datetime) -> None:
    """Tells who owes a promise that its customer waits or wishes another day (a case's owner reads the message)."""
    promise = Promise.objects.select_related("owner", "case__customer").get(pk=entry.row)
    if promise.owner_id == promise.case.owner_id:
        return
    what = "is waiting for" if entry.verb == "promise.chased" else f"wishes another day, {entry.get('day')}, for"
    words = f"{promise.case.customer} {what} “{first_words(promise.words, 90)}”"
    cause = f"{entry.verb}:{entry.pk}"
    tell([promise.owner], cause, words, now, verb=entry.verb, case=promise.case_id, promise=promise.pk)


def owner_changed(entry: Entry, now: datetime) -> None:
    """Tells the new owner and the previous one that a promise has changed hands."""
    promise = Promise.objects.select_related("owner", "case__customer").get(pk=entry.row)
    words = first_words(promise.words, 90)
    cause = f"owner:{entry.pk}"
    new = Agent.objects.filter(pk=entry.get("owner"))
    old = Agent.objects.filter(pk=entry.get("previous"))
    for person, said in (
        (new, f"Yours now: “{words}” for {promise.case.customer}"),
        (old, f"With {entry.get('owner_name')} now: “{words}”"),
    ):
        told = [one for one in person if one.pk != entry.by_id]
        tell(told, cause, said, now, verb=entry.verb, case=promise.case_id, promise=promise.pk)


def message_received(entry: Entry, now: datetime) -> None:
    """Tells the owner of a case that the customer wrote (an answer of a robot tells nobody)."""
    if entry.get("automatic"):
        return
    message = Message.objects.select_related("case__owner", "case__customer").get(pk=entry.row)
    case = message.case
    if case.owner and case.closed_how != Closed.SPAM and not loops.is_stopped(message.from_address):
        words = f"{case.customer} wrote: {first_words(message.reply_text or message.text, 120)}"
        tell([case.owner], f"message:{message.pk}", words, now, verb=entry.verb, case=case.pk)


def people_were_named(entry: Entry, now: datetime) -> None:
    """Tells whom a note names by @, if they have a desk on which to read it."""
    note = Note.objects.select_related("case__customer").get(pk=entry.row)
    if "@" not in note.text:
        return
    told = [one for one in named_in(note.text, list(at_desks())) if one.pk != note.author_id]
    words = f"{note.author or 'The desk'} on {note.case}: {first_words(note.text, 160)}"
    tell(told, f"note:{note.pk}", words, now, verb="note.named", case=note.case_id)


def message_in_trouble(entry: Entry, now: datetime) -> None:
    """Tells whoever wrote a message (else the owner, else the admins) that it did not arrive well."""
    message = Message.objects.select_related("author", "case__owner", "case__customer").get(pk=entry.row)
    what = {
        "message.bounced": "came back",
        "message.complained": "was marked as unwanted",
        "message.failed": "could not be sent",
        "message.doubtful": "was perhaps not sent",
        "message.partly_refused": "did not reach everybody it was sent to",
    }[entry.verb]
    words = f"Your message to {message.case.customer} {what}: {entry.get('words') or 'no reason given'}"
    told = [person for person in (message.author, message.case.owner) if person and person.is_active]
    tell(told or admins(), f"{entry.verb}:{message.pk}", words, now, verb=entry.verb, case=message.case_id)


def reply_stays(entry: Entry, now: datetime) -> None:
    """Tells whoever wrote a reply, and the owner of its case, that it did not go out; its words stay there."""
    case = Case.objects.select_related("customer", "owner").get(pk=entry.case_id or 0)
    writer = Agent.objects.filter(pk=entry.get("writer"), is_active=True).first()
    words = f"Your reply to {case.customer} did not go out: {entry.get('why') or 'they wrote first'}"
    told = {person.pk: person for person in (writer, case.owner) if person and person.is_active}
    tell(list(told.values()) or admins(), f"{entry.verb}:{entry.row}", words, now, verb=entry.verb, case=case.pk)


def mail_waits(entry: Entry, now: datetime) -> None:
    """Tells the admins, once a day, that mail cannot go out because something about its server must be mended."""
    words = f"Mail to customers is waiting: {entry.get('words') or 'the outgoing server does not take it'}"
    tell(admins(), f"mail_waits:{now:%Y-%m-%d}", words, now, verb=entry.verb, case=entry.case_id)


def mail_goes_in_circles(entry: Entry, now: datetime) -> None:
    """Tells the owner of the case, and those who may let it go on, that the desk has stopped writing by itself."""
    case = Case.objects.select_related("owner__team__lead").filter(pk=entry.case_id or 0).first()
    owner = case.owner if case else None
    people = [*([owner] if owner else []), *(leads_of(owner) if owner else admins())]
    words = f"{entry.get('words')} The desk writes nothing to it by itself any more."
    tell(people, f"{entry.verb}:{entry.row}", words, now, verb=entry.verb, case=entry.case_id)


def case_assigned(entry: Entry, now: datetime) -> None:
    """Tells a person that somebody gave them a case."""
    owner = Agent.objects.filter(pk=entry.get("owner")).first()
    case = Case.objects.select_related("customer").filter(pk=entry.case_id or 0).first()
    if case and owner and owner.pk != entry.by_id:
        tell(
            [owner], f"assigned:{entry.pk}", f"Yours now: {case} ({case.customer})", now, verb=entry.verb, case=case.pk
        )


def about_a_handover(entry: Entry, now: datetime) -> None:
    """Tells the receiver of an offer, and the giver what became of it."""
    offered = Offer.objects.select_related("giver", "receiver", "case__customer").get(pk=entry.row)
    words = {
        "handover.offered": f"{offered.giver} offers you {offered.case} ({offered.case.customer}). Read the brief",
        "handover.accepted": f"{offered.receiver} took over {offered.case} ({offered.case.customer})",
        "handover.returned": f"{offered.receiver} gave back {offered.case}: {offered.reason}",
    }[entry.verb]
    person = offered.receiver if entry.verb == "handover.offered" else offered.giver
    told = [person] if person.pk != entry.by_id else []
    tell(told, f"{entry.verb}:{offered.pk}", words, now, verb=entry.verb, case=offered.case_id)


def check_needs_person(entry: Entry, now: datetime) -> None:
    """Tells the owner that a check cannot go on by itself."""
    check = Check.objects.select_related("case__customer").get(pk=entry.row)
    why = {
        "receipt": "Find out whether it arrived: {case} ({customer})",
        "call": "Call {customer}: the check by mail was not answered ({case})",
        "no_address": "There is no address that works for {customer} ({case})",
    }
    words = why.get(str(entry.get("why")), "A check needs you: {case} ({customer})")
    people = Agent.objects.filter(pk=entry.get("owner"))
    said = words.format(case=check.case, customer=check.case.customer)
    tell(people, f"check:{check.pk}:{entry.get('why')}", said, now, verb=entry.verb, case=check.case_id)


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
        subject = (
            rows[0].words
            if len(rows) == 1
            else f"{len(rows)} things at the desk, first: {first_words(rows[0].words, 60)}"
        )
        queue_plain(
            to=notice.person.email, subject=first_words(subject, 120), at=now,
            cause=f"notices:{notice.person_id}:{rows[-1].pk}",
            text=f"Hello {notice.person.name},\n\n{lines}\n\n{settings.BASE_URL}\n",
        )  # fmt: skip


def _address(notice: Notice, now: datetime) -> str:
    """The page a notice is about; of an ask that of its receiver, where they have no desk."""
    if notice.ask_id and not notice.person.works_at_desk:
        link = link_for(Ask.objects.get(pk=notice.ask_id), notice.person, now)
        return f"{settings.BASE_URL}/portal/asks/{token_of(link)}"
    return f"{settings.BASE_URL}{page_of(notice)}"
