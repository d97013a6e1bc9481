"""Keys to the API, made and ended in the settings."""

from __future__ import annotations

from django.test import Client

from goodword.people.models import Agent, Token
from tests.sign_in.conftest import Enter


def test_a_token_is_shown_once_and_opens_the_api_until_it_is_revoked(enter: Enter, ada: Agent) -> None:
    client = enter(ada)
    page = client.post("/settings/tokens", {"name": "The shop", "scope": "read"})
    words = page.context["words"]
    assert words in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert words not in client.get("/settings/tokens").content.decode()
    program = Client(headers={"Authorization": f"Bearer {words}"})
    assert program.get("/api/v1/cases").status_code == 200
    client.post(f"/settings/tokens/{Token.objects.get().pk}/removal")
    assert program.get("/api/v1/cases").status_code == 401


def test_a_token_opens_no_more_than_its_person_may_have(enter: Enter, ada: Agent) -> None:
    client = enter(ada)
    assert client.post("/settings/tokens", {"name": "The shop", "scope": "admin"}).status_code == 422
    assert client.post("/settings/tokens", {"name": "", "scope": "read"}).status_code == 422
    assert not Token.objects.exists()


def test_only_the_owner_and_admins_end_a_token(enter: Enter, ada: Agent, ben: Agent, mara: Agent) -> None:
    enter(ada).post("/settings/tokens", {"name": "The shop", "scope": "read"})
    token = Token.objects.get()
    assert enter(ben).post(f"/settings/tokens/{token.pk}/removal").status_code == 404
    admin = enter(mara)
    assert b"The shop" in admin.get("/settings/tokens").content
    assert admin.post(f"/settings/tokens/{token.pk}/removal").status_code == 303
    token.refresh_from_db()
    assert token.revoked_at
