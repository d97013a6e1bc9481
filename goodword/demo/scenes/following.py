"""What follows by itself: a plan that writes when boots have been worn for a week, and what is said at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goodword.closing import improvements, surveys
from goodword.closing.models import Survey, SurveyState
from goodword.demo.stage import Stage
from goodword.outreach.plans import set_plan
from goodword.people.purchases import take

SAID = (
    (5, "Quick and kind. I did not have to ask twice."),
    (4, "The size chart on the web is hard to read on a phone."),
    (5, ""),
    (3, "All good in the end, but the parcel label came off. Use a stronger one?"),
    (5, "You said Thursday and it was Thursday."),
)


def boots_worn_for_a_week(s: Stage) -> Iterator[datetime]:
    """A pair of boots arrived; a week later the desk asks by itself how they are, once."""
    yield s.at(-16, "09:10")
    set_plan(
        None, s.now, s.agents["mara"], name="Boots worn for a week", milestone="delivered_on", days=7, product="boots",
        does="letter", subject="How are your {product}?", owner=s.agents["ben"], is_active=True,
        text="Hello {name},\n\nyour {product} came on {date}. Do they fit, and have you waxed them yet? If anything "
        "rubs, just answer: I will see to it.",
    )  # fmt: skip
    guest = s.guests["lotte"]
    row = {"email": guest.address, "name": guest.name, "number": "LL-2290", "product": "Fell boots", "state": "paid"}
    take([row | {"bought_on": str(s.day(-18)), "delivered_on": str(s.day(-14))}], s.now, s.agents["mara"])


def what_they_say_at_the_end(s: Stage) -> Iterator[datetime]:
    """Customers who were asked how it was answer; what one of them suggests goes on the list."""
    yield s.at(-2, "16:20")
    asked = Survey.objects.filter(state=SurveyState.SENT).order_by("id")[: len(SAID)]
    given = [surveys.answer(surveys.token_of(survey), *said, s.now) for survey, said in zip(asked, SAID, strict=False)]
    if len(given) > 1:
        improvements.note("A size chart for phones", s.agents["ada"], s.now, s.agents["lena"], given[1].pk)
