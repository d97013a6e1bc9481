"""WHAT CASES WAIT FOR: the measures of the protocol itself, for the company alone.

Of one closed case each is the share of its working time in which it waited for this, in hundredths of a hundredth.
Together they are always the whole. None is ever kept for a person.
"""

from __future__ import annotations

from goodword.insight.measure import CASE, MEAN, NEITHER, PART, Measure
from goodword.kit.tongues import later as _

WHOLE = 10_000
LEAST = 20
# In the order in which they count where several hold at once: the first one wins.
REASONS = ("approval", "partner", "colleague", "check", "us", "promise", "customer")


def _wait(reason: str, name: str, plain: str, definition: str, trick: str, why_not: str) -> Measure:
    return Measure(
        f"wait_{reason}", name, CASE, plain, definition, _("of 100"), trick, why_not, kind=PART, better=NEITHER,
        least=LEAST, parts=WHOLE // 100, things=_("closed cases"),
    )  # fmt: skip


WAITS: tuple[Measure, ...] = (
    _wait(
        "customer", _("Waits for the customer"),
        _("Of a matter's working time, so much passed after our last words, with nothing owed."),
        _("Working time in which the last word was ours and nothing below was open ÷ working time from beginning to "
          "end, by the desk's hours; the average of closed cases."),
        _("Answer with a question."),
        _("The customer's own message ends it, and the messages they had to write are a figure of its own."),
    ),
    _wait(
        "us", _("Waits for us"),
        _("Of a matter's working time, so much passed while the customer's last message was without our word."),
        _("Working time in which the last word was the customer's, or a promise was overdue, and no ask or check was "
          "open ÷ working time from beginning to end."),
        _("Write anything at once."),
        _("It says where matters lie, for the company alone: it is never kept for a person, and quick words win "
          "nothing."),
    ),
    _wait(
        "approval", _("Waits for somebody's yes"),
        _("Of a matter's working time, so much passed until a remedy was allowed or not."),
        _("Working time in which an ask for approval was open ÷ working time from beginning to end."),
        _("Grant without asking."),
        _("Beyond one's authority the desk grants nothing without an answer."),
    ),
    _wait(
        "partner", _("Waits for a partner"),
        _("Of a matter's working time, so much passed until a partner had answered."),
        _("Working time in which a question to a partner was open, and no approval ÷ working time from beginning to "
          "end."),
        _("Ask partners by telephone only."),
        _("Then the time shows as waiting for us."),
    ),
    _wait(
        "colleague", _("Waits for a colleague"),
        _("Of a matter's working time, so much passed until a colleague or another team had answered."),
        _("Working time in which a question inside the house was open, and none to a partner ÷ working time from "
          "beginning to end."),
        _("Ask in the corridor."),
        _("Then the time shows as waiting for us."),
    ),
    _wait(
        "check", _("Waits for the check"),
        _("Of a matter's working time, so much passed while our own rule had us ask whether all is done."),
        _("Working time from the moment a check was planned until it was answered, given up or taken back, with "
          "no ask open ÷ working time from beginning to end."),
        _("Close without a check."),
        _("A case with a promise closes only through it."),
    ),
    _wait(
        "promise", _("Waits while a promise runs"),
        _("Of a matter's working time, so much passed between a promise and its date, with nothing to say meanwhile."),
        _("Working time in which a promise ran that was not yet due, the last word was ours and no ask or check was "
          "open ÷ working time from beginning to end."),
        _("Promise later dates."),
        _("Late dates show as expectation error and in the forecast."),
    ),
    Measure(
        "steps", _("Steps in between"), CASE,
        _("On average so many answers from elsewhere were needed in one matter."),
        _("Asks to colleagues, teams, partners and for approval in a closed case and in those merged into it."),
        _("asks"),
        _("Ask several things at once."),
        _("That is what the figure is for: fewer steps, not fewer answers."),
        kind=MEAN, least=10, things=_("closed cases"),
    ),
)  # fmt: skip

WAIT_KEYS = tuple(f"wait_{reason}" for reason in REASONS)
