"""Writing in a case: replies with the promises in them, notes and calls."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from goodword.cases import actions as cases
from goodword.cases.models import Case, Message, Note
from goodword.ledger.models import Entry
from goodword.people import actions as people
from goodword.people.models import Agent, Customer
from goodword.promises.models import Due, Evidence, Promise
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door
from tests.web.drafts import HEARD, PROMISES, chip, draft, ours

HX = {"HX-Request": "true"}


def test_a_reply_goes_out_and_is_queued(door: Door, case: Case, ada: Agent) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft("It is on its way."))
    assert (answer.status_code, answer["Location"]) == (303, f"/cases/{case.pk}#latest")
    assert [(message.text, message.delivery) for message in ours()] == [("It is on its way.", "queued")]


def test_a_promise_in_a_reply_is_recorded_with_the_words_the_customer_saw(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    door(ada).post(f"/cases/{case.pk}/messages", draft(PROMISES, chip(due_words="by Friday")))
    promise = Promise.objects.get()
    assert (promise.words, promise.kind.slug, promise.owner, promise.due_words) == (HEARD, "document", ada, "by Friday")
    assert (promise.due_is_day, promise.due_at) == (True, datetime(2026, 3, 6, 17, tzinfo=UTC))
    assert promise.told_by == ours()[0]


def test_a_promise_that_its_writer_has_not_seen_is_shown_before_it_goes_out(door: Door, case: Case, ada: Agent) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft(PROMISES))
    page = answer.content.decode()
    assert (answer.status_code, ours(), Promise.objects.count()) == (422, [], 0)
    assert "This promises something." in page
    assert f'value="{HEARD}"' in page
    assert 'value="2026-03-06"' in page
    assert PROMISES in page


def test_a_dismissed_promise_is_on_record_with_its_reason(door: Door, case: Case, ada: Agent) -> None:
    form = draft(PROMISES, chip(record=None, reason="conditional"))
    assert door(ada).post(f"/cases/{case.pk}/messages", form).status_code == 303
    line = Entry.objects.get(verb="promise.dismissed")
    assert (line.get("words"), line.get("reason")) == (HEARD, "It depends on something else")
    assert Promise.objects.count() == 0


def test_a_promise_without_a_date_warns_once_and_then_goes_out_unrecorded(door: Door, case: Case, ada: Agent) -> None:
    words = "I will look into the parcel soon"
    form = draft(f"{words}.", chip(words=words, kind="investigate", day=""))
    answer = door(ada).post(f"/cases/{case.pk}/messages", form)
    assert answer.status_code == 422
    assert "A promise without a date" in answer.content.decode()
    assert door(ada).post(f"/cases/{case.pk}/messages", form | {"reply-anyway": "on"}).status_code == 303
    assert Entry.objects.get(verb="promise.dismissed").get("reason") == "no date was given, sent all the same"


def test_what_the_writer_changed_in_a_chip_is_what_counts(door: Door, case: Case, ada: Agent, kim: Customer) -> None:
    kim.time_zone = "America/New_York"
    kim.save(update_fields=["time_zone"])
    form = draft(PROMISES, chip(kind="email", day="2026-03-05", time="12:30", touched="on"))
    door(ada).post(f"/cases/{case.pk}/messages", form)
    promise = Promise.objects.get()
    assert (promise.kind.slug, promise.due_zone) == ("email", "America/New_York")
    assert promise.due_at == datetime(2026, 3, 5, 17, 30, tzinfo=UTC)


def test_a_date_that_has_passed_is_refused_and_the_words_stay(door: Door, case: Case, ada: Agent) -> None:
    form = draft(PROMISES, chip(day="2026-02-27", touched="on"))
    answer = door(ada).post(f"/cases/{case.pk}/messages", form)
    assert (answer.status_code, ours()) == (422, [])
    assert "Choose a due that lies ahead" in answer.content.decode()
    assert PROMISES in answer.content.decode()


def test_a_date_that_is_none_is_refused(door: Door, case: Case, ada: Agent) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft(PROMISES, chip(day="Friday")))
    assert (answer.status_code, ours()) == (422, [])
    assert "One of the dates could not be read." in answer.content.decode()


def test_a_reply_that_has_not_seen_the_latest_words_is_held_back_with_them(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    seen = Case.objects.get(pk=case.pk).last_message
    late = cases.receive(mail(text="It came after all!", subject=f"[#{case.pk}]", message_id=""), at).message
    form = draft("It is on its way.", **{"reply-seen": seen})
    answer = door(ada).post(f"/cases/{case.pk}/messages", form, headers=HX)
    page = answer.content.decode()
    assert (answer.status_code, ours()) == (422, [])
    assert "It came after all!" in page
    assert f'name="reply-seen" value="{late.pk}"' in " ".join(page.split())
    assert door(ada).post(f"/cases/{case.pk}/messages", form | {"reply-seen": late.pk}).status_code == 303


def test_the_reply_in_a_part_of_the_page_leaves_an_empty_form_and_says_what_changed(
    door: Door, case: Case, ada: Agent
) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/messages", draft("It is on its way."), headers=HX)
    assert answer.status_code == 200
    assert f'"changed": {{"names": ["case:{case.pk}"]}}' in answer["HX-Trigger"]
    assert "It is on its way." not in answer.content.decode()


def test_a_reply_goes_to_the_address_that_was_chosen_and_to_no_other(
    door: Door, case: Case, ada: Agent, kim: Customer, at: datetime
) -> None:
    people.add_identity(kim, "email", "kim@work.example", at)
    client = door(ada)
    client.post(f"/cases/{case.pk}/messages", draft("Hello", **{"reply-to": "kim@work.example"}))
    assert ours()[-1].to == ["kim@work.example"]
    stranger = client.post(f"/cases/{case.pk}/messages", draft("Hello", **{"reply-to": "eve@elsewhere.example"}))
    assert (stranger.status_code, len(ours())) == (422, 1)


def test_a_message_keeps_an_earlier_promise_but_never_the_one_it_announces(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised("document", "I will send the invoice", at + timedelta(days=1))
    door(ada).post(f"/cases/{case.pk}/messages", draft("Here it is.", keeps=[promise.pk]))
    proof = Evidence.objects.get()
    assert (proof.promise, proof.type, proof.state) == (promise, "message_sent", "pending")


def test_a_callback_cannot_be_ticked_as_kept_by_a_mail(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    door(ada).post(f"/cases/{case.pk}/messages", draft("Here it is.", keeps=[promised().pk]))
    assert Evidence.objects.count() == 0


def test_a_chip_may_move_an_owed_promise_instead_of_making_another(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    promise = promised("document", "I will send the invoice", at + timedelta(days=1))
    door(ada).post(f"/cases/{case.pk}/messages", draft(PROMISES, chip(moves=str(promise.pk))))
    due = Due.objects.filter(promise=promise).latest("id")
    assert Promise.objects.count() == 1
    assert (due.state, due.told_by, due.due_at) == ("proposed", ours()[0], datetime(2026, 3, 6, 17, tzinfo=UTC))


def test_a_promise_of_another_case_can_neither_be_moved_nor_kept_here(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    other = cases.receive(mail("eve@elsewhere.example", "Hello"), at).case
    promise = promised("document", "I will send the invoice", at + timedelta(days=1), case=other)
    form = draft(PROMISES, chip(moves=str(promise.pk)), keeps=[promise.pk])
    assert door(ada).post(f"/cases/{case.pk}/messages", form).status_code == 422
    assert (Due.objects.filter(promise=promise).count(), Evidence.objects.count()) == (1, 0)


def test_the_apology_for_a_broken_promise_is_drafted_and_moves_it_when_sent(
    door: Door, case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    from goodword.promises.tasks import sweep_promises

    promise = promised(at=at - timedelta(hours=5), due=at - timedelta(hours=2))
    sweep_promises(at)
    page = door(ada).get(f"/cases/{case.pk}?moves={promise.pk}&day=2026-03-04&time=15:00").content.decode()
    assert "I did not keep my word. I am sorry" in page
    assert "Wednesday 4 March, by 3 pm" in page
    assert page.count('name="reply-chips-0-moves"') == 1
    assert 'name="reply-chips-1-moves"' not in page
    moved = chip(
        words=promise.words, moves=str(promise.pk), day="2026-03-04", time="15:00", pinned="on", touched="on",
        due_words="Wednesday 4 March, by 3 pm",
    )  # fmt: skip
    sent = door(ada).post(f"/cases/{case.pk}/messages", draft("The new date is Wednesday 4 March, by 3 pm.", moved))
    due = Due.objects.filter(promise=promise).latest("id")
    assert (sent.status_code, due.due_at, due.words) == (
        303, datetime(2026, 3, 4, 15, tzinfo=UTC), "Wednesday 4 March, by 3 pm",
    )  # fmt: skip


def test_hearing_shows_chips_and_writes_nothing(door: Door, case: Case, ada: Agent) -> None:
    before = Entry.objects.count()
    answer = (
        door(ada).post(f"/cases/{case.pk}/hearing?for=reply", draft(f"{PROMISES} I will call you.")).content.decode()
    )
    assert answer.count('class="heard-one') == 2
    assert "By when?" in answer
    assert (Entry.objects.count(), Promise.objects.count()) == (before, 0)


def test_hearing_keeps_what_the_writer_decided_while_they_write_on(door: Door, case: Case, ada: Agent) -> None:
    form = draft(f"{PROMISES} More", chip(kind="email", day="2026-03-05", touched="on"))
    answer = door(ada).post(f"/cases/{case.pk}/hearing?for=reply", form).content.decode()
    assert 'value="2026-03-05"' in answer
    assert '<option value="email" selected>' in answer


def test_a_note_is_kept_and_never_sent(door: Door, case: Case, ada: Agent) -> None:
    door(ada).post(f"/cases/{case.pk}/notes", {"note-text": "I will call them tomorrow, they are kind"})
    assert Note.objects.get().text == "I will call them tomorrow, they are kind"
    assert (ours(), Promise.objects.count()) == ([], 0)


def test_an_empty_note_is_no_note(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).post(f"/cases/{case.pk}/notes", {"note-text": " "}).status_code == 422
    assert Note.objects.count() == 0


def test_a_call_that_reached_the_customer_keeps_the_callback_and_makes_a_promise(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    callback = promised()
    form = draft(PROMISES, chip(part="call"), part="call", keeps=[callback.pk], **{"call-outcome": "reached"})
    assert door(ada).post(f"/cases/{case.pk}/calls", form).status_code == 303
    callback.refresh_from_db()
    assert (callback.status, callback.verdict) == ("delivered", "kept")
    assert Promise.objects.latest("id").told_by == Message.objects.get(call_outcome="reached")


def test_a_call_that_reached_nobody_promises_and_keeps_nothing(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    callback = promised()
    form = draft(PROMISES, chip(part="call"), part="call", keeps=[callback.pk], **{"call-outcome": "no_answer"})
    assert door(ada).post(f"/cases/{case.pk}/calls", form).status_code == 422
    form = draft("Nobody there.", part="call", keeps=[callback.pk], **{"call-outcome": "no_answer"})
    assert door(ada).post(f"/cases/{case.pk}/calls", form).status_code == 303
    callback.refresh_from_db()
    assert (callback.status, Promise.objects.count()) == ("owed", 1)


def test_a_call_without_an_outcome_is_refused(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).post(f"/cases/{case.pk}/calls", draft("Hello", part="call")).status_code == 422


def test_an_empty_reply_is_refused(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).post(f"/cases/{case.pk}/messages", draft(" \n ")).status_code == 422
    assert ours() == []
