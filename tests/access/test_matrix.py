"""Every address and every call of the API, tried by every role and by nobody: what is not in the table fails here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client

from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Agent, Customer
from goodword.people.tokens import add_token
from tests.access.addresses import every_address, filled
from tests.access.bodies import sent_to
from tests.access.scene import Things
from tests.access.table import rights

TRIES = ("stranger", "agent", "lead", "admin", "colleague", "auditor")
METHODS = ("GET", "POST", "DELETE")
REFUSED = (401, 403, 404)
WRITES = ("INSERT", "UPDATE", "DELETE")
COUNTED = (
    '"people_token"',
    '"promises_link"',
    '"asks_link"',
    '"sending_filelink"',
    '"django_session"',
)  # uses that are counted, not rows of the desk
ADDRESSES = sorted(set(every_address()))
KEYED = ("api/", "portal/", "webhooks/", "live/")  # a token stands for the cookie there, so a forged form carries none
APART = {"live", "live/chat"}  # they give their connection back, which is that of all tries: tests/live tries them

# A picture of another site cannot be had here, a chat is known by a key in its head, and search engines are not let in.
BEYOND = {
    "messages/<int:pk>/pictures/<str:token>", "portal/chat/departure", "portal/help/sitemap.xml",
}  # fmt: skip


def test_every_address_is_in_the_table_and_the_table_names_no_other() -> None:
    known = set(rights())
    unplaced = [one for one in ADDRESSES if one not in known]
    assert not unplaced, (
        "These addresses are new. Say in TABLE of tests/access/table.py who may GET and who may POST each, and what "
        "stands for its placeholders in tests/access/scene.py: " + ", ".join(repr(one) for one in unplaced)
    )
    assert not known - set(ADDRESSES), "TABLE of tests/access/table.py names addresses that are gone."


@pytest.mark.parametrize("role", TRIES)
def test_each_door_opens_only_to_whom_the_table_says(role: str, who: dict[str, Agent], things: Things) -> None:
    tries = Tries(role, who.get(role), things)
    for address in [one for one in ADDRESSES if one not in APART]:
        for method, allowed in zip(METHODS, rights().get(address, ()), strict=False):
            if method != "DELETE" or address.startswith("api/"):
                tries.open(method, address, allowed)
    assert not tries.faults, "\n" + "\n".join(tries.faults)


def test_no_door_of_the_desk_opens_to_a_forged_form(who: dict[str, Agent], things: Things) -> None:
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(who["admin"])
    open_to_posts = [one for one, (_, may_post, _) in rights().items() if may_post and not one.startswith(KEYED)]
    found = {one: browser.post(filled(one, things)).status_code for one in open_to_posts}
    assert found == dict.fromkeys(open_to_posts, 403)


class Tries:
    """One person (None: nobody) who tries doors, and what was wrong about the answers."""

    def __init__(self, role: str, person: Agent | None, things: Things) -> None:
        self.role, self.things, self.faults = role, things, []
        self.browser, self.program = Client(raise_request_exception=False), Client(raise_request_exception=False)
        if person:
            self.browser.force_login(person)
            words = add_token(person, "a program", ("write",), clock.now(), None)[1]
            self.program = Client(headers={"Authorization": f"Bearer {words}"}, raise_request_exception=False)
        self.secrets = [
            *Customer.objects.values_list("name", flat=True),
            *Case.objects.values_list("subject", flat=True),
        ]

    def open(self, method: str, address: str, allowed: set[str]) -> None:
        """Tries one door and judges the answer."""
        allowed = set() if address in BEYOND else allowed
        client = self.program if address.startswith("api/") else self.browser
        known = client.cookies.copy()
        try:
            path = filled(address, self.things)
        except KeyError as missing:
            self.faults.append(f"{address}: tests/access/scene.py says nothing of what stands for {missing}")
            return
        with _taken_back() as written:
            answer = getattr(client, method.lower())(path, **sent_to(method, address, self.things))
            fault = self._fault(method, answer, allowed, written)
        client.cookies = known  # one of the doors is that to sign out
        if fault:
            self.faults.append(f"{self.role} {method} {address} ({path}): {fault}")

    def _fault(self, method: str, answer: HttpResponseBase, allowed: set[str], written: list[str]) -> str:
        status = answer.status_code
        if status >= 500 and status != 503:  # readyz: no worker runs here
            return f"breaks with {status}"
        if method == "GET" and written:
            return f"reading writes: {written[0][:120]}"
        if self.role in allowed:
            refused = status in (*REFUSED, 405) or _leads_to_sign_in(answer)
            return f"is refused with {status}, though the table lets them in" if refused else ""
        if not (status in (*REFUSED, 405) or _leads_to_sign_in(answer)):
            return f"is let in with {status}, though the table refuses it"
        if written:
            return f"is refused, and yet it writes: {written[0][:120]}"
        said = b"" if answer.streaming else answer.content
        leaked = [one for one in self.secrets if one and one.encode() in said]
        return f"is refused, and yet shows {leaked[0]!r}" if leaked and self.role in ("stranger", "colleague") else ""


def _leads_to_sign_in(answer: HttpResponseBase) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/login/?next=")


@contextmanager
def _taken_back() -> Iterator[list[str]]:
    """Gives what is written meanwhile, and takes it back."""
    written: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().startswith(WRITES) and not any(one in sql for one in COUNTED):
            written.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(watch):
        yield written
        transaction.set_rollback(True)
