"""A larger order with a promise at each step, and the days on which its owner was and will be away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.cases import changes
from goodword.cases.models import Case
from goodword.demo.papers import page
from goodword.demo.stage import Stage
from goodword.people import actions as people
from goodword.promises import owners


def rucksacks_for_ridge_school(s: Stage) -> Iterator[datetime]:
    """Four promises in one matter: two kept, an update due this afternoon, and the delivery itself."""
    yield s.at(-11, "10:30")
    case = s.mail(
        "grace", "24 rucksacks for our walking week",
        "Dear team,\n\nRidge School takes a class of 24 to the hills and would like to buy the Tarn 28 for all of "
        "them, in green if possible. Could you make us an offer, with delivery to Nairobi?\n\nGrace Achieng\nRidge "
        "School",
    )  # fmt: skip
    yield s.at(-11, "11:20")
    (offer,) = s.reply(
        "ben", case, "Dear Grace,\n\nwith pleasure. You will have a written offer from me by tomorrow evening.",
        makes=[s.told("document", "You will have a written offer by tomorrow evening", s.day(-10))],
    )  # fmt: skip
    yield s.at(-10, "10:05")
    s.reply(
        "ben", case, "Dear Grace,\n\nhere is the offer: 24 Tarn 28 with 15 % off for schools, freight included.",
        keeps=[offer],
        attached=[page("offer-ridge-school.pdf", "Offer 881", "24 x Tarn 28, green", "Freight to Nairobi included")],
    )  # fmt: skip
    yield from _the_order(s, case)


def _the_order(s: Stage, case: Case) -> Iterator[datetime]:
    yield s.at(-9, "08:45")
    s.mail(
        "grace", "Re: 24 rucksacks for our walking week",
        "Thank you, that is generous. We accept. The walking week starts at the end of next week; can you tell us in "
        "time whether green is possible?\n\nGrace",
        into=case,
    )  # fmt: skip
    yield s.at(-9, "10:15")
    colour, freight = s.reply(
        "ada", case,
        "Dear Grace,\n\nBen is away this week, so I look after your order. I will tell you by "
        f"{s.name(-6)}, 4 pm, whether all 24 can be green, and the rucksacks will be at the school by {s.name(2)}.",
        makes=[
            s.told("update", f"I will tell you by {s.name(-6)}, 4 pm, whether all 24 can be green", s.at(-6, "16:00"),
                   f"by {s.name(-6)}, 4 pm"),
            s.told("shipment", f"The rucksacks will be at the school by {s.name(2)}", s.day(2)),
        ],
    )  # fmt: skip
    yield s.at(-6, "15:10")
    s.reply("ada", case, "Dear Grace,\n\ngreen it is, all 24. They are being packed tomorrow.", keeps=[colour])
    yield s.at(-3, "10:30")
    changes.assign(case, s.agents["ben"], s.now, s.agents["ada"])
    owners.hand_to(freight, s.agents["ben"], s.now, s.agents["ada"], "Ben is back")
    s.reply(
        "ben", case,
        f"Dear Grace,\n\nI am back, and the parcels left us this morning. I will send you the tracking number by "
        f"{s.name(0)}, 4.30 pm, as soon as the airline has them.",
        makes=[s.told("update", f"I will send you the tracking number by {s.name(0)}, 4.30 pm", s.at(0, "16:30"))],
    )  # fmt: skip


def ben_is_away(s: Stage) -> Iterator[datetime]:
    """A week off in the past, and a course that begins tomorrow: what falls due in it will go to Ada."""
    yield s.at(-10, "16:30")
    ben, ada, lena = (s.agents[name] for name in ("ben", "ada", "lena"))
    people.plan_absence(ben, s.at(-9, "08:00"), s.at(-4, "08:00"), ada, s.now, lena)
    yield s.at(-3, "16:00")
    people.plan_absence(ben, s.at(1, "08:00"), s.at(4, "08:00"), ada, s.now, lena)
