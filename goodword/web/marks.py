"""States as word, icon and tone: the one table from which every screen takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goodword.asks.models import Ask
from goodword.cases.models import Case, Message
from goodword.channels.email.models import Outgoing
from goodword.notices.models import Notice
from goodword.people.models import Identity
from goodword.promises.models import Due, Evidence, Promise


@dataclass(frozen=True)
class Mark:
    """A state as people see it; the tone is a class of mark.css."""

    word: str
    icon: str
    tone: str = ""


OWED = {
    "calm": Mark("Owed", "clock", "owed"),
    "at_risk": Mark("At risk", "exclamation-triangle", "risk"),
    "due_soon": Mark("Due soon", "bell-alert", "risk"),
    "overdue": Mark("Overdue", "fire", "broken"),
}
STATUS = {
    "draft": Mark("Draft", "pencil"),
    "delivered": Mark("Delivered", "paper-airplane", "delivered"),
    "confirmed": Mark("Confirmed", "check-badge", "confirmed"),
    "released": Mark("Let off", "hand-thumb-up"),
}
VERDICT = {
    "kept": Mark("Kept", "check", "confirmed"),
    "kept_renegotiated": Mark("Kept, new date agreed", "calendar-days", "confirmed"),
    "broken": Mark("Broken", "x-circle", "broken"),
}
CASE = {
    "open": Mark("Open", "inbox", "owed"),
    "waiting": Mark("Waiting", "pause-circle"),
    "checking": Mark("Checking", "chat-bubble-left-ellipsis", "delivered"),
}
PRIORITY = {  # quiet: what is as usual says nothing
    "low": Mark("Low", "chevron-down"),
    "high": Mark("High", "chevron-up", "owed"),
    "urgent": Mark("Urgent", "chevron-double-up", "risk"),
}
CLOSED = {
    "word": Mark("Closed by word", "check-badge", "confirmed"),
    "silence": Mark("Closed by silence", "speaker-x-mark"),
    "no_matter": Mark("Closed, nothing was asked", "minus-circle"),
    "override": Mark("Closed by a lead", "key", "risk"),
    "merged": Mark("Merged", "arrows-pointing-in"),
    "spam": Mark("Spam", "no-symbol"),
}
DELIVERY = {
    "queued": Mark("On its way", "clock"),
    "handed_over": Mark("Sent", "check"),
    "delivered": Mark("Arrived", "check-circle", "delivered"),
    "delayed": Mark("Delayed, trying again", "arrow-path", "risk"),
    "failed": Mark("Not sent", "x-circle", "broken"),
    "doubtful": Mark("Perhaps not sent", "question-mark-circle", "risk"),
    "bounced": Mark("Came back", "arrow-uturn-left", "broken"),
    "complained": Mark("Marked as unwanted", "hand-thumb-down", "risk"),
}
DUE = {
    "told": Mark("Told", "check", "confirmed"),
    "proposed": Mark("On its way", "clock"),
    "void": Mark("Never reached the customer", "x-circle", "broken"),
}
PROOF = {
    "standing": Mark("Stands", "check", "confirmed"),
    "pending": Mark("On its way", "clock"),
    "fallen": Mark("Fell", "x-circle", "broken"),
}
HEALTH = {
    "good": Mark("Works", "check", "confirmed"),
    "unverified": Mark("Not tried yet", "question-mark-circle"),
    "bouncing": Mark("Mail comes back", "arrow-uturn-left", "broken"),
}
ASK = {
    "calm": Mark("Asked", "clock", "owed"),
    "reminded": Mark("Reminded", "bell-alert", "owed"),
    "late": Mark("Late", "exclamation-triangle", "broken"),
    "answered": Mark("Answered", "check-circle", "confirmed"),
    "yes": Mark("Granted", "check-circle", "confirmed"),
    "no": Mark("Declined", "x-circle"),
    "withdrawn": Mark("Taken back", "minus-circle"),
}
LETTER = {
    "sent": Mark("Sent", "check"),
    "failed": Mark("Not delivered", "x-circle", "broken"),
    "doubtful": Mark("Perhaps not sent", "question-mark-circle", "risk"),
}
TOLD = {
    "ask.made": Mark("You are asked", "question-mark-circle", "owed"),
    "ask.reminded": Mark("Still to answer", "bell-alert", "owed"),
    "ask.late": Mark("No answer yet", "exclamation-triangle", "broken"),
    "ask.handed_on": Mark("You stand in", "arrows-right-left", "owed"),
    "ask.extended": Mark("More time", "clock"),
    "ask.escalated": Mark("Called out", "megaphone", "broken"),
    "ask.answered": Mark("Answered", "check-circle", "confirmed"),
    "ask.withdrawn": Mark("Taken back", "minus-circle"),
    "ask.unclear": Mark("Not sure", "question-mark-circle", "risk"),
    "ask.added": Mark("A word more", "chat-bubble-left-ellipsis", "owed"),
    "ask.robot_answered": Mark("Automatic reply", "sun"),
    "ask.not_delivered": Mark("Not delivered", "x-circle", "broken"),
    "ask.not_believed": Mark("Does not count", "shield-exclamation", "risk"),
    "promise.at_risk": Mark("At risk", "exclamation-triangle", "risk"),
    "promise.due_soon": Mark("Due soon", "bell-alert", "risk"),
    "promise.broken": Mark("Broken", "fire", "broken"),
    "promise.missed_again": Mark("Missed again", "fire", "broken"),
    "promise.escalated": Mark("Called out", "megaphone", "broken"),
    "promise.reopened": Mark("Owed again", "arrow-uturn-left", "risk"),
    "promise.renegotiation_fell": Mark("Never told", "arrow-uturn-left", "risk"),
    "promise.owner_changed": Mark("New owner", "arrows-right-left"),
    "mail.stopped": Mark("Mail in circles", "arrow-path", "risk"),
    "message.received": Mark("New message", "envelope", "owed"),
    "message.bounced": Mark("Came back", "arrow-uturn-left", "broken"),
    "message.failed": Mark("Not sent", "x-circle", "broken"),
    "message.complained": Mark("Marked as unwanted", "hand-thumb-down", "risk"),
    "message.doubtful": Mark("Perhaps not sent", "question-mark-circle", "risk"),
    "handover.offered": Mark("Offered", "arrows-right-left", "owed"),
    "handover.accepted": Mark("Taken over", "check", "confirmed"),
    "handover.returned": Mark("Given back", "arrow-uturn-left", "risk"),
    "case.assigned": Mark("Yours", "user-plus", "owed"),
    "check.needs_person": Mark("Check", "chat-bubble-left-ellipsis", "delivered"),
}


def of_promise(promise: Promise) -> list[Mark]:
    """Returns both facts of a promise: what is owed, and whether we kept our word once that is known."""
    if promise.status == "owed":
        if promise.verdict == "broken":
            overdue = promise.stage == "overdue"
            return [VERDICT["broken"]] if overdue else [OWED[promise.stage], VERDICT["broken"]]
        return [OWED[promise.stage]]
    verdict = VERDICT.get(promise.verdict)
    return [STATUS[promise.status], verdict] if verdict else [STATUS[promise.status]]


def of(row: Any) -> list[Mark]:
    """Returns the marks of a promise, its dues and proofs, a case, a message of ours, an ask and its letters, a notice
    or an address."""
    if isinstance(row, Promise):
        return of_promise(row)
    if isinstance(row, Case):
        return [CLOSED.get(row.closed_how, CLOSED["no_matter"]) if row.status == "closed" else CASE[row.status]]
    if isinstance(row, Message):
        mark = DELIVERY.get(row.delivery) if row.is_ours and not row.call_outcome else None
        return [mark] if mark else []
    if isinstance(row, Due | Evidence):
        return [(DUE if isinstance(row, Due) else PROOF)[row.state]]
    if isinstance(row, Ask):
        return [ASK[row.decision or row.state] if row.state != "open" else ASK[row.stage]]
    if isinstance(row, Outgoing):
        return [LETTER.get(row.state, Mark("On its way", "clock"))]
    if isinstance(row, Notice):
        return [TOLD.get(row.verb, Mark("Notice", "bell"))]
    return [HEALTH[row.health]] if isinstance(row, Identity) else []
