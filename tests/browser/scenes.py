"""A small desk with a bit of everything, made by the same actions that make it in life."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.cases import actions, changes, delivery
from goodword.cases.models import Case
from goodword.notices.actions import tell
from goodword.people.models import Agent
from goodword.promises.actions import Told, make
from goodword.promises.queries import kind_named
from goodword.promises.tasks import sweep_promises
from tests.conftest import mail

PEOPLE = (
    ("rosa@correo.example", "Rosa Delgado", "The tent leaks at the seam", "It rained twice, and twice we were wet."),
    ("tomas@dvorak.example", "Tomáš Dvořák", "Invoice for order 4471", "Could you send it with our VAT number?"),
    ("ingrid@solberg.example", "Ingrid Solberg", "Boots in the wrong size", "I ordered 42, and 39 came. Help!"),
    ("yuki@tanabe.example", "Yuki Tanabe", "Gift card never came", "My sister says that nothing has arrived so far."),
    ("hanna@virtanen.example", "Hanna Virtanen", "A question about the stove", "Does it burn winter gas as well?"),
)  # fmt: skip


def cases(at: datetime) -> list[Case]:
    """Five customers have written, a quarter of an hour apart."""
    return [
        actions.receive(mail(address, text, name=name, subject=subject), at - timedelta(minutes=15 * (5 - number))).case
        for number, (address, name, subject, text) in enumerate(PEOPLE)
    ]


def full_desk(ada: Agent, lena: Agent, at: datetime) -> list[Case]:
    """Ada owes something in every part of the day, one message came back, and Lena has somebody to look after."""
    rosa, tomas, ingrid, yuki, _ = found = cases(at)
    for case in (rosa, tomas, ingrid, yuki):
        changes.assign(case, ada, at, lena)
    for case, kind, words, due in (
        (rosa, "replacement", "A new inner tent will be with you by Monday morning", -timedelta(hours=1)),
        (ingrid, "callback", "I will call you at half past ten about the boots", timedelta(minutes=90)),
        (tomas, "document", "You will have the corrected invoice this afternoon", timedelta(hours=6)),
        (yuki, "credit", "We will put 40 € on your account by Thursday", timedelta(days=3)),
        (rosa, "update", "I will write to you on Friday, whatever I have heard by then", timedelta(days=4)),
    ):
        make(case, Told(kind_named(kind), words, at + due), ada, at - timedelta(days=3))
    sent = actions.reply(yuki, ada, actions.Draft("The gift card is on its way."), at - timedelta(minutes=5))
    delivery.bounced(sent, ("yuki@tanabe.example",), at - timedelta(minutes=4), "no such mailbox here")
    sweep_promises(at)
    broken = "Broken: “A new inner tent will be with you by Monday morning” for Rosa Delgado."
    tell([ada], "scene:1", broken, at, verb="promise.broken", case=rosa.pk)
    tell([ada], "scene:2", "Hanna Virtanen wrote: Does it burn winter gas as well?", at, verb="message.received")
    return found
