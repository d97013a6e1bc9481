"""What comes in with the web form: its key, the words, files, and whether a question must be answered first."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core import signing
from django.http import HttpRequest

from goodword.cases.inbound import InboundFile
from goodword.channels.email.tongue import language_of as written_in
from goodword.channels.form import rules
from goodword.channels.form.actions import LONGEST_NAME, LONGEST_SUBJECT, LONGEST_TEXT, Written
from goodword.kit.errors import Malformed
from goodword.kit.text import without_nulls
from goodword.portal import forms

SALT, FILES = "goodword.portal.write", "goodword.portal.write.files"
HONEY = "website"  # a field that no person sees


@dataclass(frozen=True)
class Asked:
    """A form that was read. `asks` means that whoever sent it must first show that somebody is there."""

    written: Written
    asks: bool


def new_key(at: datetime) -> str:
    """Returns the key of a form: it says when the form was made, good for a week."""
    return signing.dumps([secrets.token_urlsafe(9), int(at.timestamp())], salt=SALT)


def _opened(key: str, at: datetime) -> tuple[str, float]:
    """Returns the name of a form and for how many seconds it was open; raises Malformed for one we did not make."""
    try:
        name, made = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        raise Malformed("This page was open for long.", code="form_is_old", field="key") from None
    seconds = (at - datetime.fromtimestamp(made, UTC)).total_seconds()
    if not -60 <= seconds <= forms.GOOD_FOR.total_seconds():
        raise Malformed("This page was open for long.", code="form_is_old", field="key")
    return name, seconds


def key_again(request: HttpRequest, at: datetime) -> str:
    """Returns the key with which a form is shown again: its own, as long as that is good."""
    key = request.POST.get("key", "")[:400]
    try:
        _opened(key, at)
    except Malformed:
        return new_key(at)
    return key


def question(key: str, fault: str, at: datetime) -> dict[str, object] | None:
    """Returns what is asked of somebody who may be a robot, where that is what is missing."""
    if fault not in ("are_you_there", "not_the_sum"):
        return None
    name, _ = _opened(key, at)
    first, second = rules.sum_for(name)
    return {"first": first, "second": second, "seed": name, "bits": rules.WORK_BITS}


def read(request: HttpRequest, language: str, this_hour: int, at: datetime) -> Asked:
    """Returns what the form says; the same form with the same words has the same key, however often it is sent."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > forms.LARGEST_BODY:
        raise Malformed("These files are too large.", code="files_too_large", field="files")
    said = {name: without_nulls(request.POST.get(name, "")) for name in ("name", "address", "subject", "text")}
    name, seconds = _opened(request.POST.get("key", "")[:400], at)
    kept = files_of(request)
    text, address = said["text"][:LONGEST_TEXT], said["address"].strip()[:320]
    digest = "\n".join([address, said["subject"], text, *(file.key for file in kept)])
    written = Written(
        name=said["name"][:LONGEST_NAME], address=address, subject=said["subject"][:LONGEST_SUBJECT], text=text,
        key=f"<{name}.{hashlib.sha256(digest.encode('utf-8', 'replace')).hexdigest()[:16]}@form.goodword.invalid>",
        language=written_in(text) or language, files=kept,
    )  # fmt: skip
    signs = rules.Signs(seconds, request.POST.get(HONEY, ""), f"{said['subject']}\n{text}", this_hour)
    return Asked(written, rules.looks_automatic(signs) and not _is_there(request, name))


def _is_there(request: HttpRequest, seed: str) -> bool:
    """A person has done the sum, or their browser the work; a wrong sum is said to be wrong."""
    if rules.is_worked(seed, request.POST.get("work", "")):
        return True
    said = request.POST.get("sum", "").strip()
    if said and not rules.is_answered(seed, said):
        raise Malformed("That is not the sum.", code="not_the_sum", field="sum")
    return bool(said)


def files_of(request: HttpRequest) -> tuple[InboundFile, ...]:
    """Returns the files of the form, with those that an earlier try has brought already."""
    if any(rules.is_unsafe(file.name or "") for file in request.FILES.getlist("files")):
        raise Malformed("Files of this kind are not taken.", code="files_unsafe", field="files")
    found = (*earlier(request), *forms.kept_files(request))
    if len(found) > forms.MOST_FILES:
        raise Malformed("These are too many files.", code="too_many_files", field="files")
    return found


def earlier(request: HttpRequest) -> tuple[InboundFile, ...]:
    """Returns the files that were kept when the form was not yet taken; nobody else can name any."""
    try:
        rows = signing.loads(request.POST.get("kept", "")[:8000] or "-", salt=FILES, max_age=forms.GOOD_FOR)
    except signing.BadSignature:
        return ()
    return tuple(InboundFile(*row) for row in rows)


def kept_again(request: HttpRequest) -> dict[str, object]:
    """Returns the files of a form that is shown again: their names for the reader, and what brings them back."""
    try:
        found = files_of(request)
    except Malformed:
        found = earlier(request)
    rows = [[one.key, one.filename, one.content_type, one.size] for one in found]
    return {"names": [one.filename for one in found], "signed": signing.dumps(rows, salt=FILES) if rows else ""}
