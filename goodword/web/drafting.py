"""Drafts between the composer and the place where they are kept: what of a form is kept, and how it comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict

from goodword.cases import queries as cases
from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.sending import drafts
from goodword.sending.models import KeptDraft
from goodword.sending.packing import files_of as files_in
from goodword.web.composing import Composed, read_chips
from goodword.web.pages import case as page
from goodword.web.paging import number
from goodword.web.uploads import again, files_of, kept_in
from goodword.web.writing import UNSEEN

FIELDS = ("to", "cc", "bcc", "sender", "text", "seen", "closes")
BESIDE = ("keeps", "hints-off")
MOST_FIELDS, MOST_VALUES = 300, 100
LARGEST_VERSION = 2**31 - 2


def keep(request: HttpRequest, case: Case, agent: Agent, now: datetime) -> int:
    """Keeps what a form of a reply says, or forgets the draft when nothing is left of it; returns its version."""
    form = {
        name: [value.replace("\0", "") for value in values[:MOST_VALUES]]
        for name, values in list(request.POST.lists())[:MOST_FIELDS]
        if name.startswith("reply-") or name in BESIDE
    }
    files = files_of(kept_in(request, case.pk))
    version = min(number(request.POST.get("draft-version", "")), LARGEST_VERSION)
    if files or any(form.get(f"reply-{name}", [""])[-1].strip() for name in ("text", "cc", "bcc")):
        return drafts.keep(case, agent, form, files, now, version)
    drafts.forget(case, agent, version)
    return 0


def bring_back(context: dict[str, Any], kept: KeptDraft | None) -> None:
    """Puts a kept draft, if there is one, into the composer, with what the customer has written since it was begun."""
    if kept is None:
        return
    draft: Composed = context["reply"]
    case: Case = context["case"]
    data = _data(kept)
    given = {name: data.get(f"reply-{name}", "") for name in FIELDS}
    draft.form = page.reply_form(case, draft.identities)
    known = {address for address, _ in draft.form.fields["to"].choices}
    draft.form.initial |= {name: value for name, value in given.items() if value and (name != "to" or value in known)}
    read_chips(draft, data)
    draft.files = again(files_in(kept.files), case.pk)
    draft.version = kept.version if kept.case_id == case.pk else 0
    draft.unseen = cases.unseen(case, number(given["seen"]))
    draft.asks = UNSEEN if draft.unseen else ""


def _data(kept: KeptDraft) -> QueryDict:
    """The form as it was when it was kept."""
    data = QueryDict(mutable=True)
    for name, values in kept.form.items():
        data.setlist(name, values)
    return data
