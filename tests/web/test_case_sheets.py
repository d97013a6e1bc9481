"""What is done to a case as a whole, through its sheets: as pages without scripts and as parts with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from goodword.cases import actions as cases
from goodword.cases import delivery
from goodword.cases.models import Case, Message
from goodword.closing.actions import close
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Customer, Identity
from goodword.promises.models import Link, Promise
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door

HX = {"HX-Request": "true"}
HOUR = timedelta(hours=1)


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_a_case_changes_hands_and_goes_back_to_the_inbox(door: Door, case: Case, ada: Agent, ben: Agent) -> None:
    client = door(ada)
    assert client.post(f"/cases/{case.pk}/owner", {"owner": ben.pk})["Location"] == f"/cases/{case.pk}"
    assert fresh(case).owner == ben
    client.post(f"/cases/{case.pk}/owner", {"owner": ""})
    assert fresh(case).owner is None


def test_a_case_goes_to_nobody_without_a_desk(door: Door, case: Case, ada: Agent, omar: Agent, nora: Agent) -> None:
    for person in (omar, nora):
        assert door(ada).post(f"/cases/{case.pk}/owner", {"owner": person.pk}).status_code == 422
    assert fresh(case).owner is None


def test_a_sheet_in_a_dialog_answers_with_what_changed(door: Door, case: Case, ada: Agent, ben: Agent) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/owner", {"owner": ben.pk}, headers=HX)
    assert answer.status_code == 204
    assert f'"names": ["case:{case.pk}"]' in answer["HX-Trigger"]
    assert "Ben has it now." in answer["HX-Trigger"]


def test_setting_aside_offers_sensible_moments_and_takes_one(door: Door, case: Case, ada: Agent) -> None:
    page = door(ada).get(f"/cases/{case.pk}/snooze").content.decode()
    assert "Tomorrow 09:00" in page
    assert "Mon 9 Mar 09:00" in page
    door(ada).post(f"/cases/{case.pk}/snooze", {"day": "2026-03-04", "time": ""})
    assert (fresh(case).status, fresh(case).wakes_at) == ("waiting", datetime(2026, 3, 4, 9, tzinfo=UTC))


def test_setting_aside_until_yesterday_is_refused_at_its_field(door: Door, case: Case, ada: Agent) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/snooze", {"day": "2026-03-01", "time": "09:00"})
    assert (answer.status_code, fresh(case).status) == (422, "open")
    assert "Choose a moment that lies ahead." in answer.content.decode()


def test_a_case_waits_and_is_taken_up_again(door: Door, case: Case, ada: Agent) -> None:
    door(ada).post(f"/cases/{case.pk}/waiting")
    assert fresh(case).status == "waiting"
    door(ada).post(f"/cases/{case.pk}/reopening")
    assert fresh(case).status == "open"


def test_the_subject_and_the_wanted_outcome_are_written_down(door: Door, case: Case, ada: Agent) -> None:
    door(ada).post(f"/cases/{case.pk}/subject", {"subject": "Parcel 4711\nnever came"})
    door(ada).post(f"/cases/{case.pk}/wanted-outcome", {"words": "The parcel by Saturday"})
    assert (fresh(case).subject, fresh(case).wanted_outcome) == ("Parcel 4711 never came", "The parcel by Saturday")


def test_closing_by_word_takes_the_customers_words(door: Door, case: Case, ada: Agent) -> None:
    assert door(ada).post(f"/cases/{case.pk}/closure", {"how": "word", "reason": " "}).status_code == 422
    assert fresh(case).status == "open"
    door(ada).post(f"/cases/{case.pk}/closure", {"how": "word", "reason": "“All good, thanks” on the phone"})
    assert (fresh(case).status, fresh(case).closed_how) == ("closed", "word")
    assert "All good, thanks" in Entry.objects.get(verb="case.closed").get("reason")


def test_a_refused_closure_lists_what_stands_in_the_way(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    promised()
    given = {"how": "word", "reason": "All good"}
    answer = door(ada).post(f"/cases/{case.pk}/closure", given)
    page = answer.content.decode()
    assert (answer.status_code, fresh(case).status) == (409, "open")
    assert "A promise in this case is still owed." in page
    assert "I will call you at noon" in page
    part = door(ada).post(f"/cases/{case.pk}/closure", given, headers=HX)
    assert part.status_code == 422
    assert 'id="stands-in-the-way"' in part.content.decode()
    assert "<html" not in part.content.decode()


def test_only_a_lead_closes_against_the_rules_and_the_promise_lives_on(
    door: Door, case: Case, ada: Agent, lena: Agent, promised: MakePromise
) -> None:
    promise = promised()
    given = {"how": "override", "reason": "The customer has died"}
    assert door(ada).post(f"/cases/{case.pk}/closure", given).status_code == 422
    assert "by my right as a lead" not in door(ada).get(f"/cases/{case.pk}/closure").content.decode()
    assert door(lena).post(f"/cases/{case.pk}/closure", given).status_code == 303
    promise.refresh_from_db()
    assert (fresh(case).closed_how, promise.status) == ("override", "owed")


def test_nothing_asked_is_offered_only_where_nothing_was_promised(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    assert "Nothing was asked of us" in door(ada).get(f"/cases/{case.pk}/closure").content.decode()
    promised()
    assert "Nothing was asked of us" not in door(ada).get(f"/cases/{case.pk}/closure").content.decode()


def test_a_closed_case_is_opened_again(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    close(case, "no_matter", at, ada)
    page = door(ada).get(f"/cases/{case.pk}").content.decode()
    assert "Open again" in page
    door(ada).post(f"/cases/{case.pk}/reopening")
    assert fresh(case).status == "open"


def test_closing_twice_is_a_conflict(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    close(case, "no_matter", at, ada)
    answer = door(ada).post(f"/cases/{case.pk}/closure", {"how": "no_matter", "reason": "spam"})
    assert answer.status_code == 409
    assert "already closed" in answer.content.decode()


def test_a_case_that_perhaps_belongs_elsewhere_is_merged_or_kept_apart(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    for answer, merged in (("no", False), ("yes", True)):
        other = cases.receive(mail(text=f"Same thing {answer}", message_id=""), at).case
        other.perhaps_of = case
        other.save(update_fields=["perhaps_of"])
        page = door(ada).get(f"/cases/{other.pk}").content.decode()
        assert "This perhaps belongs to" in page
        door(ada).post(f"/cases/{other.pk}/suggestion", {"answer": answer})
        assert (fresh(other).merged_into == case, fresh(other).perhaps_of) == (merged, case if merged else None)


def test_a_case_of_another_customer_is_never_merged(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    other = cases.receive(mail("eve@elsewhere.example", "Hello"), at).case
    other.perhaps_of = case
    other.save(update_fields=["perhaps_of"])
    assert 'value="yes"' not in door(ada).get(f"/cases/{other.pk}").content.decode()
    assert door(ada).post(f"/cases/{other.pk}/suggestion", {"answer": "yes"}).status_code == 409
    assert door(ada).post(f"/cases/{other.pk}/merge", {"into": case.pk}).status_code == 409
    assert door(ada).post(f"/cases/{other.pk}/merge", {"into": 999_999}).status_code == 404
    assert fresh(other).merged_into is None


def test_a_promise_made_by_voice_is_added_in_the_customers_time(
    door: Door, case: Case, ada: Agent, ben: Agent, kim: Customer
) -> None:
    kim.time_zone = "Asia/Tokyo"
    kim.save(update_fields=["time_zone"])
    given = {"words": "We will ring you", "kind": "callback", "day": "2026-03-04", "time": "10:00", "owner": ben.pk}
    door(ada).post(f"/cases/{case.pk}/promises", given)
    promise = Promise.objects.get()
    assert (promise.owner, promise.made_by, promise.told_by) == (ben, ada, None)
    assert promise.due_at == datetime(2026, 3, 4, 1, tzinfo=UTC)


def test_a_promise_needs_a_date_that_lies_ahead(door: Door, case: Case, ada: Agent) -> None:
    given = {"words": "We will ring you", "kind": "callback", "time": "", "owner": ada.pk}
    assert door(ada).post(f"/cases/{case.pk}/promises", given | {"day": ""}).status_code == 422
    assert door(ada).post(f"/cases/{case.pk}/promises", given | {"day": "2026-02-27"}).status_code == 422
    assert Promise.objects.count() == 0


def test_the_customers_link_is_made_shown_and_revoked(door: Door, case: Case, ada: Agent) -> None:
    client = door(ada)
    assert "/portal/" not in client.get(f"/cases/{case.pk}/links").content.decode()
    assert "/portal/" in client.post(f"/cases/{case.pk}/links", {"do": "make"}).content.decode()
    assert "/portal/" in client.get(f"/cases/{case.pk}/links").content.decode()
    assert "/portal/" not in client.post(f"/cases/{case.pk}/links", {"do": "revoke"}).content.decode()
    assert Link.objects.get().revoked_at is not None


@pytest.fixture
def bounced(case: Case, ada: Agent, at: datetime) -> Message:
    """A message to a mistyped address has come back."""
    Identity.objects.filter(pk=case.identity_id).update(address="kim@gmial.com")
    sent = cases.reply(Case.objects.get(pk=case.pk), ada, cases.Draft("It is on its way."), at - HOUR)
    delivery.bounced(sent, ("kim@gmial.com",), at - HOUR / 2, "550 no such user")
    return sent


def test_a_wrong_address_is_corrected_and_what_came_back_is_sent_again(
    door: Door, case: Case, ada: Agent, bounced: Message
) -> None:
    page = door(ada).get(f"/cases/{case.pk}/address").content.decode()
    assert "kim@gmail.com" in page
    answer = door(ada).post(f"/cases/{case.pk}/address", {"address": "kim@gmail.com"}, headers=HX)
    assert "1 message sent again" in answer["HX-Trigger"]
    again = Message.objects.filter(is_ours=True).latest("id")
    assert (again.to, again.delivery) == (["kim@gmail.com"], "queued")
    assert again.pk != bounced.pk


def test_an_address_that_bounces_as_well_is_refused(door: Door, case: Case, ada: Agent, bounced: Message) -> None:
    answer = door(ada).post(f"/cases/{case.pk}/address", {"address": "kim@gmial.com"})
    assert answer.status_code == 422
    assert "does not arrive either" in answer.content.decode()


def test_replies_turn_to_another_address(door: Door, case: Case, ada: Agent) -> None:
    door(ada).post(f"/cases/{case.pk}/address", {"address": "kim@work.example"})
    identity = fresh(case).identity
    assert identity is not None
    assert identity.address == "kim@work.example"


def test_the_address_of_another_customer_is_refused(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    cases.receive(mail("eve@elsewhere.example", "Hello"), at)
    answer = door(ada).post(f"/cases/{case.pk}/address", {"address": "eve@elsewhere.example"})
    assert answer.status_code == 409
    assert "belongs to another customer" in answer.content.decode()


def test_a_message_in_no_doubt_is_not_decided_about(
    door: Door, case: Case, ada: Agent, omar: Agent, nora: Agent
) -> None:
    message = Message.objects.get()
    assert door(omar).post(f"/messages/{message.pk}/delivery", {"do": "again"}).status_code == 404
    assert door(nora).post(f"/messages/{message.pk}/delivery", {"do": "again"}).status_code == 403
    assert door(ada).post(f"/messages/{message.pk}/delivery", {"do": "again"}).status_code == 409
