"""Money: a refund that was forgotten and put right, a credit at once, and an invoice that is late this morning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.demo.stage import Stage
from goodword.promises import actions as promises
from goodword.promises import owners
from goodword.promises.replies import Moved


def a_refund_forgotten(s: Stage) -> Iterator[datetime]:
    """Broken, escalated, remade by the lead, delivered late, confirmed: closed by word, and still broken."""
    yield s.at(-15, "08:30")
    case = s.mail(
        "tomas", "Money back for the returned tent",
        "Hello,\n\nI sent the Lark 1 back twelve days ago (RET 4410 0931), the post says you have it. When will I see "
        "the 389 euro again?\n\nTomáš Dvořák",
    )  # fmt: skip
    yield s.at(-15, "09:25")
    (refund,) = s.reply(
        "ben", case,
        f"Hello Tomáš,\n\nthe tent is here and in good order. The 389 euro will be back on your card by {s.name(-11)}.",
        makes=[s.told("refund", f"The 389 euro will be back on your card by {s.name(-11)}", s.day(-11))],
    )  # fmt: skip
    yield s.at(-10, "09:50")
    promises.acknowledge(refund, s.now, s.agents["lena"])
    owners.hand_to(refund, s.agents["lena"], s.now, s.agents["lena"], "nobody had sent it to the bank")
    s.note("lena", case, "The refund sat in the drafts of the bank file since before Ben's leave. Sent now.")
    s.reply(
        "lena", case,
        f"Dear Tomáš,\n\nwe told you {s.name(-11)}, and we did not do it. Nobody sent the order to the bank; that is "
        f"our fault alone. I have done it myself just now, and the money will be there by {s.name(-8)}. I am sorry.",
        moves=[Moved(refund, s.day(-8), f"by {s.name(-8)}", "the order had not been sent to the bank")],
    )  # fmt: skip
    yield s.at(-9, "11:15")
    promises.deliver(refund, "provider_event", s.now, words="Refund of 389.00 EUR settled, reference 40-7713")
    yield s.at(-9, "18:03")
    promises.confirm(refund, s.now, case.customer, "It is there")
    yield s.at(-8, "12:40")
    s.mail("tomas", "Re: Money back for the returned tent", "Nothing more, thanks.\n\nTomáš", into=case)


def an_invoice_for_the_company(s: Stage) -> Iterator[datetime]:
    """Broken at ten this morning; the lead was called at half past, and the customer had to ask first."""
    yield s.at(-6, "11:04")
    case = s.mail(
        "amir", "Invoice with our VAT number",
        "Hello,\n\ncould you make out invoice 2291 again with our VAT number? Our bookkeeper closes the month soon. It "
        "is FR 83 404 833 048, Haddad Paysages.\n\nAmir Haddad",
    )  # fmt: skip
    yield s.at(-6, "13:31")
    s.reply(
        "ada", case,
        "Hello Amir,\n\ngladly. Our accounts team issues corrected invoices once a week; you will have it from me by "
        f"{s.name(0)} at 10 am, before your bookkeeper closes.",
        makes=[s.told("document", f"You will have the corrected invoice by {s.name(0)} at 10 am", s.at(0, "10:00"))],
    )  # fmt: skip
    yield s.at(0, "10:52")
    s.mail(
        "amir", "Re: Invoice with our VAT number",
        "Hello Ada,\n\nit is almost eleven and I have nothing yet. The bookkeeper is waiting. Is it on its "
        "way?\n\nAmir",
        into=case,
    )  # fmt: skip


def a_code_that_did_not_work(s: Stage) -> Iterator[datetime]:
    """A credit, proven by the statement of the agent who booked it: this kind accepts that."""
    yield s.at(-7, "15:20", "America/New_York")
    case = s.mail(
        "sam", "Discount code refused at the till",
        "Hey,\n\nyour newsletter code TRAIL12 was refused when I paid for the stove (order 10467). Can I still have "
        "the 12 euro?\n\nSam",
    )  # fmt: skip
    yield s.at(-6, "09:40")
    (credit,) = s.reply(
        "ada", case, "Hello Sam,\n\nof course you can. I will credit the 12 euro to your account today.",
        makes=[s.told("credit", "I will credit the 12 euro to your account today", s.day(-6), "today")],
    )  # fmt: skip
    yield s.at(-6, "10:05")
    promises.deliver(credit, "agent_statement", s.now, by=s.agents["ada"], words="Booked 12.00 EUR, credit note C-0417")
    yield s.at(-5, "11:30", "America/New_York")
    s.mail("sam", "Re: Discount code refused at the till", "No, that's all. Thanks!", into=case)
