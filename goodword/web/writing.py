"""Sending what was composed: the draft is read, asked about once where it promises something unclear, and sent."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext

from goodword.cases import queries as cases
from goodword.cases.actions import Draft
from goodword.cases.models import Message
from goodword.channels.email.queries import mailbox_of_ours as ours
from goodword.kit.errors import Conflict, DeskError, Malformed
from goodword.kit.tongues import later as _
from goodword.promises import replies, ways
from goodword.promises.habits import must_decide
from goodword.sending.models import Reply
from goodword.web.composing import Composed, read_chips
from goodword.web.uploads import files_of, kept_in
from goodword.web.waiting import goes, moment_of
from goodword.web.worded import worded

HEARD = _("This promises something. Look at what would be recorded, then send it once more.")
UNDATED = _("A promise without a date is one the customer waits for. Give it a date, or send it all the same.")
REQUIRED = _("Here every promise has a date. Give it one, or say why it is no promise.")
GAINSAID = _("Your words still promise the earlier date. Put the drafted words in their place, then send.")
UNSEEN = _("The customer has written since you began. Read it, then send yours once more.")


def send_reply(request: HttpRequest, draft: Composed) -> Message | Reply | None:
    """Sends a reply or lets it wait; returns None when it stays, with the reason in `draft.asks` or in its form."""
    if not _is_ready(request, draft) or draft.case is None:
        return None
    given = draft.form.cleaned_data
    words = worded(given["text"], files_of(draft.files))
    message = Draft(
        text=words.text, html=words.html, source=words.source, to=(given["to"],) if given["to"] else (),
        cc=given["cc"], bcc=given["bcc"], sender=given["sender"], files=words.files, seen=given["seen"],
    )  # fmt: skip
    try:
        if message.sender:
            ours(message.sender)
        return goes(draft.case, draft, message, moment_of(request, draft))
    except (Conflict, Malformed) as refusal:
        _hold(draft, refusal, given["seen"])
        return None


def begin(request: HttpRequest, draft: Composed) -> Message | None:
    """Begins a case by writing first; returns None when the draft stays."""
    if not _is_ready(request, draft):
        return None
    given = draft.form.cleaned_data
    opening = replies.Opening(given["address"], given["subject"], given["name"])
    words = worded(given["text"])
    message = Draft(text=words.text, html=words.html)
    try:
        return replies.begin(opening, draft.agent, message, draft.now, makes=draft.makes(), dismissed=draft.dismissed())
    except (Conflict, Malformed) as refusal:
        _hold(draft, refusal, None)
        return None


def log_call(request: HttpRequest, draft: Composed) -> bool:
    """Logs a call; returns False when it stays, with the reason in `draft.asks` or in its form."""
    if not _is_ready(request, draft) or draft.case is None:
        return False
    given = draft.form.cleaned_data
    try:
        replies.log_call(
            draft.case, draft.agent, given["outcome"], given["text"], draft.now, makes=draft.makes(),
            keeps=draft.keeps(), moves=draft.moves(), dismissed=draft.dismissed(),
        )  # fmt: skip
    except (Conflict, Malformed) as refusal:
        _hold(draft, refusal, None)
        return False
    return True


def _is_ready(request: HttpRequest, draft: Composed) -> bool:
    """Reads chips and files, hears the text, and asks about what is new to the writer or has no date."""
    understood = read_chips(draft, request.POST)
    try:
        if draft.part == "reply" and draft.case:
            draft.files = kept_in(request, draft.case.pk)
    except Malformed as refusal:
        draft.asks = refusal.spoken
        return False
    if not draft.form.is_valid() or not understood:
        draft.asks = draft.asks or ("" if understood else gettext("One of the dates could not be read."))
        return False
    anyway = draft.form.cleaned_data["anyway"]
    if draft.hear(draft.form.cleaned_data["text"]):
        draft.asks = HEARD
    elif draft.gainsays:
        draft.asks = GAINSAID
    elif lacks := ways.missing(draft.decisions):
        draft.asks = lacks
    elif draft.is_undated() and must_decide():
        draft.asks = REQUIRED
    elif draft.is_undated() and not anyway:
        draft.asks, draft.sends_anyway = UNDATED, True
    return not draft.asks


def _hold(draft: Composed, refusal: DeskError, seen: int | None) -> None:
    """Says what stands in the way, and shows what the customer wrote meanwhile."""
    draft.asks = refusal.spoken
    if refusal.code == "unseen_message" and draft.case and seen is not None:
        draft.asks, draft.unseen = UNSEEN, cases.unseen(draft.case, seen)
