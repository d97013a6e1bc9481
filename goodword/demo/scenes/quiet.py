"""Quiet ones: closed by silence, not a matter at all, and one that sleeps until tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.cases import changes
from goodword.closing import actions as closing
from goodword.demo.papers import page
from goodword.demo.stage import Stage


def a_manual_in_english(s: Stage) -> Iterator[datetime]:
    """Kept early; two checks were asked and not answered: closed by silence, which is not the same as by word."""
    yield s.at(-20, "10:10", "Asia/Tokyo")
    case = s.mail(
        "yuki", "Repair manual for the Ember stove",
        "Dear Larch & Lane,\n\nI would like to change the seal of my Ember stove by myself. I only found the manual in "
        "German. Is there one in English?\n\nYuki Tanabe",
    )  # fmt: skip
    yield s.at(-20, "09:50")
    (manual,) = s.reply(
        "ben", case,
        f"Dear Yuki,\n\nthere is one, it only never made it to the web. I will send it to you by {s.name(-18)} "
        "evening, your time.",
        makes=[s.told("document", f"I will send you the English manual by {s.name(-18)} evening", s.day(-18))],
    )  # fmt: skip
    yield s.at(-19, "11:00")
    s.reply(
        "ben", case, "Dear Yuki,\n\nhere it is. The seal is on page four; it wants to be wetted before it goes in.",
        keeps=[manual], attached=[page("ember-manual-en.pdf", "Ember stove", "4. Changing the seal", "Wet it first.")],
    )  # fmt: skip


def a_listing_in_a_directory(s: Stage) -> Iterator[datetime]:
    """Nothing was asked of us."""
    yield s.at(-12, "07:15")
    case = s.stranger(
        "Business Listings", "offers@listings.example", "Your entry in our directory",
        "Dear owner,\n\nyour company qualifies for a premium entry. Click here to confirm before it expires.",
    )  # fmt: skip
    yield s.at(-12, "10:00")
    changes.assign(case, s.agents["ben"], s.now, s.agents["ben"])
    closing.close(case, "no_matter", s.now, s.agents["ben"])


def boots_half_a_size_too_small(s: Stage) -> Iterator[datetime]:
    """A label was promised and sent; the rest waits until the customer is back from the hills."""
    yield s.at(-3, "08:05")
    case = s.mail(
        "lotte", "Half a size too small, I think",
        "Hello,\n\nthe Tarn boots press a little at the toe, uphill it is fine. Can I change them for half a size more "
        "if I have only worn them in the flat?\n\nLotte Jansen",
    )  # fmt: skip
    yield s.at(-3, "09:55")
    (label,) = s.reply(
        "ada", case, "Hello Lotte,\n\nof course. You will have a return label from me this afternoon.",
        makes=[s.told("document", "You will have a return label this afternoon", s.at(-3, "17:00"), "this afternoon")],
    )  # fmt: skip
    yield s.at(-3, "14:40")
    s.reply(
        "ada", case, "Hello Lotte,\n\nhere is the label. Put a note in with the size that you want.",
        keeps=[label], attached=[page("return-label.pdf", "Return label", "Larch & Lane", "RET 4471 9107")],
    )  # fmt: skip
    yield s.at(-2, "08:30")
    s.mail(
        "lotte", "Re: Half a size too small, I think",
        f"Got it. I am off walking until {s.name(0)} evening with thick socks and will decide then. I will "
        "write.\n\nLotte",
        into=case,
    )  # fmt: skip
    yield s.at(-2, "10:00")
    changes.snooze(case, s.at(1, "09:00"), s.now, s.agents["ada"])
