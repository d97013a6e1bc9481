"""Replies that do not go out at once: when they go, and how one that stayed comes back into the composer."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from goodword.cases.actions import Draft
from goodword.cases.models import Case, Channel, Message
from goodword.channels.chat.actions import in_chat
from goodword.kit.errors import Malformed
from goodword.promises import replies
from goodword.promises.hearing import Decision
from goodword.sending import actions
from goodword.sending.actions import Moment
from goodword.sending.models import Reply
from goodword.sending.packing import Words, files_of, unpack
from goodword.web.composing import Composed
from goodword.web.forms.composer import REASONS
from goodword.web.forms.due import due_of
from goodword.web.pages.case import reply_form
from goodword.web.uploads import again

NINE = time(9)
MORNING = "chosen"


def goes(case: Case, draft: Composed, message: Draft, moment: datetime | None) -> Message | Reply:
    """Sends a reply, or lets it wait: for a chosen moment, else as long as its writer may take it back.

    To a customer who is in the chat it goes at once: there nobody waits for a second thought.
    """
    words = Words(draft.makes(), draft.moves(), draft.keeps(), draft.dismissed())
    if moment:
        return actions.plan(case, draft.agent, message, draft.now, Moment(moment, is_chosen=True), words)
    message = in_chat(case, message, draft.now)
    until = draft.now + timedelta(seconds=draft.agent.undo_seconds)
    if message.channel != Channel.CHAT and until > draft.now and actions.may_wait(words, until):
        return actions.plan(case, draft.agent, message, draft.now, Moment(until), words)
    return replies.send(
        case, draft.agent, message, draft.now, makes=words.makes, keeps=words.keeps, moves=words.moves,
        dismissed=words.dismissed,
    )  # fmt: skip


def moment_of(request: HttpRequest, draft: Composed) -> datetime | None:
    """Returns when a reply is to go: a moment offered, a day and time on the agent's clock, or None for now."""
    wanted = request.POST.get("later", "")[:40]
    if not wanted:
        return None
    given = draft.form.cleaned_data
    if wanted == MORNING:
        moment = due_of(given["later_day"], given["later_time"] or NINE, draft.agent.time_zone)
    else:
        moment = _instant(wanted)
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise Malformed("Say on which day it is to go out.", field="later_day")
    return moment


def _instant(words: str) -> datetime | None:
    try:
        return parse_datetime(words)
    except ValueError:
        return None


def write_on(context: dict[str, Any], reply: Reply) -> None:
    """Puts a reply that did not go out back into the composer, with everything that it was to say."""
    draft: Composed = context["reply"]
    given = {
        "text": reply.source or reply.text, "cc": ", ".join(reply.cc), "bcc": ", ".join(reply.bcc),
        "sender": reply.sender, "to": reply.to[0] if reply.to else "",
    }  # fmt: skip
    draft.form = reply_form(context["case"], draft.identities)
    draft.form.initial |= {name: value for name, value in given.items() if value}
    words = unpack(reply.promises)
    draft.decisions = _decisions(words)
    draft.ticked = frozenset(promise.pk for promise in words.keeps)
    draft.files = again(files_of(reply.files), context["case"].pk)


def _decisions(words: Words) -> list[Decision]:
    reasons = {said: name for name, said in REASONS}
    made = [
        Decision(one.words, one.kind.slug, one.due, one.due_words, touched=True, way=one.way, asked=one.asked)
        for one in words.makes
    ]
    moved = [
        Decision(
            one.promise.words, one.promise.kind.slug, one.due, one.due_words, moves=one.promise.pk, why=one.reason,
            touched=True, pinned=True,
        )
        for one in words.moves
    ]  # fmt: skip
    left = [
        Decision(one.words, "other", None, record=False, reason=reasons.get(one.reason, ""), touched=True)
        for one in words.dismissed
    ]
    return [*made, *moved, *left]
