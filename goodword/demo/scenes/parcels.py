"""Parcels: one that went astray and was followed up, and one that the carrier called delivered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.cases.models import Case
from goodword.demo.papers import picture
from goodword.demo.stage import Stage
from goodword.promises import actions as promises
from goodword.promises import owners
from goodword.promises.models import Promise
from goodword.promises.replies import Moved


def a_jacket_that_went_astray(s: Stage) -> Iterator[datetime]:
    """Found out in time, renegotiated in time, delivered; the second attempt of the check is a call still to make."""
    yield s.at(-13, "09:15")
    case = s.mail(
        "rosa", "Parcel says delivered, nothing here",
        "Good morning,\n\nthe tracking of my rain jacket (order 10482) says delivered since yesterday noon. I was at "
        "home the whole day, nobody rang, and the neighbours have nothing. Can you find out where it is?\n\nRosa "
        "Delgado",
    )  # fmt: skip
    yield s.at(-13, "10:02")
    (finding,) = s.reply(
        "ada", case,
        "Hello Rosa,\n\nthat is the worst kind of \"delivered\". You do not have to talk to the carrier, I will: I "
        "find out where the parcel went and call you tomorrow by noon.",
        makes=[s.told("investigate", "I find out where it went and call you tomorrow by noon", s.at(-12, "12:00"),
                      "tomorrow by noon")],
    )  # fmt: skip
    yield s.at(-12, "10:45")
    (jacket,) = s.call(
        "ada", case, "reached",
        "The driver left it in the Calle del Sol instead of the Calle del Rosal. Rosa does not want to fetch it from "
        "strangers. I said that she gets a new one.",
        keeps=[finding],
        makes=[s.told("replacement", f"A new jacket will be at your door by {s.name(-9)}", s.day(-9))],
    )  # fmt: skip
    yield s.at(-10, "11:30")
    s.reply(
        "ada", case,
        f"Hello Rosa,\n\nthe lorries from Lyon stand still because of the storm, so {s.name(-9)} will not work. The "
        f"carrier and I both say {s.name(-7)} now. If that does not suit you, tell me and I will find another way.",
        moves=[Moved(jacket, s.day(-7), f"by {s.name(-7)}", "storm at the carrier's hub")],
    )  # fmt: skip
    yield s.at(-8, "16:20")
    promises.deliver(jacket, "provider_event", s.now, words="Delivered, signed R. Delgado (parcel 00340 4471)")


def a_tent_pole_left_with_a_neighbour(s: Stage) -> Iterator[datetime]:
    """The carrier's word fell when the customer gave hers: kept became broken, and it is owed again."""
    yield s.at(-8, "08:10")
    case = s.mail(
        "hanna", "Broken pole, Fjell tent",
        "Hi,\n\nthe second pole of my Fjell 2 split at the joint last night. The tent is two months old. Could you "
        "send me a new pole?\n\nHanna Virtanen",
    )  # fmt: skip
    yield s.at(-8, "08:41")
    second = s.mail(
        "hanna", "Photo of the pole", "Forgot the photo, sorry. Here it is.\n\nHanna",
        attached=[picture("pole.png", (190, 196, 205), (44, 66, 58))],
    )  # fmt: skip
    yield s.at(-8, "10:10")
    case = owners.merge(second, case, s.now, s.agents["ada"])
    (pole,) = s.reply(
        "ada", case,
        f"Hello Hanna,\n\nthat joint should hold for years. A new pole is packed now and will be with you by "
        f"{s.name(-5)}; you need not send the old one back.",
        makes=[s.told("replacement", f"A new pole will be with you by {s.name(-5)}", s.day(-5))],
    )  # fmt: skip
    yield s.at(-6, "14:30")
    promises.deliver(pole, "provider_event", s.now, words="Delivered: left with a neighbour (parcel 00340 4502)")
    yield from _nothing_came(s, case, pole)


def _nothing_came(s: Stage, case: Case, pole: Promise) -> Iterator[datetime]:
    yield s.at(-5, "20:10")
    promises.dispute(pole, s.now, case.customer, "Nothing came, and there is no neighbour of that name in our house.")
    s.mail(
        "hanna", "Re: Broken pole, Fjell tent",
        "No, nothing came. The carrier names a neighbour \"Laine\", and nobody of that name lives in our "
        "house.\n\nHanna",
        into=case,
    )  # fmt: skip
    yield s.at(-4, "09:20")
    promises.acknowledge(pole, s.now, s.agents["lena"])
    s.note("lena", case, "Inquiry at the carrier: 77-1083. We do not wait for it, a second pole goes out today.")
    s.reply(
        "ada", case,
        "Hello Hanna,\n\nthen it has not been delivered, whatever the carrier says, and I am sorry that you had to "
        f"tell us. A second pole leaves us today by another carrier and will be with you by {s.name(0)}. I watch it "
        "myself.",
        moves=[Moved(pole, s.day(0), f"by {s.name(0)}", "the first parcel was lost")],
    )  # fmt: skip
