"""WHAT FOLLOWS FROM WHAT: each verb of the ledger and the functions that follow it, each its own retry.

A follower may start the next action; it is never needed for the first one to be true.
"""

from __future__ import annotations

TOLD = "goodword.notices.tasks"
PROMISES = "goodword.promises.tasks"
ASKS = "goodword.asks.tasks"
HANDOVERS = "goodword.handovers.tasks"
REMEDIES = "goodword.remedies.tasks"
CLOSING = "goodword.closing.tasks"
PARTS = "goodword.closing.parts"
OUTREACH = "goodword.outreach.tasks"
SENDING = "goodword.sending.tasks"
EMAIL = "goodword.channels.email.tasks"
FORM = "goodword.channels.form.tasks"
CHAT = "goodword.channels.chat.tasks"
FINDING = "goodword.finding.tasks"

FOLLOWS: dict[str, tuple[str, ...]] = {
    "message.received": (f"{CLOSING}.hear_answer", f"{SENDING}.customer_wrote", f"{TOLD}.message_received"),
    "case.started": (f"{EMAIL}.acknowledge",),
    "reply.answered": (f"{TOLD}.reply_stays",),
    "reply.held": (f"{TOLD}.reply_stays",),
    "message.written": (f"{EMAIL}.compose", f"{HANDOVERS}.message_was_written", f"{PROMISES}.listen_to_message"),
    "message.goes_by_mail": (f"{EMAIL}.compose",),
    "message.sent_elsewhere": (f"{PROMISES}.listen_to_message", f"{PROMISES}.keep_what_is_certain"),
    "message.handed_over": (f"{PROMISES}.message_is_out",),
    "message.bounced": (
        f"{PROMISES}.message_did_not_arrive",
        f"{CLOSING}.letter_came_back",
        f"{TOLD}.message_in_trouble",
    ),
    "message.failed": (
        f"{PROMISES}.message_did_not_arrive",
        f"{CLOSING}.letter_came_back",
        f"{TOLD}.message_in_trouble",
    ),
    "message.doubtful": (f"{TOLD}.message_in_trouble",),
    "message.complained": (f"{TOLD}.message_in_trouble",),
    "message.partly_refused": (f"{TOLD}.message_in_trouble",),
    "message.waits": (f"{TOLD}.mail_waits",),
    "mail.stopped": (f"{TOLD}.mail_goes_in_circles",),
    "ask.made": (f"{EMAIL}.ask_goes_out", f"{TOLD}.about_an_ask"),
    "ask.reminded": (f"{EMAIL}.ask_goes_out", f"{TOLD}.about_an_ask"),
    "ask.late": (f"{EMAIL}.ask_goes_out", f"{PROMISES}.ask_has_moved", f"{TOLD}.about_an_ask"),
    "ask.handed_on": (f"{EMAIL}.ask_goes_out", f"{TOLD}.about_an_ask"),
    "ask.extended": (f"{EMAIL}.ask_goes_out", f"{PROMISES}.ask_has_moved", f"{TOLD}.about_an_ask"),
    "ask.escalated": (f"{TOLD}.about_an_ask",),
    "ask.answered": (f"{REMEDIES}.approval_was_answered", f"{TOLD}.about_an_ask"),
    "ask.withdrawn": (f"{EMAIL}.ask_goes_out", f"{TOLD}.about_an_ask"),
    "ask.unclear": (f"{TOLD}.about_an_ask",),
    "ask.added": (f"{TOLD}.about_an_ask",),
    "ask.robot_answered": (f"{TOLD}.about_an_ask",),
    "ask.not_delivered": (f"{TOLD}.about_an_ask",),
    "ask.not_believed": (f"{TOLD}.about_an_ask",),
    "handover.offered": (f"{TOLD}.about_a_handover",),
    "handover.accepted": (f"{TOLD}.about_a_handover",),
    "handover.returned": (f"{TOLD}.about_a_handover",),
    "note.written": (f"{TOLD}.people_were_named",),
    "call.logged": (f"{CLOSING}.call_was_logged", f"{PROMISES}.listen_to_message"),
    "case.assigned": (f"{TOLD}.case_assigned",),
    "case.closed": (f"{PROMISES}.case_was_closed",),
    "case.merged": (f"{PARTS}.check_goes_along",),
    "case.split": (f"{CLOSING}.consider_check",),
    "case.split_off": (f"{CLOSING}.consider_check",),
    "case.split_undone": (f"{PARTS}.check_goes_along",),
    "case.reopened": (f"{CLOSING}.case_is_open_again",),
    "promise.made": (f"{CLOSING}.promise_came_up", f"{REMEDIES}.promise_was_made"),
    "promise.at_risk": (f"{TOLD}.about_a_promise",),
    "promise.due_soon": (f"{TOLD}.about_a_promise",),
    "promise.broken": (f"{TOLD}.about_a_promise",),
    "promise.missed_again": (f"{TOLD}.about_a_promise",),
    "promise.not_apologised": (f"{TOLD}.about_a_promise",),
    "promise.escalated": (f"{TOLD}.about_a_promise",),
    "promise.reopened": (f"{CLOSING}.promise_came_up", f"{TOLD}.about_a_promise"),
    "promise.renegotiation_fell": (f"{TOLD}.about_a_promise",),
    "promise.delivered": (f"{CLOSING}.consider_check",),
    "promise.confirmed": (f"{CLOSING}.consider_check",),
    "promise.released": (f"{CLOSING}.consider_check",),
    "promise.chased": (f"{TOLD}.customer_asked",),
    "promise.date_wished": (f"{TOLD}.customer_asked",),
    "promise.owner_changed": (f"{TOLD}.owner_changed",),
    "check.needs_person": (f"{TOLD}.check_needs_person",),
}

# What the worker sweeps, in threads of their own: a slow mail server never holds up the clock.
SWEEPS: dict[str, tuple[str, ...]] = {
    "clock": (
        f"{PROMISES}.sweep_absences",  # first who holds what, then what is asked of them, then what waits for that
        f"{ASKS}.sweep_asks",
        f"{PROMISES}.sweep_promises",
        "goodword.cases.tasks.sweep_cases",
        f"{CLOSING}.sweep_checks",
        f"{CLOSING}.sweep_surveys",
        f"{TOLD}.sweep_notices",
    ),
    "outreach": (f"{OUTREACH}.sweep_plans", f"{OUTREACH}.sweep_planned", f"{OUTREACH}.sweep_rounds"),
    "replies": (f"{SENDING}.sweep_replies",),
    "finding": (f"{FINDING}.sweep_words", f"{FINDING}.sweep_views"),
    "keeping": ("goodword.kit.once.sweep_answers", f"{FORM}.sweep_knocks", f"{SENDING}.sweep_drafts"),
    "insight": ("goodword.insight.tasks.sweep_fits",),
    "measures": ("goodword.insight.tasks.sweep_measures",),
    "ratings": ("goodword.insight.fairness.tasks.sweep_ratings",),
    "chat": (f"{CHAT}.sweep_visits",),
    "outgoing": (f"{EMAIL}.sweep_outgoing",),
    "arrivals": (f"{EMAIL}.sweep_arrivals",),
    "mailboxes": (f"{EMAIL}.sweep_mailboxes",),
}

# What else runs as long as the worker does: each is called with an event that is set when it must stop.
COMPANIONS: tuple[str, ...] = (
    f"{EMAIL}.listen",
    f"{EMAIL}.watch",
    "goodword.demo.post_office.open_for_business",
)
