"""The lines of the mail log: a mail as whom, about what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from goodword.channels.email.models import Arrival, Outgoing
from goodword.kit.tongues import later as _
from goodword.web.marks import Mark

CAME = {
    "waits": Mark("Not placed yet", "clock", "risk"),
    "started": Mark("A new case", "inbox", "owed"),
    "continued": Mark("In its case", "check"),
    "reopened": Mark("Opened its case again", "arrow-uturn-left"),
    "thanked": Mark("Thanks, in its case", "check"),
    "spam": Mark("Spam, in its case", "no-symbol"),
    "ask_answered": Mark("Answered a question", "check"),
    "ask_unclear": Mark("Answered, not clearly", "question-mark-circle", "risk"),
    "ask_added": Mark("Added to an answer", "check"),
    "ask_robot": Mark("A robot answered", "cog-6-tooth"),
    "seen": Mark("Known already", "document-duplicate"),
    "own": Mark("Our own, came back", "arrow-path"),
    "bounce": Mark("A report: came back", "arrow-uturn-left", "broken"),
    "delay": Mark("A report: delayed", "arrow-path", "risk"),
    "delivered": Mark("A report: arrived", "check-circle", "delivered"),
    "complaint": Mark("A report: unwanted", "hand-thumb-down", "broken"),
    "receipt": Mark("A report: was read", "eye"),
    "untied": Mark("A report about no mail of ours", "question-mark-circle"),
    "unreadable": Mark("Could not be read", "exclamation-triangle", "broken"),
}
WENT = {
    "queued": Mark("On its way", "clock"),
    "claimed": Mark("Being sent", "clock"),
    "handing": Mark("Being sent", "clock"),
    "sent": Mark("Taken by the server", "check"),
    "failed": Mark("Refused for good", "x-circle", "broken"),
    "doubtful": Mark("Perhaps not sent", "question-mark-circle", "risk"),
    "cancelled": Mark("Cancelled", "minus-circle"),
}
DOORS = {
    "imap": _("fetched"), "smtp": _("by the listener"), "lmtp": _("by the listener"), "file": _("from a file"),
    "sent": _("from the folder of what was sent"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One mail of the log. `words`: what the server said, or what went wrong."""

    pk: int
    at: datetime
    who: str
    subject: str
    mark: Mark
    words: str
    case: int | None


def came(row: Arrival) -> Line:
    """A mail that came in. Older ones have their sender from the message they became."""
    message = row.message
    who = row.sender or (message.from_address if message else "") or gettext("Sender not known")
    subject = row.subject or (message.subject if message else "")
    mark = CAME.get(row.outcome or "waits", Mark(row.outcome.replace("_", " "), "envelope"))
    return Line(row.pk, row.arrived_at, who, subject, mark, row.trouble, row.case_id)


def went(row: Outgoing) -> Line:
    """A mail that went out, as what it was: a message, a question to somebody, or a notice of the desk."""
    subject = gettext("A notice of the desk")
    case = None
    if row.message:
        subject, case = row.message.subject, row.message.case_id
    elif row.ask:
        subject, case = gettext("A question to somebody"), row.ask.case_id
    who = ", ".join(row.recipients[:3])
    who = gettext("%(names)s and more") % {"names": who} if len(row.recipients) > 3 else who
    return Line(row.pk, row.queued_at, who, subject, WENT[row.state], row.server_words, case)
