"""Pictures within the text of a mail: beside its HTML, by the name under which that shows them, and nowhere twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from goodword.cases.inbound import InboundFile
from goodword.cases.models import Message
from goodword.channels.email import sending
from goodword.kit import files
from goodword.people.actions import introduce
from goodword.web.worded import worded
from tests.channels.conftest import KIM, Sink
from tests.channels.sending.conftest import parsed

pytestmark = pytest.mark.django_db(transaction=True)
PNG = b"\x89PNG\r\n\x1a\n"


def kept(name: str, content: bytes = PNG, kind: str = "image/png") -> InboundFile:
    return InboundFile(files.keep(content, "files"), name, kind, len(content))


def test_a_picture_stands_within_the_mail_and_the_rest_goes_beside_it(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    words = worded("Turn **this** screw:\n\n![](the screw.png)", [kept("the screw.png"), kept("b.png", PNG + b"b")])
    assert words.text == "Turn this screw:\n\n![](the screw.png)"  # a name with a space needs its <>
    words = worded("Turn **this** screw:\n\n![](<the screw.png>)", [kept("the screw.png"), kept("b.png", PNG + b"b")])
    written(words.text, html=words.html, files=words.files)
    sending.send_due(at)
    mail = parsed(sink.to(KIM)[0])
    body, beside = mail.iter_parts()
    plain, related = body.iter_parts()
    html, picture = related.iter_parts()
    kinds = [one.get_content_type() for one in (mail, body, related)]
    assert kinds == ["multipart/mixed", "multipart/alternative", "multipart/related"]
    assert "[the screw.png]" in plain.get_content()
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in html.get_content()
    assert (picture.get_content(), picture.get_content_disposition()) == (PNG, "inline")
    assert (beside.get_filename(), beside.get_content_disposition()) == ("b.png", "attachment")


def test_a_picture_that_is_too_large_for_the_mail_leaves_its_name_and_goes_as_a_link(
    written: Callable[..., Message], sink: Sink, at: datetime
) -> None:
    introduce("Bolt Bikes", at, largest_mail_mb=1)
    words = worded("Look:\n\n![](big.png)", [kept("big.png", PNG + b"x" * 1024 * 1024)])
    written(words.text, html=words.html, files=words.files)
    sending.send_due(at)
    html = parsed(sink.to(KIM)[0]).get_body(("html",))
    assert html is not None
    assert "cid:" not in html.get_content()
    assert "big.png" in html.get_content()
    assert "/portal/files/" in html.get_content()
