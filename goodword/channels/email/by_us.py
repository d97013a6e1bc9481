"""A mail of our own people that comes back to the desk: by Cc or Bcc, from the folder of what was sent, or a list.

It is ours, and no customer's, when it is from a person of the desk or one of our addresses, belongs to a case, goes to
its customer, and the receiving server found that its sender is who it says (else it is a mail like others).
"""

from __future__ import annotations

from datetime import datetime

from goodword.cases import elsewhere
from goodword.cases.inbound import Inbound
from goodword.cases.models import Case, Message
from goodword.cases.queries import takes_part
from goodword.channels.email import authentication
from goodword.channels.email.addresses import plain
from goodword.channels.email.inbound import clean
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail
from goodword.people.models import Agent, IdentityKind

BY_US = "by_us"


def settle(mail: ReadMail, inbound: Inbound, ours: Ours, at: datetime, *, is_proven: bool = False) -> Message | None:
    """Writes a mail of ours into its case; None for a mail that is none, or whose sender is not proven.

    What lies in the folder of what was sent is proven by where it lies.
    """
    if mail.kind != "ordinary" or mail.is_auto_reply:
        return None
    sender = clean(mail.from_address).strip().lower()[:320]
    to = tuple(one.strip().lower()[:320] for one in (*mail.to, *mail.cc) if one and not ours.has(one))
    outside = tuple(one for one in to if ours.case_in((one,)) is None and one != sender)
    by = Agent.objects.filter(email=sender, is_active=True).exclude(role="auditor").first()
    if not outside or (by is None and not ours.has(sender)):
        return None
    if inbound.sender_check != authentication.PASSED and not is_proven:
        return None
    known = Message.objects.filter(message_id=inbound.message_id, is_ours=True).first() if inbound.message_id else None
    if known:
        return known
    case = elsewhere.case_of(inbound)
    if case is None or not _goes_to_its_customer(case, outside):
        return None
    return elsewhere.receive_ours(inbound, case, by, outside, at)


def _goes_to_its_customer(case: Case, outside: tuple[str, ...]) -> bool:
    """Says whether one of the addresses takes part in the case: a mail among colleagues is no word to a customer."""
    known = case.customer.identities.filter(kind=IdentityKind.EMAIL).values_list("address", flat=True)
    theirs = {plain(address) for address in known}
    return any(plain(one) in theirs for one in outside) or any(takes_part(case, 0, one) for one in outside)
