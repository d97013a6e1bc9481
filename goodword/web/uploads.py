"""Files that a person adds: kept at once, and named in the form by a signed token until the message goes out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from goodword.cases.inbound import InboundFile
from goodword.kit import files
from goodword.kit.errors import Malformed

SHELF = "files"
SALT = "goodword.web.uploads"
MOST_FILES = 20
MOST_BYTES = 100 * 1024 * 1024  # what is too large for a mail goes as a link
TOKEN_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True)
class Kept:
    """A file that lies in the storage, and the token that names it."""

    file: InboundFile
    token: str

    @property
    def is_picture(self) -> bool:
        """Says whether it may stand within the text."""
        return self.file.content_type in files.PICTURE_TYPES


def kept_in(request: HttpRequest, case: int) -> list[Kept]:
    """Returns the files of a form: those it names by token, and those it brings along, which are stored first.

    Raises Malformed when there are too many, or when together they are too large for a mail.
    """
    found = [named(token, case) for token in request.POST.getlist("kept")[:MOST_FILES]]
    brought = [file for file in request.FILES.getlist("files") if isinstance(file, UploadedFile) and file.name]
    if len(found) + len(brought) > MOST_FILES:
        raise Malformed(
            "At most %(most_files)s files go into one message.", values={"most_files": MOST_FILES}, field="files"
        )
    total = sum(kept.file.size for kept in found) + sum(file.size or 0 for file in brought)
    if total > MOST_BYTES:
        raise Malformed("These files are too large: 100 MB together is the most.", field="files")
    return found + [_keep(file, case) for file in brought]


def named_in(request: HttpRequest, case: int) -> list[Kept]:
    """Returns the files that a draft names while it is written; one that is named no longer is left out."""
    found = []
    for token in request.POST.getlist("kept")[:MOST_FILES]:
        with suppress(Malformed):
            found.append(named(token, case))
    return found


def files_of(kept: Iterable[Kept]) -> tuple[InboundFile, ...]:
    """Returns the files as the actions take them."""
    return tuple(one.file for one in kept)


def again(files_given: Iterable[InboundFile], case: int) -> list[Kept]:
    """Returns files of a reply that did not go out as its form names them."""
    return [Kept(file, _token(file, case)) for file in files_given]


def _token(file: InboundFile, case: int) -> str:
    return signing.dumps([case, asdict(file)], salt=SALT)


def _keep(upload: UploadedFile[bytes], case: int) -> Kept:
    content = upload.read()
    kind = files.picture_type(content[:16]) or (upload.content_type or "application/octet-stream")[:120]
    file = InboundFile(files.keep(content, SHELF), files.safe_name(upload.name or ""), kind, len(content))
    return Kept(file, _token(file, case))


def named(token: str, case: int) -> Kept:
    """Returns the file that a token names in a case; raises Malformed for any other token."""
    try:
        owner, facts = signing.loads(token, salt=SALT, max_age=TOKEN_SECONDS)
    except signing.BadSignature:
        raise Malformed("A file is missing: please add it again.", field="files") from None
    if owner != case:
        raise Malformed("A file is missing: please add it again.", field="files")
    return Kept(InboundFile(**facts), token)
