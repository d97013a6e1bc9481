"""The phone: a callback that came late, and one that is due this afternoon across the sea."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.demo.stage import Stage
from goodword.promises import actions as promises


def layers_for_the_north(s: Stage) -> Iterator[datetime]:
    """A voicemail is no call: broken at two, delivered at twenty past three; the check brought up one thing more."""
    yield s.at(-5, "08:20")
    case = s.mail(
        "ingrid", "Could somebody explain the layers to me?",
        "Hi,\n\nI am going to Svalbard in March and get lost between your base, mid and outer layers. Could somebody "
        "call me? +47 22 55 01 73, best in the early afternoon.\n\nIngrid",
    )  # fmt: skip
    yield s.at(-5, "09:30")
    (callback,) = s.reply(
        "ada", case, "Hello Ingrid,\n\nSvalbard in March is worth a proper talk. I will call you tomorrow at 2 pm.",
        makes=[s.told("callback", "I will call you tomorrow at 2 pm", s.at(-4, "14:00"), "tomorrow at 2 pm")],
    )  # fmt: skip
    yield s.at(-4, "13:40")
    s.call("ada", case, "voicemail", "Voicemail; said that I will try again this afternoon.", keeps=[])
    yield s.at(-4, "14:50")
    promises.acknowledge(callback, s.now, s.agents["lena"])
    yield s.at(-4, "15:20")
    s.call(
        "ada", case, "reached",
        "Went through the three layers. She has a good shell; needs the heavy base and a mid layer. Sent her to no "
        "product page, wrote the two sizes down for her.",
        keeps=[callback],
    )  # fmt: skip
    yield s.at(-3, "19:30")
    s.mail(
        "ingrid", "Re: Could somebody explain the layers to me?",
        "That was a very good talk, thank you. One more thing: which of your gloves go over a thin liner and still "
        "have a long cuff? I could not tell from the pictures.\n\nIngrid",
        into=case,
    )  # fmt: skip
    yield s.at(-2, "09:20")
    s.reply(
        "ada", case,
        "Hello Ingrid,\n\nI want to try that on with a liner before I answer, and the long ones are in the other "
        f"store. You will have my answer by {s.name(0)}, 3 pm.",
        makes=[s.told("email", f"You will have my answer by {s.name(0)}, 3 pm", s.at(0, "15:00"))],
    )  # fmt: skip


def a_stove_across_the_sea(s: Stage) -> Iterator[datetime]:
    """Due at half past nine in New York: this afternoon at the desk."""
    yield s.at(-1, "10:20", "America/New_York")
    case = s.mail(
        "sam", "Stove hisses at the valve",
        "Hey,\n\nmy Ember stove hisses at the valve even when it is shut. I am not going to light it again before "
        "somebody tells me it is safe. Can you call? Mornings are good, +1 212 555 0123.\n\nSam",
    )  # fmt: skip
    yield s.at(-1, "16:45")
    s.reply(
        "ada", case,
        "Hello Sam,\n\nplease leave it off, and take the cartridge out in the open air. I will have our workshop's "
        "advice and call you tomorrow at 9.30 am your time.",
        makes=[s.told("callback", "I will call you tomorrow at 9.30 am your time", s.at(0, "09:30", "America/New_York"),
                      "tomorrow at 9.30 am your time")],
    )  # fmt: skip
