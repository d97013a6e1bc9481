"""Reports about our own mail: tied to the message they are about, and told to it. Read before anything else."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.asks import replies
from goodword.asks.models import Ask
from goodword.cases import delivery
from goodword.cases.models import Channel, Delivery, Message
from goodword.channels.email import asked
from goodword.channels.email.inbound import bracketed, clean
from goodword.channels.email.models import Arrival, Outgoing, OutgoingState
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail
from goodword.people.models import IdentityKind

# Kinds of report, and what the arrival says became of them.
REPORTS = {
    "bounce": "bounce", "delay": "delay", "delivery_report": "delivered", "complaint": "complaint",
    "read_receipt": "receipt",
}  # fmt: skip
LOOKS_BACK = timedelta(days=14)
DAEMONS = ("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "bounce", "mailsystem")


def settle(mail: ReadMail, arrival: Arrival, ours: Ours, at: datetime) -> tuple[str, Message | None] | None:
    """Tells the message what the report says. Returns the outcome, or None when this is no report for us.

    A report that fits no message of ours stays on record as `untied` when a mail server wrote it; from
    anybody else it is a mail like others, so that a wrong guess of the reader hides nobody's words.
    """
    if mail.kind not in REPORTS:
        return None
    ask = asked.tied(mail, arrival, ours)
    if ask:
        _tell_ask(ask, mail, at)
        return REPORTS[mail.kind], None
    message = tied(mail, arrival, ours, at)
    if message:
        _tell(message, mail, at)
        return REPORTS[mail.kind], message
    if _about_a_plain_mail(mail):
        return REPORTS[mail.kind], None
    return ("untied", None) if _from_a_server(mail, arrival) else None


def tied(mail: ReadMail, arrival: Arrival, ours: Ours, at: datetime) -> Message | None:
    """Finds the message of ours: by its Message-ID, by the signed return path, else the last to that address."""
    named = [bracketed(one) for one in (mail.bounced_message_id, mail.in_reply_to, *mail.references[-10:]) if one]
    found = Message.objects.filter(message_id__in=named, is_ours=True).order_by("-id").first() if named else None
    if found:
        return found
    number = ours.message_in((arrival.inbox, *mail.delivered_to, *mail.to))
    if number:
        return Message.objects.filter(pk=number, is_ours=True).first()
    if not mail.bounced_recipients or not _from_a_server(mail, arrival):
        return None
    written = Message.objects.filter(
        identity__kind=IdentityKind.EMAIL, identity__address__in=[one.lower() for one in mail.bounced_recipients],
        is_ours=True, channel=Channel.EMAIL, at__gte=at - LOOKS_BACK,
    )  # fmt: skip
    return written.order_by("-id").first()


def _tell(message: Message, mail: ReadMail, at: datetime) -> None:
    words = clean(mail.bounce_reason)
    if mail.kind == "bounce":
        addresses = tuple(clean(one) for one in mail.bounced_recipients)
        delivery.bounced(message, addresses, at, words, permanent=mail.bounce_permanent is not False)
    elif mail.kind == "delay":
        delivery.bounced(message, tuple(mail.bounced_recipients), at, words, permanent=False)
    elif mail.kind == "delivery_report":
        delivery.mark(message, Delivery.DELIVERED, at, words or "the customer's mail server says that it was delivered")
    elif mail.kind == "complaint":
        delivery.mark(message, Delivery.COMPLAINED, at, words or "the customer marked it as unwanted (spam)")


def _tell_ask(ask: Ask, mail: ReadMail, at: datetime) -> None:
    """The letter of an ask came back for good: whoever asked hears of it once, and its row in the outbox says so."""
    if mail.kind != "bounce" or mail.bounce_permanent is False:
        return
    words = clean(mail.bounce_reason) or "it came back"
    mails = Outgoing.objects.filter(ask=ask).exclude(state=OutgoingState.FAILED)
    named = mails.filter(mail_id=bracketed(mail.bounced_message_id)[:250]) if mail.bounced_message_id else mails
    gone = [clean(one).lower() for one in mail.bounced_recipients] or [one for row in named for one in row.recipients]
    if named.update(state=OutgoingState.FAILED, server_words=f"came back: {words}"[:500], wakes_at=None):
        replies.not_delivered(ask, ", ".join(gone)[:200], words, at)


def _about_a_plain_mail(mail: ReadMail) -> bool:
    """A notice to a colleague came back: there is no case to tell, its row in the outbox says so."""
    mail_id = bracketed(mail.bounced_message_id)
    if not mail_id:
        return False
    rows = Outgoing.objects.filter(mail_id=mail_id[:250], message=None)
    if mail.kind == "bounce" and mail.bounce_permanent is not False:
        words = f"came back: {clean(mail.bounce_reason)}"[:500]
        return bool(rows.update(state=OutgoingState.FAILED, server_words=words, wakes_at=None))
    return rows.exists()


def _from_a_server(mail: ReadMail, arrival: Arrival) -> bool:
    if "" in (arrival.return_path, mail.return_path):
        return True
    return mail.from_address.partition("@")[0].lower().startswith(DAEMONS)
