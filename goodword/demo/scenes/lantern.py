"""Kim: a gift card that came a day early, and a lantern whose date had to move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.cases import changes
from goodword.cases.models import Case
from goodword.demo.papers import page, picture
from goodword.demo.stage import Stage
from goodword.promises.models import Promise
from goodword.promises.replies import Moved


def a_gift_card(s: Stage) -> Iterator[datetime]:
    """Kept early, confirmed and closed by the customer's word."""
    yield s.at(-17, "08:52")
    case = s.mail(
        "kim", "Gift card for my sister",
        "Good morning,\n\nmy sister Jo turns forty this week and has been eyeing your rain capes for a year. Could I "
        "buy a gift card for £60, and could I have it as something to print? The shop page only offers it by post.\n\n"
        "Many thanks\nKim Hartley",
    )  # fmt: skip
    s.known["gift card"] = case
    yield s.at(-17, "09:40")
    (card,) = s.reply(
        "ada", case,
        "Hello Kim,\n\nwhat a good present. Yes, we can: the payment went through a minute ago, and I will send you "
        f"the card as a PDF by {s.name(-15)}, so that you can print it in time.",
        makes=[s.told("document", f"I will send you the card as a PDF by {s.name(-15)}", s.day(-15))],
    )  # fmt: skip
    changes.want(case, "A gift card over £60 that she can print before the weekend", s.now, s.agents["ada"])
    yield s.at(-16, "15:05")
    paper = page("gift-card-LL-60-2291.pdf", "Larch & Lane gift card", "For Jo Hartley", "60 pounds", "LL-60-2291")
    s.reply(
        "ada", case,
        "Hello Kim,\n\nhere is the card, made out to Jo. The code on it works in the shop and on the web, for three "
        "years.",
        keeps=[card], attached=[paper],
    )  # fmt: skip
    yield s.at(-16, "16:31")
    s.mail("kim", "Re: Gift card for my sister", "Thank you so much!", into=case)
    yield s.at(-15, "18:20")
    s.mail("kim", "Re: Gift card for my sister", "Nothing more, thanks!", into=case)


def a_lantern_that_will_not_charge(s: Stage) -> Iterator[datetime]:
    """One promise kept, one renegotiated in time and still owed: the case that the customer's page shows."""
    yield s.at(-4, "18:12")
    case = s.mail(
        "kim", "The lantern no longer charges",
        "Hello,\n\nthe Ember lantern I bought in spring blinks twice and goes dark when I plug it in. I tried two "
        "cables and the car. A picture is attached. We leave for Skye at the end of next week and I would love to have "
        "a working one by then.\n\nKim",
        attached=[picture("lantern.png", (214, 160, 92), (58, 62, 74))],
    )  # fmt: skip
    s.known["lantern"] = case
    yield s.at(-3, "09:35")
    label, lantern = s.reply(
        "ada", case,
        "Hello Kim,\n\ntwo blinks mean that the battery no longer takes charge; that is covered. You bought it in "
        f"April, the olive one, is that right? I will send you a return label by {s.name(-2)}. And you do not have to "
        f"wait for us to look at it: you will have a new lantern by {s.name(-1)}.",
        makes=[
            s.told("document", f"I will send you a return label by {s.name(-2)}", s.day(-2)),
            s.told("replacement", f"You will have a new lantern by {s.name(-1)}", s.day(-1)),
        ],
    )  # fmt: skip
    changes.want(case, "A working lantern before she leaves for Skye", s.now, s.agents["ada"])
    yield s.at(-3, "14:20")
    s.reply(
        "ada", case, "Hello Kim,\n\nhere is the label. Any post office will take the parcel.",
        keeps=[label], attached=[page("return-label.pdf", "Return label", "Larch & Lane", "RET 4471 8820")],
    )  # fmt: skip
    yield from _a_date_moved_in_time(s, case, lantern)


def _a_date_moved_in_time(s: Stage, case: Case, lantern: Promise) -> Iterator[datetime]:
    yield s.at(-2, "15:10")
    s.reply(
        "ada", case,
        f"Hello Kim,\n\nI said {s.name(-1)}, and I have to tell you today that it will not be met: the olive ones in "
        f"our store turned out to be from the same batch, and I will not send you one of those. New ones come in "
        f"tomorrow, so yours will be with you by {s.name(1)}. That still leaves you time before Skye. I am sorry for "
        "the wait.",
        moves=[Moved(lantern, s.day(1), f"by {s.name(1)}", "the lanterns in store are from the faulty batch")],
    )  # fmt: skip
    yield s.at(-2, "19:44")
    s.mail("kim", "Re: The lantern no longer charges", "Ok, thank you!", into=case)
    yield s.at(0, "09:48")
    s.mail(
        "kim", "Re: The lantern no longer charges",
        "One small question: do I have to send the old one back before the new one comes, or can I put it in the same "
        "box?\n\nKim",
        into=case,
    )  # fmt: skip
