"""What the settings say about themselves: what is set up, what is missing, and how each mailbox does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from goodword.channels.email import queries as mail
from goodword.channels.email.models import Mailbox
from goodword.hours import queries as hours
from goodword.people import queries as people
from goodword.promises import queries as promises
from goodword.web.marks import Mark

LONG_AGO = timedelta(minutes=15)


@dataclass(frozen=True)
class Step:
    """One thing that a fresh desk needs: whether it is done, what stands there now, where it is set, and why."""

    name: str
    is_done: bool
    words: str
    to: str
    why: str


def steps() -> list[Step]:
    """Returns the first five minutes of a desk. Six queries."""
    return [_name(), _hours(), _mailbox(mail.every_mailbox()), _people(), _kinds()]


def _name() -> Step:
    known = people.organisation()
    words = str(known) if known else gettext("Say who you are.")
    why = gettext("Every letter and every promise page is signed with it; customers open only what they recognise.")
    return Step(gettext("Your name"), known is not None, words, "/settings/organisation", why)


def _hours() -> Step:
    known = hours.default_calendar()
    missing = gettext("When do you work? Until you say so, nine to five in UTC counts.")
    to = f"/settings/hours/{known.pk}" if known else "/settings/hours/new"
    why = gettext("“By Friday” means the end of your Friday. Reminders come while somebody is there to act on them.")
    return Step(gettext("Your hours"), known is not None, f"{known.name}, {known.zone}" if known else missing, to, why)


def _mailbox(found: list[Mailbox]) -> Step:
    used = [mailbox for mailbox in found if mailbox.is_active]
    words = gettext("Connect the address to which customers write.")
    troubled = [mailbox for mailbox in used if mailbox.trouble or mailbox.sending_trouble]
    if troubled:
        words = f"{troubled[0].address}: {troubled[0].trouble or troubled[0].sending_trouble}"
    elif used:
        words = ", ".join(mailbox.address for mailbox in used[:3])
    to = "/settings/mailboxes" if found else "/settings/mailboxes/new"
    why = gettext(
        "Their mail becomes cases, your answers go out from it. The address is tried before anything is saved."
    )
    return Step(gettext("A mailbox"), bool(used) and not troubled, words, to, why)


def _people() -> Step:
    names = list(people.able_to_own().values_list("name", flat=True)[:6])
    shown = ", ".join(names[:5])
    shown = gettext("%(names)s and more") % {"names": shown} if len(names) > 5 else shown
    words = shown if len(names) > 1 else gettext("Add those who answer with you.")
    why = gettext("A promise has one owner, and somebody who stands in while they are away. Colleagues need no desk.")
    return Step(gettext("Your people"), len(names) > 1, words, "/settings/people", why)


def _kinds() -> Step:
    names = [kind.name for kind in promises.kinds()[:4]]
    words = gettext("%(names)s and more: they come ready made.") % {"names": ", ".join(names)}
    why = gettext(
        "A kind says what proves that a promise was kept, and when to remind. Look once whether they fit you."
    )
    return Step(gettext("Kinds of promises"), bool(names), words, "/settings/kinds", why)


def state_of(mailbox: Mailbox, now: datetime) -> Mark:
    """Returns how a mailbox does, as word, icon and tone."""
    if not mailbox.is_active:
        return Mark(gettext("Out of use"), "pause-circle")
    if mailbox.trouble or mailbox.sending_trouble:
        return Mark(gettext("In trouble"), "exclamation-triangle", "broken")
    if not mailbox.imap_host:
        return Mark(gettext("Sends only"), "paper-airplane")
    if mailbox.last_checked_at is None:
        return Mark(gettext("Not looked at yet"), "clock")
    late = now - mailbox.last_checked_at > LONG_AGO
    return (
        Mark(gettext("Not looked at lately"), "clock", "risk")
        if late
        else Mark(gettext("Works"), "check-circle", "confirmed")
    )
