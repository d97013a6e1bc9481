"""Chips under a draft: what is heard, what the writer decided, and how both stay together while they write on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from goodword.cases.models import Case
from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.kit import dates
from goodword.people.models import Agent, Customer
from goodword.promises.drafts import new_date
from goodword.promises.hearing import Chip, Decision, chips_for, reconcile, undecided
from goodword.promises.letters import LETTERS, new_date_letter
from goodword.promises.models import Kind
from goodword.promises.wording import hear
from tests.conftest import MakePromise

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
KIND = Kind(slug="document", name="Document", accepts=["message_sent"])
WORDS = "I will send you the invoice by Friday"
CHIP = Chip(WORDS, KIND, datetime(2026, 3, 6, 17, tzinfo=UTC), True, "by Friday")
MINE = Decision(WORDS, "email", date(2026, 3, 5), touched=True)


def test_what_is_heard_is_recorded_unless_somebody_says_otherwise() -> None:
    assert reconcile([CHIP], []) == [Decision(WORDS, "document", date(2026, 3, 6), "by Friday")]


def test_what_the_writer_changed_stays_while_they_write_on() -> None:
    longer = replace(CHIP, words=f"{WORDS} at the latest")
    assert reconcile([longer], [MINE]) == [replace(MINE, words=longer.words)]


def test_what_nobody_changed_follows_the_words() -> None:
    untouched = replace(MINE, touched=False)
    longer = replace(CHIP, words=f"{WORDS} at noon", due=datetime(2026, 3, 6, 12, tzinfo=UTC), due_is_day=False)
    assert reconcile([longer], [untouched])[0].due == longer.due


def test_what_was_dismissed_stays_dismissed() -> None:
    dismissed = Decision(WORDS, "document", None, record=False, reason="conditional")
    assert reconcile([CHIP], [dismissed]) == [dismissed]


def test_what_is_no_longer_written_is_forgotten() -> None:
    assert reconcile([], [MINE]) == []


def test_a_drafted_new_date_is_not_heard_as_another_promise() -> None:
    pinned = Decision("I will call you", "callback", CHIP.due, moves=7, touched=True, pinned=True)
    assert reconcile([CHIP], [pinned]) == [pinned]
    assert undecided([CHIP], [pinned]) == []


def test_the_writer_is_asked_about_words_they_have_not_seen_as_a_promise() -> None:
    assert undecided([CHIP], []) == [CHIP]
    assert undecided([CHIP], [replace(MINE, words="I will send you the invoice")]) == [CHIP]
    assert undecided([CHIP], [replace(MINE, words=WORDS.upper())]) == []


def test_dues_are_heard_on_the_clock_of_the_customer(case: Case, ada: Agent, kim: Customer, at: datetime) -> None:
    kim.time_zone = "Asia/Tokyo"
    (chip,) = chips_for(case, ada, "I will call you tomorrow at 3 pm.", at)
    assert (chip.kind.slug, chip.due) == ("callback", datetime(2026, 3, 3, 6, tzinfo=UTC))


def test_a_kind_that_was_switched_off_is_heard_as_another(case: Case, ada: Agent, at: datetime) -> None:
    Kind.objects.filter(slug="callback").update(is_active=False)
    (chip,) = chips_for(case, ada, "I will call you tomorrow at 3 pm.", at)
    assert chip.kind.slug == "other"


def test_no_letter_about_a_new_date_promises_anything_but_that_date() -> None:
    due = AT + timedelta(days=3)
    for language in LETTERS:
        reader = dates.Reader(language, "Europe/Berlin")
        old, new = dates.by(AT, reader, AT), dates.by(due, reader, AT)
        for broken in (True, False):
            text = new_date_letter(language, "Kim", "“the invoice”", old, new, "Ada", broken=broken)
            hours = ALWAYS_NINE_TO_FIVE("Europe/Berlin")
            heard = hear(text, now=AT, hours=hours, zone="Europe/Berlin", language=language)
            assert {one.due for one in heard} <= {due}
            assert new in text


def test_a_letter_without_a_name_greets_without_a_gap() -> None:
    text = new_date_letter("fr", "", "la facture", "lundi", "mardi", "Ada", broken=True)
    assert text.startswith("Bonjour,\n")


def test_an_unknown_language_gets_english() -> None:
    assert new_date_letter("fi", "Kim", "x", "a", "b", "Ada", broken=True).startswith("Hello Kim,")


def test_the_apology_says_sorry_and_a_date_that_can_be_kept(
    promised: MakePromise, ada: Agent, kim: Customer, at: datetime
) -> None:
    kim.language = "de"
    kim.save(update_fields=["language"])
    promise = promised(kind="replacement", at=at - timedelta(days=9), due=at - timedelta(hours=2))
    letter = new_date(promise, None, at, ada)
    assert "Das tut mir leid" in letter.text
    assert letter.due_words in letter.text
    assert letter.due == datetime(2026, 3, 5, 17, tzinfo=UTC)  # twice its lead time of two working days


def test_what_is_quoted_is_nobodys_promise_anew(case: Case, ada: Agent) -> None:
    text = f"You wrote:\n> {WORDS}.\n  > and I will call you tomorrow.\n\nI will call you on Wednesday."
    assert [chip.words for chip in chips_for(case, ada, text, AT)] == ["I will call you on Wednesday"]
