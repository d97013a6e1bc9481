"""Matteo: a pair of boots in the workshop, and a cap of which he let us off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.closing import actions as closing
from goodword.demo.papers import picture
from goodword.demo.stage import Stage
from goodword.promises import actions as promises
from goodword.promises import owners
from goodword.promises.replies import Moved


def a_sole_that_came_off(s: Stage) -> Iterator[datetime]:
    """Owned by a colleague in the workshop; the date was moved by a call, before it was missed."""
    yield s.at(-8, "19:30")
    case = s.mail(
        "matteo", "The sole of my left boot came off",
        "Good evening,\n\nafter three years the sole of my left Monte boot has come off, the right one is fine. Can it "
        "be glued, or is that the end of them? They fit like no other pair.\n\nMatteo Conti",
        attached=[picture("boot.png", (120, 92, 70), (206, 210, 214))],
    )  # fmt: skip
    yield s.at(-7, "09:15")
    (repair,) = s.reply(
        "ada", case,
        "Hello Matteo,\n\nthree years is far too early for that. It can be glued, and both boots get new soles while "
        f"they are here, so that they match. They will be repaired by {s.name(-1)}. Sending them in costs you nothing; "
        "you can use the label we sent with the order.",
        makes=[s.told("fix", f"Your boots will be repaired by {s.name(-1)}", s.day(-1))],
    )  # fmt: skip
    owners.hand_to(repair, s.agents["olek"], s.now, s.agents["ada"], "the workshop does it")
    yield s.at(-4, "10:20")
    s.note("olek", case, "On the bench. The old glue has to come off completely; two coats, a day of drying each.")
    yield s.at(-3, "16:10")
    s.call(
        "ada", case, "reached",
        f"Told him that the glue needs another two days and that {s.name(1)} is what Olek can keep. He is fine with "
        "it, he walks again next weekend.",
        moves=[Moved(repair, s.day(1), f"by {s.name(1)}", "the glue needs two coats, a day each")],
    )  # fmt: skip


def a_cap_in_the_old_green(s: Stage) -> Iterator[datetime]:
    """The customer let us off before the due."""
    yield s.at(-14, "17:05")
    case = s.mail(
        "matteo", "Wool cap in the old green",
        "Hello,\n\ndo you still have the wool cap in the green of two winters ago? I lost mine on a train.\n\nMatteo",
    )  # fmt: skip
    yield s.at(-13, "11:40")
    (search,) = s.reply(
        "ben", case,
        f"Hello Matteo,\n\nnot in the shop, but perhaps in the outlet. I will have looked there by {s.name(-11)} and "
        "write to you either way.",
        makes=[s.told("investigate", f"I will have looked in the outlet by {s.name(-11)}", s.day(-11))],
    )  # fmt: skip
    yield s.at(-12, "20:15")
    s.mail(
        "matteo", "Re: Wool cap in the old green",
        "You can stop looking: the railway found it. Thank you for the offer, nothing else is open.\n\nMatteo",
        into=case,
    )  # fmt: skip
    promises.release(search, s.now, case.customer, "You can stop looking: the railway found it.")
    yield s.at(-11, "09:10")
    closing.close(case, "word", s.now, s.agents["ben"], said_done=True)
