"""Purchases from the shop's own system, and what need not be asked because it is on file."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from goodword.kit.errors import Malformed
from goodword.people.models import Identity, Purchase
from goodword.people.on_file import Bought, OnFile, asked_again, sentences
from goodword.people.purchases import on_file, take_csv

HEAD = "email,number,product,options,amount,bought_on,delivered_on\n"
KIM = OnFile(
    "Kim Hartley",
    "kim@home.example",
    "+442079460018",
    "",
    (Bought("A-17", "MX-200", {"size": "42"}, date(2026, 1, 5)),),
)


def test_taking_a_file_twice_changes_nothing(db: None, at: datetime) -> None:
    text = HEAD + 'kim@home.example,A-17,MX-200,size: 42; colour: blue,"129,90",2026-01-05,\n'
    first, second = take_csv(text, at, None), take_csv(text, at, None)
    assert (first.new, second.new, second.known) == (1, 0, 1)
    row = Purchase.objects.get()
    assert (row.amount, row.options) == (12990, {"size": "42", "colour": "blue"})


def test_a_changed_line_is_updated(db: None, at: datetime) -> None:
    take_csv(HEAD + "kim@home.example,A-17,MX-200,,10,2026-01-05,\n", at, None)
    taken = take_csv(HEAD + "kim@home.example,A-17,MX-200,,10,2026-01-05,2026-01-09\n", at, None)
    assert (taken.changed, Purchase.objects.get().delivered_on) == (1, date(2026, 1, 9))


def test_a_bad_line_is_told_and_the_others_count(db: None, at: datetime) -> None:
    lines = [
        "nobody,A-1,Tent,,10,2026-01-05,",
        "kim@home.example,,Tent,,10,2026-01-05,",
        "kim@home.example,A-2,Tent,,ten,2026-01-05,",
        "kim@home.example,A-3,Tent,,10,soon,",
        "kim@home.example,A-4,Tent,{bad,10,2026-01-05,",
        "kim@home.example,A-5,Tent,,10,2026-01-05,",
    ]
    taken = take_csv(HEAD + "\n".join(lines), at, None)
    assert (taken.new, len(taken.troubles)) == (1, 5)
    assert taken.troubles[0].startswith("Line 1:")
    assert Identity.objects.count() == 1


def test_a_file_without_its_columns_is_refused(db: None, at: datetime) -> None:
    with pytest.raises(Malformed):
        take_csv("name,price\nKim,10\n", at, None)


def test_what_is_on_file_becomes_a_sentence_to_confirm(db: None, at: datetime) -> None:
    take_csv(HEAD + "kim@home.example,A-17,MX-200,size: 42,10,2026-01-05,\n", at, None)
    customer = Purchase.objects.get().customer
    assert sentences(on_file(customer)) == [
        "You have the MX-200 in size 42, bought on 2026-01-05 (order A-17). Is that right?"
    ]
    assert sentences(KIM, "de")[0].startswith("Sie haben MX-200 in size 42")


@pytest.mark.parametrize(
    ("draft", "what"),
    [
        ("Could you send me your order number?", "number"),
        ("Please let us know your order number.", "number"),
        ("Which product do you have?", "product"),
        ("When did you buy it?", "bought_on"),
        ("Bitte nennen Sie uns Ihre Telefonnummer.", "phone"),
        ("Quel est votre numéro de commande ?", "number"),
        ("What is your e-mail address?", "email"),
    ],
)
def test_a_question_for_what_is_on_file_is_flagged(draft: str, what: str) -> None:
    assert [asked.what for asked in asked_again("Hello Kim. " + draft, KIM)] == [what]


@pytest.mark.parametrize(
    "draft",
    [
        "Your order number is A-17.",
        "Which colour would you like instead?",
        "I have your phone number here.",
        "Is the MX-200 still blinking?",
    ],
)
def test_what_is_not_on_file_may_be_asked(draft: str) -> None:
    assert asked_again(draft, KIM) == []


def test_nothing_is_flagged_of_somebody_of_whom_nothing_is_known() -> None:
    assert asked_again("Could you send me your order number?", OnFile()) == []
