"""Files too large for a mail go as a link that expires, can be revoked, and never runs in a browser."""

from __future__ import annotations

from datetime import datetime, timedelta
from email import message_from_bytes, policy

from django.test import Client

from goodword.cases.actions import Draft, reply
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Case
from goodword.channels.email.outbound import queue_message
from goodword.kit import clock, files
from goodword.people.actions import introduce
from goodword.people.models import Agent
from goodword.sending.links import revoke_files

MEGABYTE = 1024 * 1024


def kept(name: str, content: bytes) -> InboundFile:
    return InboundFile(files.keep(content, "files"), name, "text/html", len(content))


def test_only_what_is_too_large_goes_as_a_link(case: Case, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    introduce("Bolt Bikes", at, largest_mail_mb=1)
    large, small = kept("film.html", b"<script>" * (MEGABYTE // 8)), kept("note.txt", b"small")
    message = reply(case, ada, Draft(text="Here they are.", files=(small, large)), at)
    mail = message_from_bytes(files.fetch(queue_message(message, at).key), policy=policy.default)
    assert [part.get_filename() for part in mail.iter_attachments()] == ["note.txt"]
    text = str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert "Too large for a mail, to download until Wednesday 1 April" in text
    assert "film.html (1.0" in text
    address = text[text.index("/portal/files/") :].split(maxsplit=1)[0]
    assert address in str(mail.get_body(("html",)).get_content())  # type: ignore[union-attr]
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/octet-stream")
    assert answer["Content-Disposition"] == 'attachment; filename="film.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer).startswith(b"<script>")  # type: ignore[arg-type]
    assert Client().get(address + "x").status_code == 404
    assert Client().post(address).status_code in (404, 405)
    clock.move_to(at + timedelta(days=31))
    clock.forget()
    assert Client().get(address).status_code == 404


def test_a_link_that_is_revoked_leads_nowhere(case: Case, ada: Agent, at: datetime) -> None:
    clock.make_movable(at)
    introduce("Bolt Bikes", at, largest_mail_mb=1)
    message = reply(case, ada, Draft(text="Here.", files=(kept("film.mp4", b"x" * MEGABYTE),)), at)
    mail = message_from_bytes(files.fetch(queue_message(message, at).key), policy=policy.default)
    text = str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    address = text[text.index("/portal/files/") :].split(maxsplit=1)[0]
    assert revoke_files(case, at, ada) == 1
    assert Client().get(address).status_code == 404
