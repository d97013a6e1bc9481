"""A small desk with a bit of everything, made by the same actions that make it in life."""

from __future__ import annotations

from datetime import datetime, timedelta

from goodword.cases import actions, changes, delivery
from goodword.cases.models import Case
from goodword.notices.actions import tell
from goodword.people.models import Agent
from goodword.promises.actions import Told, make
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.promises.tasks import sweep_promises
from tests.conftest import mail

PEOPLE = (
    ("rosa@correo.example", "Rosa Delgado", "The tent leaks at the seam", "It rained twice and the inner tent was wet both times."),
    ("tomas@dvorak.example", "Tomáš Dvořák", "Invoice for order 4471", "Could you send the invoice again, with our VAT number on it?"),
    ("ingrid@solberg.example", "Ingrid Solberg", "Boots in the wrong size", "I ordered 42 and 39 came. The trip starts on Friday."),
    ("yuki@tanabe.example", "Yuki Tanabe", "Gift card never came", "My sister says that nothing has arrived so far."),
    ("hanna@virtanen.example", "Hanna Virtanen", "A question about the stove", "Does it burn the winter gas mix as well?"),
)  # fmt: skip


def cases(at: datetime) -> list[Case]:
    """Five customers have written, a quarter of an hour apart."""
    return [
        actions.receive(mail(address, text, name=name, subject=subject), at - timedelta(minutes=15 * (5 - number))).case
        for number, (address, name, subject, text) in enumerate(PEOPLE)
    ]


def promise(case: Case, kind: str, words: str, made: datetime, due: datetime, by: Agent) -> Promise:
    """One promise, made by voice."""
    return make(case, Told(kind_named(kind), words, due), by, made)


def full_desk(ada: Agent, lena: Agent, at: datetime) -> list[Case]:
    """Ada owes something in every part of the day, one message came back, and Lena has somebody to look after."""
    rosa, tomas, ingrid, yuki, _ = found = cases(at)
    for case in (rosa, tomas, ingrid, yuki):
        changes.assign(case, ada, at, lena)
    early = at - timedelta(days=3)
    promise(rosa, "replacement", "A new inner tent will be with you by Monday morning", early, at - timedelta(hours=1), ada)
    promise(ingrid, "callback", "I will call you at half past ten about the boots", early, at + timedelta(minutes=90), ada)
    promise(tomas, "document", "You will have the corrected invoice this afternoon", early, at + timedelta(hours=6), ada)
    promise(yuki, "credit", "We will put 40 € on your account by Thursday", early, at + timedelta(days=3), ada)
    promise(rosa, "update", "I will write to you on Friday, whatever I have heard by then", early, at + timedelta(days=4), ada)
    sent = actions.reply(yuki, ada, actions.Draft("The gift card is on its way."), at - timedelta(minutes=5))
    delivery.bounced(sent, ("yuki@tanabe.example",), at - timedelta(minutes=4), "no such mailbox here")
    sweep_promises(at)
    tell([ada], "scene:1", "Broken: “A new inner tent will be with you by Monday morning” for Rosa Delgado.", at,
         verb="promise.broken", case=rosa.pk)  # fmt: skip
    tell([ada], "scene:2", "Hanna Virtanen wrote: Does it burn the winter gas mix as well?", at, verb="message.received")
    return found
