"""What comes in with a form of the customer's page: its key, the words, a day, files. All of it bounded."""

from __future__ import annotations

import hashlib
import mimetypes
import secrets
from datetime import date, timedelta

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from goodword.cases.inbound import InboundFile
from goodword.closing.visits import LONGEST_TEXT, Words
from goodword.kit import files
from goodword.kit.errors import Malformed
from goodword.kit.text import without_nulls

SALT, SAID = "goodword.portal.form", "goodword.portal.said"
GOOD_FOR, SAID_FOR = timedelta(days=7), timedelta(days=1)
MOST_FILES, LARGEST_FILE = 5, 10 * 1024 * 1024
LARGEST_BODY = MOST_FILES * LARGEST_FILE + 1024 * 1024
SHELF = "files"
FAULTS = (
    "form_is_old", "files_too_large", "too_many_files", "no_day", "nothing_to_send", "no_decision", "malformed",
    "no_score",
)  # fmt: skip


def new_key(token: str) -> str:
    """Returns the key of a form: made for this link only, good for a week."""
    return signing.TimestampSigner(salt=f"{SALT}:{token}").sign(secrets.token_urlsafe(9))


def check_key(request: HttpRequest, token: str) -> str:
    """Returns the name of the form that was sent; raises Malformed for one that this link's page did not make."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        raise Malformed("These files are too large.", code="files_too_large", field="files")
    try:
        return signing.TimestampSigner(salt=f"{SALT}:{token}").unsign(request.POST.get("key", ""), max_age=GOOD_FOR)
    except signing.BadSignature:
        raise Malformed("This page was open for long.", code="form_is_old", field="key") from None


def words(request: HttpRequest, token: str, text: str = "") -> Words:
    """Returns what was written (or `text`, where a button says it) with the files.

    The same form with the same words has the same key, however often it is sent.
    """
    name = check_key(request, token)
    written = without_nulls(text or request.POST.get("text", ""))[:LONGEST_TEXT]
    kept = kept_files(request)
    said = "\n".join([written, *(file.key for file in kept)])
    digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
    return Words(written, f"<{name}.{digest}@page.goodword.invalid>", kept)


def kept_files(request: HttpRequest) -> tuple[InboundFile, ...]:
    """Keeps the files that came with a form; raises Malformed for too many and for too large ones."""
    given = [file for file in request.FILES.getlist("files") if file.size]
    if len(given) > MOST_FILES:
        raise Malformed("These are too many files.", code="too_many_files", field="files")
    if any((file.size or 0) > LARGEST_FILE for file in given):
        raise Malformed("These files are too large.", code="files_too_large", field="files")
    return tuple(_kept(file) for file in given)


def _kept(file: UploadedFile[bytes]) -> InboundFile:
    """Keeps one file under a safe name; its type is told by that name and never by the browser."""
    name = files.safe_name(file.name or "")
    content = file.read()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return InboundFile(files.keep(content, SHELF), name, kind, len(content))


def wished_day(request: HttpRequest) -> date:
    """Returns the day that was chosen; raises Malformed without one."""
    try:
        return date.fromisoformat(request.POST.get("day", "")[:10])
    except ValueError:
        raise Malformed("Choose a day.", code="no_day", field="day") from None


def sign_answer(token: str, answer: str, promise: int) -> str:
    """Returns the end of an address that says what was recorded; nobody else can make one."""
    return signing.TimestampSigner(salt=f"{SAID}:{token}", sep="~").sign(f"{answer}.{promise}")


def read_answer(token: str, said: str) -> tuple[str, int] | None:
    """Returns what was recorded and for which promise; None when the address is old or was made up."""
    try:
        signed = signing.TimestampSigner(salt=f"{SAID}:{token}", sep="~").unsign(said, max_age=SAID_FOR)
    except signing.BadSignature:
        return None
    answer, _, promise = signed.partition(".")
    return answer, int(promise)
