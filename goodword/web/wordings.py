"""What the ledger says, as people would: one sentence for each verb, used by timelines and the Promise page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from goodword.kit.text import first_words
from goodword.ledger.models import Entry
from goodword.web import times

DESK = _("The desk")
KNOWN = {
    ("why", "the customer wrote"): _("the customer wrote"),
    ("channel", "email"): _("mail"),
    ("channel", "phone"): _("phone"),
}
NOTICED_LATE = timedelta(minutes=1)
SENTENCES = {
    "absence.began": "An absence began",
    "ask.added": "{to} had more to say: “{words}”",
    "ask.escalated": "Nobody has answered: called out, level {escalations}",
    "ask.extended": "{by} gave {to} more time, until {answer_by}",
    "ask.handed_on": "{holder_name} answers instead of {previous_name}",
    "ask.late": "{to} has not answered in time",
    "ask.made": "{by} asked {to}: “{words}”, to be answered by {answer_by}",
    "ask.not_believed": "A mail from {to} does not count as the answer: {why}",
    "ask.not_delivered": "The question did not reach {to}: {words}",
    "ask.reminded": "{to} was reminded of the question",
    "ask.robot_answered": "An automatic reply came from {to}",
    "ask.unclear": "{to} answered, but not so that it is sure: “{words}”",
    "ask.withdrawn": "{by} took the question to {to} back",
    "call.logged": "{by} logged a call",
    "case.address_chosen": "{by} writes to {address} from now on",
    "case.categorised": "{by} said what this is about: {category}",
    "case.diagnosed": "{by} answered “{question}”",
    "case.checking": "Everything promised is delivered; the check runs",
    "case.merged": "{by} merged this case into #{into}",
    "case.outcome_wanted": "{by} wrote down what the customer wants: “{words}”",
    "case.prioritised": "{by} said how much this presses: {now}",
    "case.tagged": "{by} changed the tags: {words}",
    "case.renamed": "{by} renamed this case from “{before}” to “{words}”",
    "case.snoozed": "{by} set this case aside until {until}",
    "case.suggestion_dismissed": "{by} said that this is a matter of its own",
    "case.parted": "{by} took the merge into #{into} back: a matter of its own again",
    "case.let_go": "{by} took the merge of case #{case} back",
    "case.took_in": "{by} merged case #{case} into this one",
    "case.split_off": "{by} split this off case #{from_case}",
    "case.split": "{by} made a case of its own of some of this: #{case}",
    "case.split_undone": "{by} put this back into case #{into}",
    "case.rejoined": "{by} put back what was split off as case #{case}",
    "case.spam": "{by} marked this as spam",
    "case.not_spam": "{by} said that this is no spam",
    "case.filled": "{by} filled in {words}",
    "case.linked": "{by} linked this case: {words} #{other}",
    "case.unlinked": "{by} removed a link: {words} #{other}",
    "case.waiting": "Waiting for the customer",
    "check.came_back": "The check did not arrive: it is asked in another way",
    "survey.answered": "{by} rated us {score} of 5{said}",
    "survey.came_back": "The survey did not arrive",
    "survey.lapsed": "Nobody answered the survey",
    "survey.offered": "A survey is ready for the customer",
    "survey.postponed": "The survey waits until {until}: the customer was asked often enough this month",
    "survey.sent": "The customer was asked how we did",
    "survey.withdrawn": "The survey was taken back",
    "plan.contacted": "The plan “{plan}” wrote to the customer",
    "plan.gave_task": "The plan “{plan}” made this a task",
    "improvement.noted": "{by} put “{title}” on the list of what to improve",
    "chat.began": "{by} began a chat",
    "chat.ended": "The customer left the chat",
    "check.asked": "Asked whether it really solved the matter (attempt {attempt}, by {channel})",
    "check.needs_person": "The check needs a person",
    "check.postponed": "The check waits until {until}: the customer was asked often enough this month",
    "check.scheduled": "The check is planned for {moment}",
    "check.silent": "No answer to the check",
    "check.withdrawn": "The check was taken back",
    "evidence.pending": "{by} offered a message as proof; it counts once it is out",
    "handover.accepted": "{by} took this case over",
    "handover.offered": "{by} offered this case to {receiver_name}",
    "handover.returned": "{by} gave the case back: {why}",
    "handover.withdrawn": "{by} took the offer back",
    "identity.bounced": "Mail to this address came back",
    "identity.corrected": "{by} corrected the address from {wrong} to {right}",
    "link.revoked": "{by} made the customer's link invalid",
    "mail.acknowledged": "A receipt went to {address}",
    "mail.goes_on": "{by} lets the desk write to {address} by itself again",
    "mail.stopped": "{words} The desk writes nothing to this address by itself until a lead lets it go on",
    "message.bounced": "The message came back: {words}",
    "message.complained": "The customer marked the message as unwanted: {words}",
    "message.decided": "{by} decided about the message: {words}",
    "message.delayed": "The message is delayed: {words}",
    "message.delivered": "The message arrived",
    "message.doubtful": "The message was perhaps not sent: {words}",
    "message.failed": "The message could not be sent: {words}",
    "message.handed_over": "The message was handed over",
    "message.partly_refused": "Some addresses of the message were refused: {words}",
    "message.goes_by_mail": "The customer had left the chat: the line goes out by mail",
    "message.queued_again": "The message is sent once more",
    "message.received": "{by} wrote",
    "message.resent": "{by} sent the message again to {address}",
    "message.sent_elsewhere": "{by} wrote from another mail program",
    "message.waits": "The message waits: {words}",
    "message.written": "{by} wrote a message",
    "note.written": "{by} wrote a note",
    "provider.reported": "{name} reported {what} {reference}",
    "remedy.asked_for": "{by} asked whether we may give {words}: {reason}",
    "remedy.declined": "{by} declined {words}",
    "remedy.granted": "{by} granted {words}",
    "remedy.overruled": "{by} overruled this remedy, now {to}: {why}",
    "remedy.promised": "The remedy was promised to the customer",
    "resolution.agreed": "The customer agreed: “{words}”",
    "resolution.declined": "The customer wants another course: “{words}”",
    "resolution.proposed": "{by} proposed a course: “{words}”",
    "promise.acknowledged": "{by} took note of the missed promise",
    "promise.at_risk": "At risk: the time that it usually takes begins to run out",
    "promise.broken": "Broken: the due passed",
    "promise.chased": "{by} had to ask first",
    "promise.confirmed": "{by} confirmed that it came",
    "promise.date_not_told": "The new date never reached the customer",
    "promise.date_proposed": "{by} told the customer a new date, {due}; it counts once the message is out",
    "promise.date_wished": "{by} would rather have it on {day}",
    "promise.declined": "{by} said honestly that it cannot be done by {asked}: {reason}. Instead: {instead}",
    "promise.delivered": "Delivered: {evidence}",
    "promise.dismissed": "{by} did not record “{words}” as a promise: {reason}",
    "promise.due_soon": "Due soon",
    "promise.escalated": "Nobody had taken note: called out, level {escalations}",
    "promise.made": "{by} promised “{words}”, due {due}",
    "promise.missed_again": "Missed again: the new date passed as well",
    "ask.moved": "Came along from case #{from_case}",
    "promise.moved": "Came along from case #{from_case}",
    "promise.not_apologised": "The customer has not heard of it from us in time: the lead is told",
    "promise.overheard": "Heard as a promise, and not recorded: “{words}”",
    "promise.owner_changed": "{by} handed it from {previous_name} to {owner_name}",
    "promise.released": "{by} let it go: “{words}”",
    "promise.remade": "Made anew after it was broken: {due} instead of {from_due}",
    "promise.renegotiated": "A new date was agreed: {due} instead of {from_due}",
    "promise.renegotiation_fell": "The message with the new date came back: due {due}, as before",
    "promise.reopened": "Owed again: {why}",
    "promise.waits_for": "“{words}” waits for the answer of {to}",
    "promise.waits_no_more": "“{words}” no longer waits for the answer of {to}",
    "reply.answered": "A reply did not go out: the customer wrote first",
    "reply.held": "A reply did not go out: {why}",
    "reply.put_away": "{by} put away a reply that had not gone out",
    "reply.scheduled": "{by} wrote a reply that goes out {moment}",
    "reply.sent": "The reply went out",
    "reply.waits": "{by} wrote a reply",
    "reply.withdrawn": "{by} took a reply back before it was sent",
    "skill.learnt": "{name} is known to know about {topic}",
}
PROOFS = {
    "customer_word": "the customer's word",
    "provider_event": "a provider's event",
    "message_sent": "a message that reached the mail server",
    "call_reached": "a call that reached the customer",
    "partner_answer": "a partner's answer",
    "agent_statement": "our own statement",
}
ANSWERS = {
    "done": "The customer's answer: nothing more",
    "more": "The customer's answer: something more",
    "new": "The customer's answer: a new matter",
    "unsure": "The customer answered; a person must read it",
}
CLOSINGS = {
    "word": "Closed by the customer's word",
    "silence": "Closed by silence, after the documented attempts",
    "no_matter": "Closed: nothing was asked",
    "override": "{by} closed this with something still open: {reason}",
    "merged": "Merged",
}
AGAIN = {
    "case.reopened": (_("Open again"), _("Open again: {why}")),
    "case.woken": (_("Back on the table"), _("Back on the table: {why}")),
}
BY_NAME = {
    "yes": (_("{by} said yes"), _("{by} said yes: “{words}”")),
    "no": (_("{by} said no"), _("{by} said no: “{words}”")),
}
AS_ASKED = {
    "yes": (_("{to} said yes"), _("{to} said yes: “{words}”")),
    "no": (_("{to} said no"), _("{to} said no: “{words}”")),
}
ANSWERED = (_("{by} answered"), _("{by} answered: “{words}”")), (_("{to} answered"), _("{to} answered: “{words}”"))
MOMENTS = ("answer_by", "asked", "due", "from_due", "until", "moment")
DAY_ONLY = len("2026-11-26")


def sentence(entry: Entry, names: Mapping[tuple[str, int], str], zone: str) -> str:
    """Returns what a line of the ledger says; `names` are people by kind and number, times are in `zone`."""
    by = names.get((entry.by_type, entry.by_id), gettext("Somebody")) if entry.by_id else gettext(DESK)
    pieces = _Pieces({name: _said(name, value, zone) for name, value in entry.data.items()} | {"by": by})
    words = gettext(_template(entry)).format_map(pieces)
    return first_words(words, 400)


def _template(entry: Entry) -> str:
    if entry.verb == "case.assigned":
        return _assigned(entry)
    if entry.verb == "case.started":
        return _("{by} began this case") if entry.by_type == "agent" else _("{by} wrote to us")
    if entry.verb in ("case.reopened", "case.woken"):
        plain, with_reason = AGAIN[entry.verb]
        return with_reason if entry.get("why") else plain
    if entry.verb == "case.closed":
        if entry.get("how") == "word" and entry.get("reason"):
            return _("Closed by the customer's word: {reason}")
        return CLOSINGS.get(str(entry.get("how")), _("Closed"))
    if entry.verb == "check.answered":
        return ANSWERS.get(str(entry.get("answer")), ANSWERS["unsure"])
    if entry.verb == "ask.answered":
        return _answered(entry)
    if entry.verb == "ask.late" and entry.get("previous_name"):
        return _("{previous_name} has not answered in time; {holder_name} answers instead")
    if entry.verb == "promise.at_risk" and entry.get("why"):
        return _("At risk: {why}")
    return SENTENCES.get(entry.verb) or entry.verb.replace(".", ": ").replace("_", " ")


def _answered(entry: Entry) -> str:
    """Who answered: a colleague by name, else whoever was asked."""
    plain, with_words = (BY_NAME if entry.by_id else AS_ASKED).get(
        str(entry.get("decision")), ANSWERED[not entry.by_id]
    )
    return with_words if entry.get("words") else plain


def _assigned(entry: Entry) -> str:
    if not entry.get("owner"):
        return _("{by} gave this case back to the inbox")
    if entry.get("owner") == entry.by_id:
        return _("{by} took this case")
    return _("{by} gave this case to {owner_name}")


class _Pieces(dict[str, str]):
    """What a sentence may name; what the line does not know is left out rather than an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def _said(name: str, value: Any, zone: str) -> str:
    if name in MOMENTS and isinstance(value, str):
        return moment(value, zone)
    if name == "evidence":
        return gettext(PROOFS.get(str(value), str(value)))
    known = KNOWN.get((name, str(value)))
    return gettext(known) if known else first_words(str(value), 200)


def moment(iso: str, zone: str) -> str:
    """Returns an instant of the ledger as a day and a time; what is none is returned as it is."""
    try:
        if len(iso) == DAY_ONLY:
            return times.day(date.fromisoformat(iso))
        return times.moment(datetime.fromisoformat(iso), zone)
    except ValueError:
        return iso


def told(line: Entry, names: Mapping[tuple[str, int], str], zone: str) -> dict[str, Any]:
    """Returns one line of a history for a page; when it was noticed is said only where that was later."""
    noted = moment(line.noted_at.isoformat(), zone) if line.noted_at - line.at >= NOTICED_LATE else ""
    at_words = moment(line.at.isoformat(), zone)
    return {"at": line.at, "at_words": at_words, "said": sentence(line, names, zone), "noted_words": noted}


def people_in(entries: list[Entry]) -> set[int]:
    """Returns the numbers of the agents who did what these lines tell."""
    return {entry.by_id for entry in entries if entry.by_type == "agent" and entry.by_id}
