"""Before proposing: what it is about, its questions, the course and the customer's word; what is on file, and hints."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodword.cases import changes, proposing
from goodword.cases.models import Case, Category, Diagnosis, Resolution
from goodword.people.models import Agent, Purchase
from goodword.people.purchases import take
from tests.web.conftest import Door

COURSE = {"issue": "The zip broke", "course": "We send a new one", "by_when": "Friday"}
BOUGHT = {
    "email": "kim@home.example", "number": "4711", "product": "MX-200", "options": "size: 42",
    "bought_on": "2026-01-05",
}  # fmt: skip
CSV = "email,number,product,bought_on\nkim@home.example,4711,MX-200,2026-01-05\nnobody,1,x,2026-01-05\n"


@pytest.fixture
def broken(mara: Agent, at: datetime) -> Category:
    return proposing.set_category("Broken", ["Since when?", "Which part?"], at, mara)


def page_of(door: Door, agent: Agent, path: str) -> str:
    answer = door(agent).get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_course_is_refused_in_words_until_everything_is_known(
    door: Door, case: Case, ada: Agent, broken: Category, at: datetime
) -> None:
    client, given = door(ada), COURSE | {"follows_up": ada.pk}
    client.post(f"/cases/{case.pk}/category", {"category": broken.pk})
    answer = client.post(f"/cases/{case.pk}/resolutions", given)
    page = answer.content.decode()
    assert (answer.status_code, Resolution.objects.count()) == (409, 0)
    for words in ("Ask what outcome the customer wants.", "Since when?", "Which part?"):
        assert words in page
    changes.want(case, "A new one", at, ada)
    client.post(f"/cases/{case.pk}/diagnosis/0", {"answer": "Since May"})
    assert client.post(f"/cases/{case.pk}/diagnosis/1", {"answer": "", "skipped_why": ""}).status_code == 422
    client.post(f"/cases/{case.pk}/diagnosis/1", {"answer": "", "skipped_why": "There is only one"})
    assert client.post(f"/cases/{case.pk}/resolutions", given).status_code == 303
    assert Resolution.objects.get().follows_up == ada


def test_questions_show_what_was_answered_and_what_was_left_out(
    door: Door, case: Case, ada: Agent, broken: Category, at: datetime
) -> None:
    proposing.categorise(case, broken, at, ada)
    proposing.diagnose(case, "Since when?", "Since May", at, ada)
    proposing.diagnose(case, "Which part?", "", at, ada, skipped_why="There is only one")
    page = page_of(door, ada, f"/cases/{case.pk}/work")
    assert ("Since May" in page, "There is only one" in page, "Left out:" in page) == (True, True, True)
    assert "Since May" in page_of(door, ada, f"/cases/{case.pk}/diagnosis/0")
    assert door(ada).get(f"/cases/{case.pk}/diagnosis/9").status_code == 404


def test_the_customers_word_on_a_course_is_kept_as_they_said_it(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    changes.want(case, "A new one", at, ada)
    client = door(ada)
    for name in ("refusal", "agreement"):
        client.post(f"/cases/{case.pk}/resolutions", COURSE | {"follows_up": ada.pk})
        row = Resolution.objects.latest("pk")
        assert client.post(f"/resolutions/{row.pk}/{name}", {"words": " "}).status_code == 422
        assert client.post(f"/resolutions/{row.pk}/{name}", {"words": "Yes, do that"}).status_code == 303
        assert client.post(f"/resolutions/{row.pk}/{name}", {"words": "Yes, do that"}).status_code == 409
    assert list(Resolution.objects.order_by("pk").values_list("agreed_words", flat=True)) == ["", "Yes, do that"]
    assert "“Yes, do that”" in page_of(door, ada, f"/cases/{case.pk}/work")
    assert "The customer agreed: “Yes, do that”" in page_of(door, ada, f"/cases/{case.pk}")


def test_admins_set_categories_with_their_questions(door: Door, mara: Agent, broken: Category) -> None:
    client = door(mara)
    client.post(f"/settings/categories/{broken.pk}", {"name": "Damaged", "questions": "Since when?\n\nHow?"})
    broken.refresh_from_db()
    assert (broken.name, broken.questions, broken.is_active) == ("Damaged", ["Since when?", "How?"], False)
    many = "\n".join(f"Question {number}?" for number in range(13))
    assert client.post("/settings/categories/new", {"name": "Lost", "questions": many}).status_code == 422
    client.post("/settings/categories/new", {"name": "Lost", "questions": "Where?", "active": "on"})
    assert "Where?" in page_of(door, mara, "/settings/categories")


def test_what_is_on_file_is_offered_as_sentences_to_confirm(door: Door, case: Case, ada: Agent, at: datetime) -> None:
    take([BOUGHT], at, None)
    page = page_of(door, ada, f"/cases/{case.pk}/on-file")
    assert 'data-inserts="You have the MX-200 in size 42, bought on 2026-01-05 (order 4711). Is that right?"' in page
    assert "MX-200" in page_of(door, ada, f"/cases/{case.pk}/work")


def test_a_question_for_what_is_on_file_is_hinted_at_and_can_be_put_aside(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    take([BOUGHT], at, None)
    given = {"reply-text": "Could you tell me your order number?"}
    heard = door(ada).post(f"/cases/{case.pk}/hearing?for=reply", given).content.decode()
    assert "This is on file: confirm it instead of asking." in heard
    assert "order 4711" in heard
    off = given | {"hints-off": ["file-number"]}
    assert "This is on file" not in door(ada).post(f"/cases/{case.pk}/hearing?for=reply", off).content.decode()


def test_wordings_that_hurt_are_hinted_at_with_better_words_and_never_block(door: Door, case: Case, ada: Agent) -> None:
    text = "Unfortunately it is our policy. I will look into it."
    heard = door(ada).post(f"/cases/{case.pk}/hearing?for=reply", {"reply-text": text}).content.decode()
    assert "Better:" in heard
    ours = {"reply-text": "You have the MX-200. Is that right?"}
    assert "Better:" not in door(ada).post(f"/cases/{case.pk}/hearing?for=reply", ours).content.decode()
    calm = door(ada).post(f"/cases/{case.pk}/hearing?for=reply", {"reply-text": "Thank you, Kim."}).content.decode()
    assert "Better:" not in calm
    sent = door(ada).post(
        f"/cases/{case.pk}/messages", {"reply-text": "It is our policy.", "reply-to": "kim@home.example"}
    )
    assert sent.status_code == 303


def test_admins_take_purchases_and_hear_which_lines_could_not_be_read(door: Door, mara: Agent) -> None:
    def report() -> str:
        sent = {"file": SimpleUploadedFile("shop.csv", CSV.encode())}
        return str(door(mara).post("/settings/purchases", sent).content.decode())

    first = report()
    assert ("1 new, 0 changed, 0 known already." in first, "Line 2:" in first) == (True, True)
    assert "0 new, 0 changed, 1 known already." in report()
    assert Purchase.objects.count() == 1


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe\x00", b""])
def test_what_is_no_list_of_purchases_is_refused_beside_the_field(door: Door, mara: Agent, content: bytes) -> None:
    answer = door(mara).post("/settings/purchases", {"file": SimpleUploadedFile("shop.csv", content)})
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()


def test_omar_finds_nothing_an_auditor_only_reads_and_settings_take_an_admin(
    door: Door, case: Case, ada: Agent, omar: Agent, nora: Agent, lena: Agent, broken: Category, at: datetime
) -> None:
    changes.want(case, "A new one", at, ada)
    proposing.categorise(case, broken, at, ada)
    row = Resolution.objects.create(
        case=case, issue="x", course="y", by_when="z", follows_up=ada, proposed_by=ada, proposed_at=at
    )
    writes = (
        f"/cases/{case.pk}/category", f"/cases/{case.pk}/diagnosis/0", f"/cases/{case.pk}/resolutions",
        f"/resolutions/{row.pk}/agreement", f"/resolutions/{row.pk}/refusal",
    )  # fmt: skip
    given = COURSE | {"follows_up": ada.pk, "words": "x", "answer": "x", "category": ""}
    for path in writes:
        assert door(omar).post(path, given).status_code == 404
        assert door(nora).post(path, given).status_code == 403
    for path in (f"/cases/{case.pk}/work", f"/cases/{case.pk}/on-file"):
        assert door(omar).get(path).status_code == 404
        assert door(nora).get(path).status_code == 200
    assert "Propose a course" not in page_of(door, nora, f"/cases/{case.pk}/work")
    for path, nora_gets in (("categories", 200), ("categories/new", 403), ("purchases", 403)):
        for person, status in ((omar, 404), (nora, nora_gets), (lena, 403)):
            assert door(person).get(f"/settings/{path}").status_code == status
    assert (Diagnosis.objects.count(), Resolution.objects.exclude(agreed_at=None).count()) == (0, 0)
