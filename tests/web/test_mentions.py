"""Colleagues who are named in a note are told, and nobody else is."""

from __future__ import annotations

from datetime import datetime

from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.notices.mentions import named_in
from goodword.notices.models import Notice
from goodword.notices.tasks import people_were_named
from goodword.people.models import Agent
from tests.web.conftest import Door


def test_who_is_named_in_a_note_is_told_once(
    door: Door, case: Case, ada: Agent, ben: Agent, lena: Agent, omar: Agent, at: datetime
) -> None:
    text = "@ben could you look? @Omar and @ada too, not lena@desk.example, @Lenart or x@Lena."
    door(ada).post(f"/cases/{case.pk}/notes", {"note-text": text})
    for _ in range(2):
        people_were_named(Entry.objects.get(verb="note.written"), at)
    notice = Notice.objects.get()
    assert (notice.person, notice.case_id, notice.words.startswith("Ada on Where is it?: @ben could")) == (
        ben,
        case.pk,
        True,
    )


def test_a_whole_name_tells_two_of_one_first_name_apart() -> None:
    one, other = Agent(pk=1, name="Ada Brandt"), Agent(pk=2, name="Ada Voss")
    assert named_in("@Ada  Voss, please", [one, other]) == [other]
    assert named_in("@ada, please", [one, other]) == [one, other]
