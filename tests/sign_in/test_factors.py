"""Second factors: an app with codes, recovery codes, and roles that need one."""

from __future__ import annotations

from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from goodword.channels.email.models import Outgoing
from goodword.kit.errors import NotAllowed
from goodword.people.models import Agent
from goodword.people.sign_in import Provider, forget_factors, set_rules
from tests.sign_in.conftest import PASSWORD, Enter, code_for, factors_of, set_up_app

NOWHERE = Provider()


def _with_password(person: Agent) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    return client


def test_with_an_app_the_password_alone_opens_nothing(enter: Enter, ada: Agent) -> None:
    secret = set_up_app(enter(ada))
    client = _with_password(ada)
    assert client.get("/").status_code == 302
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/").status_code == 302
    assert client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)}).status_code == 302
    assert client.get("/").status_code == 200


def test_a_recovery_code_opens_the_desk_once(enter: Enter, ada: Agent) -> None:
    first = enter(ada)
    set_up_app(first)
    codes = first.get("/accounts/2fa/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    for opens in (True, False):
        client = _with_password(ada)
        client.post("/accounts/2fa/authenticate/", {"code": codes[0]})
        assert (client.get("/").status_code == 200) is opens
    assert b"9 of 10 are left" in first.get("/settings/security").content


def test_what_is_stored_of_a_factor_is_hidden(enter: Enter, ada: Agent) -> None:
    secret = set_up_app(enter(ada))
    stored = str([row.data for row in Authenticator.objects.all()])
    assert "secret" in stored
    assert secret not in stored


def test_a_factor_that_goes_is_told_by_mail(enter: Enter, ada: Agent) -> None:
    client = enter(ada)
    set_up_app(client)
    client.post("/accounts/2fa/totp/deactivate/")
    letters = Outgoing.objects.filter(cause__startswith="plain:account:")
    assert {tuple(one.recipients) for one in letters} == {("ada@desk.example",)}


def test_a_role_that_needs_a_second_factor_sees_nothing_before(
    enter: Enter, ada: Agent, mara: Agent, at: datetime
) -> None:
    set_rules(["agent"], NOWHERE, at, mara)
    client = enter(ada)
    for path in ("/", "/inbox/open/", "/settings/me"):
        assert client.get(path)["Location"] == "/settings/security"
    assert client.get("/settings/security").status_code == 200
    set_up_app(client)
    assert client.get("/").status_code == 200
    assert enter(mara).get("/").status_code == 200


def test_the_last_factor_stays_where_the_role_needs_one(enter: Enter, ada: Agent, mara: Agent, at: datetime) -> None:
    client = enter(ada)
    set_up_app(client)
    set_rules(["agent"], NOWHERE, at, mara)
    client.post("/accounts/2fa/totp/deactivate/")
    assert "totp" in factors_of(ada)
    set_rules([], NOWHERE, at, mara)
    client.post("/accounts/2fa/totp/deactivate/")
    assert "totp" not in factors_of(ada)


def test_only_an_admin_says_who_needs_one(ada: Agent, lena: Agent, omar: Agent, at: datetime) -> None:
    for person in (ada, lena):
        with pytest.raises(NotAllowed):
            set_rules(["agent"], NOWHERE, at, person)


def test_who_has_lost_every_factor_signs_in_by_password_again(enter: Enter, ada: Agent, at: datetime) -> None:
    before = enter(ada)
    set_up_app(before)
    assert forget_factors(ada, at, None) == 2
    assert before.get("/").status_code == 302
    assert _with_password(ada).get("/").status_code == 200


def test_a_session_is_ended_from_another_place(enter: Enter, ada: Agent, ben: Agent) -> None:
    here, there = enter(ada), _with_password(ada)
    page = here.get("/settings/security")
    other = next(place for place in page.context["places"] if not place.is_here)
    assert enter(ben).post(f"/settings/security/sessions/{other.pk}/removal").status_code == 404
    assert there.get("/").status_code == 200
    assert here.post(f"/settings/security/sessions/{other.pk}/removal").status_code == 303
    assert there.get("/").status_code == 302
    assert here.get("/").status_code == 200


def test_everywhere_else_is_one_button(enter: Enter, ada: Agent) -> None:
    here, others = enter(ada), [_with_password(ada), _with_password(ada)]
    here.post("/settings/security/sessions/removal")
    assert [one.get("/").status_code for one in (here, *others)] == [200, 302, 302]
