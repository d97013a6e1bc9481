"""Hints on wording belong to the house: admins change, switch off, restore and add them, and drafts are read so."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from goodword.cases.models import Case
from goodword.kit.errors import Malformed
from goodword.people.models import Agent
from goodword.policies.models import Wording
from goodword.promises.house_words import checked, lines

VAGUE = "/settings/wordings/en/vague"
DRAFT = {
    "reply-text": "We have sent the lamp yesterday, per our handbook. Many greetings from all of us.",
    "part": "reply",
}


def test_an_admin_changes_switches_off_restores_and_adds(client: Client, mara: Agent, case: Case) -> None:
    client.force_login(mara)
    mine = {"why": "House rule", "better": "By Tuesday, 5 pm."}
    assert client.post(VAGUE, mine | {"is_on": "on"}).status_code == 303
    assert "By Tuesday, 5 pm." in client.get("/settings/wordings/en").content.decode()
    client.post(VAGUE, mine)
    assert not next(line for line in lines("en") if line.code == "vague").is_on
    client.post(f"{VAGUE}/restoring")
    assert next(line for line in lines("en") if line.code == "vague").better != mine["better"]
    new = {"phrases": "per our handbook", "why": "Nobody reads it", "better": "Here is what we do: ...", "is_on": "on"}
    assert client.post("/settings/wordings/en/new", new | {"phrases": "((("}).status_code == 422
    assert client.post("/settings/wordings/en/new", new).status_code == 303
    said = client.post(f"/cases/{case.pk}/hearing", DRAFT).content.decode()
    assert "Here is what we do: ..." in said
    assert "names nobody who follows up" in said, "the last letter of a matter is read for what it leaves out"


@pytest.mark.parametrize("name", ["lena", "omar"])
def test_others_do_not(client: Client, name: str, request: pytest.FixtureRequest, at: datetime) -> None:
    client.force_login(request.getfixturevalue(name))
    assert client.get("/settings/wordings").status_code in (403, 404)
    assert client.post(VAGUE, {"why": "x", "better": "y"}).status_code in (403, 404)
    assert not Wording.objects.exists()


def test_every_hint_has_better_words_and_a_phrase_is_plain() -> None:
    for wrong in ([""], ["a" * 81], ["x"] * 41, ["<set>"], ["a\\b"], ["(only)"], ["[a-z]+"]):
        with pytest.raises(Malformed):
            checked(wrong)
    assert checked([" per  our terms ", ""]) == ["per our terms"]
