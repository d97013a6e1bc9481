"""The post of the last two days: a typo that bounced, a check about to go out, a stranger, and somebody new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.demo.papers import page
from goodword.demo.stage import Stage


def a_typo_in_the_address(s: Stage) -> Iterator[datetime]:
    """Paul mistyped his own address in the form: our answer came back, and the promise in it is at risk."""
    yield s.at(-1, "14:05")
    case = s.form(
        "paul", "Washing a down bag",
        "Hello, my Lark down bag smells of a wet summer. Can I wash it at home, and with what? I leave on Sunday.",
    )  # fmt: skip
    yield s.at(-1, "15:10")
    s.reply(
        "ada", case,
        "Hello Paul,\n\nyou can, if you do it slowly. I will send you our washing guide with the two soaps that work, "
        "by tomorrow noon.",
        makes=[s.told("document", "I will send you our washing guide by tomorrow noon", s.at(1, "12:00"),
                      f"by {s.name(1)} noon")],
    )  # fmt: skip


def a_groundsheet_that_fits(s: Stage) -> Iterator[datetime]:
    """Kept yesterday at noon: the check goes out today at noon, in the visitor's first hour."""
    yield s.at(-2, "16:20")
    case = s.mail(
        "tomas", "Which groundsheet fits?",
        "Hello again,\n\nI bought the Lark 2 instead. Does the old groundsheet of the Lark 1 fit under it?\n\nTomáš",
    )  # fmt: skip
    yield s.at(-2, "16:50")
    (answer,) = s.reply(
        "ada", case, "Hello Tomáš,\n\ngood choice. I will lay one under the other and tell you by tomorrow evening.",
        makes=[s.told("email", "I will tell you by tomorrow evening whether the groundsheet fits", s.day(-1),
                      "by tomorrow evening")],
    )  # fmt: skip
    yield s.at(-1, "12:00")
    s.reply(
        "ada", case,
        "Hello Tomáš,\n\nit does, with a hand's width to spare at the foot end. Fold that under, so that rain does not "
        "run onto it.",
        keeps=[answer],
    )  # fmt: skip


def a_sister_asks(s: Stage) -> Iterator[datetime]:
    """A number in the subject, from somebody who takes no part in that case: a new one that perhaps belongs to it."""
    yield s.at(0, "10:31")
    s.stranger(
        "Jo Hartley", "jo@hartley.example", f"Gift card [#{s.known['gift card'].pk}]",
        "Hi,\n\nmy sister Kim gave me one of your gift cards. The number above was on her print-out. Can I use it for "
        "two smaller things instead of the cape?\n\nJo",
    )  # fmt: skip


def somebody_new(s: Stage) -> Iterator[datetime]:
    """Nobody has taken this one yet."""
    yield s.at(0, "10:58")
    s.stranger(
        "Noor Rahman", "noor@rahman.example", "Invoice shows two tents, I ordered one",
        "Good morning,\n\nmy invoice (attached) lists two Fjell tents, but I ordered and received one. Could you "
        "correct it before the card is charged on Monday?\n\nNoor Rahman",
        attached=[page("invoice-10533.pdf", "Invoice 10533", "2 x Fjell 2", "Total 758.00 EUR")],
    )  # fmt: skip
