"""A letter about a date for which one of the honest ways was chosen before: the draft goes on from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from goodword.kit import dates
from goodword.promises import drafts, ways
from goodword.promises.models import Promise
from goodword.web.composing import Composed, moment_in
from goodword.web.pages.case import reply_form


def choose_way(context: dict[str, Any], promise: Promise, given: Mapping[str, str]) -> None:
    """Keeps in the drafted letter about a new date what the sheet has decided; an honest no is a letter of its own."""
    draft: Composed = context["reply"]
    way = given.get("way", "")
    if way not in (ways.ANYWAY, ways.COUNTER, ways.CANNOT) or not draft.decisions or not draft.decisions[0].pinned:
        return
    one = replace(draft.decisions[0], way=way, asked=moment_in(given.get("asked", "")[:40]))
    if way == ways.CANNOT:
        why, instead = given.get("no", "")[:500], given.get("instead", "")[:500]
        one = replace(one, due=one.asked, record=False, moves=None, why=why, instead=instead)
        customer = promise.case.customer
        reader = dates.Reader(customer.language or "en", promise.due_zone, is_theirs=bool(customer.time_zone))
        said = ways.drafted(one, reader, customer.language or "en", draft.now)
        text = drafts.honest_no(promise, said, draft.agent)
        draft.form = reply_form(context["case"], draft.identities, text=text)
    draft.decisions = [one]
