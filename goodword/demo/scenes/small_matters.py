"""Small matters of a month: asked, promised, kept, checked, done. They make the figures, not the news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from goodword.demo.papers import page
from goodword.demo.stage import Stage


@dataclass(frozen=True)
class Matter:
    """One short matter: who asked whom, on which working day, in which words; `last` is the customer's last word."""

    guest: str
    agent: str
    day: int
    subject: str
    question: str
    promise: str
    answer: str
    last: str = "Nothing more, thanks!"
    paper: str = ""


MATTERS = (
    Matter(
        "sam", "ada", -21, "Warranty card lost in the move",
        "Hi, we moved and the warranty card of my rucksack is gone. Do I need it?\n\nSam",
        "I will send you a new card by tomorrow evening",
        "Hello Sam,\n\nyou do not need it, we keep a copy. Here is one for your folder all the same.",
        paper="warranty.pdf",
    ),
    Matter(
        "lotte", "ben", -19, "Which shoes can be resoled?",
        "Hello,\n\nbefore I buy: which of your shoes can be resoled later?\n\nLotte Jansen",
        "I will send you the list by tomorrow evening",
        "Hello Lotte,\n\nhere is the list of our workshop. Everything with a stitched rim can be, the others cannot.",
        paper="resoling.pdf",
    ),
    Matter(
        "hanna", "ada", -18, "Washing merino",
        "Hi! My merino shirt has shrunk a little. Is 30 degrees too hot?\n\nHanna",
        "I will ask the mill and tell you by tomorrow evening",
        "Hello Hanna,\n\nthe mill says: 30 degrees is fine, the tumbler is not. Pull it into shape while it is wet.",
        last="No, that's all, thank you!",
    ),
    Matter(
        "amir", "ben", -16, "Bulk price for gloves",
        "Hello,\n\nwe are nine gardeners. Is there a price for nine pairs of the work glove?\n\nAmir Haddad",
        "You will have a price by tomorrow evening",
        "Hello Amir,\n\nnine pairs are 19 euro each instead of 24. The offer holds for a month.",
        paper="offer-gloves.pdf",
    ),
    Matter(
        "ingrid", "ada", -14, "Colours of the next winter",
        "Hi, will the Fjell jacket come in another blue next winter?\n\nIngrid",
        "I will ask the designers and tell you by tomorrow evening",
        "Hello Ingrid,\n\nyes, in a darker one, called Fjord. It comes at the end of August.",
    ),
    Matter(
        "grace", "ada", -12, "Customs form",
        "Dear Ada,\n\nthe customs office asks for a proof of value for order 10391.\n\nGrace Achieng",
        "I will send you the form by tomorrow evening",
        "Dear Grace,\n\nhere is the form with our stamp. It is what your office asked for last time.",
        paper="customs-10391.pdf",
    ),
    Matter(
        "rosa", "lena", -6, "Praise for your driver",
        "Good morning,\n\nthe second driver waited until I was down the stairs. Can you thank him?\n\nRosa",
        "I will pass it on and tell you what he said by tomorrow evening",
        "Hello Rosa,\n\nhis name is Luc, and he has pinned your mail to the wall of the depot.",
        last="Nothing else, thank you.",
    ),
)  # fmt: skip


def scene_of(matter: Matter) -> Callable[[Stage], Iterator[datetime]]:
    """Returns the scene of one small matter."""

    def play(s: Stage) -> Iterator[datetime]:
        yield s.at(matter.day, "09:05")
        case = s.mail(matter.guest, matter.subject, matter.question)
        yield s.at(matter.day, "10:20")
        kind = "document" if matter.paper else "email"
        (promise,) = s.reply(
            matter.agent, case, f"Hello {case.customer.name.split()[0]},\n\n{matter.promise}.",
            makes=[s.told(kind, matter.promise, s.day(matter.day + 1), "by tomorrow evening")],
        )  # fmt: skip
        yield s.at(matter.day + 1, "11:35")
        paper = [page(matter.paper, matter.subject, SIGNED)] if matter.paper else []
        s.reply(matter.agent, case, matter.answer, keeps=[promise], attached=paper)
        yield s.at(matter.day + 2, "17:50")
        s.mail(matter.guest, f"Re: {matter.subject}", matter.last, into=case)

    return play


SIGNED = "Larch & Lane, customer service"
