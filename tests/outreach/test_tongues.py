"""Letters of plans and notices to many speak the customer's language where somebody has put them into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from goodword.cases.models import Message
from goodword.kit.errors import Malformed
from goodword.outreach import rounds
from goodword.outreach.choosing import Filter
from goodword.outreach.models import Round
from goodword.outreach.plans import set_plan
from goodword.outreach.tasks import sweep_planned, sweep_plans, sweep_rounds
from goodword.people.models import Agent, Customer
from goodword.people.purchases import take
from goodword.promises.models import Promise
from tests.outreach.test_rounds import notice

__all__ = ["notice"]
GERMAN = {
    "subject": "Ihre {product}: eine lose Schraube", "text": "Guten Tag {name},\n\nbitte nicht benutzen.",
    "promise": "Wir rufen Sie wegen der Schraube an",
}  # fmt: skip


@pytest.fixture
def spoken(notice: rounds.Notice) -> rounds.Notice:
    """One of the customers reads German, one French, of one it is not known."""
    for name, language in (("L1", "de-AT"), ("L2", "fr"), ("L3", "")):
        Customer.objects.filter(name=name).update(language=language)
    return replace(notice, texts={"de": GERMAN})


def test_each_customer_reads_their_language_or_the_words_for_all(
    spoken: rounds.Notice, lena: Agent, at: datetime
) -> None:
    made = rounds.draft(spoken, Filter(product="lamp"), at, lena)
    readers = {one.language: (one.number, one.has_words) for one in rounds.standing(made, at).readers}
    assert readers == {"de": (1, True), "fr": (1, False), "": (1, False)}
    rounds.start(made, at, lena)
    sweep_rounds(at)
    subjects = dict(Message.objects.values_list("to__0", "case__subject"))
    assert subjects["l1@home.example"] == "Ihre Oak lamp: eine lose Schraube"
    assert subjects["l2@home.example"] == subjects["l3@home.example"] == "Your Oak lamp: a loose screw"
    promised = dict(Promise.objects.values_list("case__customer__name", "words"))
    assert promised["L1"] == GERMAN["promise"]
    assert promised["L2"] == "We will call you about the screw"


@pytest.mark.parametrize(
    ("words", "field"), [({"subject": "", "text": "Guten Tag"}, "subject_de"), (GERMAN | {"text": "{ort}"}, "text_de")]
)
def test_a_version_that_lacks_a_part_or_names_what_nobody_knows_is_refused_at_its_field(
    spoken: rounds.Notice, lena: Agent, at: datetime, words: dict[str, str], field: str
) -> None:
    with pytest.raises(Malformed) as refused:
        rounds.draft(replace(spoken, texts={"de": words}), Filter(product="lamp"), at, lena)
    assert refused.value.details["field"] == field
    assert not Round.objects.exists()


def test_a_planned_letter_is_written_in_the_customers_language(ada: Agent, lena: Agent, at: datetime) -> None:
    row = {"product": "Lamp", "bought_on": "2026-02-01", "delivered_on": "2026-03-02"}
    take([row | {"email": f"{name}@home.example", "name": name, "number": name} for name in ("Eva", "Kim")], at, None)
    Customer.objects.filter(name="Eva").update(language="de")
    set_plan(
        None, at, lena, name="A word", milestone="delivered_on", days=0, product="", does="letter", subject="Your lamp",
        text="Well?", owner=ada, is_active=True, texts={"de": {"subject": "Ihre Lampe", "text": "Leuchtet sie?"}},
    )  # fmt: skip
    sweep_plans(at)
    sweep_planned(at)
    said = {message.to[0]: message.text.splitlines()[0] for message in Message.objects.all()}
    assert said == {"Eva@home.example".lower(): "Leuchtet sie?", "kim@home.example": "Well?"}
