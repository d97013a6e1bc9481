"""What our mails carry so that a provider can tell us which of them it means."""

from __future__ import annotations

from datetime import datetime

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case
from goodword.channels.email import outbound
from goodword.channels.email.models import Mailbox
from goodword.kit import files
from goodword.people.models import Agent


def test_providers_that_rename_our_mails_are_told_how_we_call_them(
    help_box: Mailbox, case: Case, ada: Agent, at: datetime
) -> None:
    heads = {}
    for host in ("smtp.postmarkapp.com", "smtp.sparkpostmail.com", "smtp.shop.example"):
        Mailbox.objects.update(smtp_host=host)
        message = reply(case, ada, Draft("It is on its way."), at)
        head = files.fetch(outbound.queue_message(message, at).key).partition(b"\r\n\r\n")[0].decode()
        heads[host] = [line.replace(message.message_id, "OURS") for line in head.split("\r\n") if line[:2] == "X-"]
    assert heads == {
        "smtp.postmarkapp.com": ["X-PM-KeepID: true", "X-PM-Metadata-goodword: OURS"],
        "smtp.sparkpostmail.com": ['X-MSYS-API: {"metadata": {"goodword": "OURS"}}'],
        "smtp.shop.example": [],
    }
