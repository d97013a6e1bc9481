"""What did not arrive stays on its owner's day until something does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, reply
from goodword.cases.changes import assign
from goodword.cases.delivery import bounced, mark
from goodword.cases.mending import to_mend
from goodword.cases.models import Case, Delivery, Message
from goodword.people.models import Agent


@pytest.fixture
def sent(case: Case, ada: Agent, at: datetime) -> Message:
    """Ada has answered Kim, and the case is hers."""
    return reply(case, ada, Draft("It is on its way."), at)


def test_a_bounce_is_mended_by_a_later_message(sent: Message, case: Case, ada: Agent, at: datetime) -> None:
    assert to_mend(ada) == []
    bounced(sent, ("kim@home.example",), at)
    assert to_mend(ada) == [sent]
    again = reply(case, ada, Draft("Once more.", to=("kim@work.example",)), at)
    assert to_mend(ada) == []
    mark(again, Delivery.FAILED, at)
    assert to_mend(ada) == [again]


def test_it_goes_with_the_case_to_its_next_owner(
    sent: Message, case: Case, ada: Agent, ben: Agent, at: datetime
) -> None:
    mark(sent, Delivery.FAILED, at, "550 no")
    assign(case, ben, at + timedelta(hours=1), ada)
    assert to_mend(ada) == []
    assert to_mend(ben) == [sent]
