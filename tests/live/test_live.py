"""The event stream: names only, to people with a desk, across processes, without holding on to the database."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connection, connections, transaction
from django.test import AsyncClient

from goodword.kit.nudge import nudge
from goodword.live.hub import EVERYTHING, MOST_NAMES, Hub, Listener, _names_in, hub
from goodword.people.models import Agent

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 10.0


def _run(story: Coroutine[Any, Any, Any]) -> Any:
    """Runs a story in a loop of its own, as a web process has one, and gives back its threads' connections."""

    async def whole() -> Any:
        try:
            return await story
        finally:
            await sync_to_async(connections.close_all)()

    with ThreadPoolExecutor(1) as another:
        return another.submit(asyncio.run, whole()).result()


def _nudge(*names: str) -> None:
    with transaction.atomic():
        nudge(*names)
    connection.close()


async def _stream(agent: Agent) -> AsyncIterator[str]:
    client = AsyncClient()
    await sync_to_async(client.force_login)(agent)
    answer = await client.get("/live")
    assert answer["Content-Type"] == "text/event-stream"
    async for chunk in answer.streaming_content:  # type: ignore[attr-defined]
        yield chunk.decode()


def test_a_nudge_arrives_by_its_name_and_nothing_more(ada: Agent) -> None:
    async def story() -> list[str]:
        stream = _stream(ada)
        heard = [await asyncio.wait_for(anext(stream), PATIENCE) for _ in range(2)]
        await sync_to_async(_nudge)("case:42", "inbox")
        return [*heard, await asyncio.wait_for(anext(stream), PATIENCE)]

    assert _run(story()) == ["event: beat\ndata:\n\n", 'data: ["everything"]\n\n', 'data: ["case:42", "inbox"]\n\n']


def test_an_open_stream_holds_no_connection_of_the_desk(ada: Agent) -> None:
    opened, counted = threading.Event(), threading.Event()

    async def story() -> None:
        await anext(_stream(ada))
        opened.set()
        await asyncio.to_thread(counted.wait, PATIENCE)

    with ThreadPoolExecutor(1) as another:
        process = another.submit(_run, story())
        assert opened.wait(PATIENCE)
        held = _connections()
        for _ in range(30):  # the server takes a moment to see off a connection that was closed
            if held:
                time.sleep(0.1)
                held = _connections()
        counted.set()
        process.result()
    assert held == 0


def _connections() -> int:
    """How many connections of the desk are open beside the one that asks and those that were there before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND application_name = 'goodword' AND backend_start > %s",
            [_Began.at],
        )
        return int(cursor.fetchone()[0])


class _Began:
    at: Any = None


@pytest.fixture(autouse=True)
def _remember_when_the_test_began(transactional_db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        _Began.at = cursor.fetchone()[0]


def test_every_web_process_hears_it() -> None:
    both_listen = threading.Barrier(3)

    async def listens() -> list[str]:
        with Hub().listener() as listener:
            assert await listener.told(PATIENCE) == [EVERYTHING]
            both_listen.wait(PATIENCE)
            return await listener.told(PATIENCE)

    with ThreadPoolExecutor(2) as processes:
        both = [processes.submit(asyncio.run, listens()) for _ in range(2)]
        both_listen.wait(PATIENCE)
        _nudge("promise:7")
        assert [one.result() for one in both] == [["promise:7"], ["promise:7"]]


def test_what_happened_while_a_page_travelled_is_told_first() -> None:
    async def story() -> list[str]:
        hub = Hub()
        with hub.listener() as listener:
            await listener.told(PATIENCE)
            await sync_to_async(_nudge)("inbox")
            await listener.told(PATIENCE)
        with hub.listener() as late:
            return await late.told(1)

    assert "inbox" in _run(story())


def test_a_browser_that_takes_nothing_holds_a_bounded_number_of_names() -> None:
    async def story() -> list[str]:
        listener = Listener()
        for number in range(MOST_NAMES * 3):
            listener.tell([f"case:{number}"])
        return await listener.told(1)

    heard = _run(story())
    assert EVERYTHING in heard
    assert len(heard) <= MOST_NAMES + 1


def test_a_server_that_stops_waits_for_no_stream(ada: Agent) -> None:
    async def story() -> list[str]:
        stream = _stream(ada)
        for _ in range(2):
            await asyncio.wait_for(anext(stream), PATIENCE)
        hub().close()
        return [chunk async for chunk in stream]

    assert _run(story()) == []


@pytest.mark.parametrize("payload", ["", "nonsense", "{}", '"a"', "[1, 2"])
def test_what_cannot_be_read_is_taken_as_a_change_of_everything(payload: str) -> None:
    assert _names_in(payload) == [EVERYTHING]


def test_only_people_with_a_desk_listen(ada: Agent, omar: Agent) -> None:
    async def status(agent: Agent | None, method: str = "get") -> int:
        client = AsyncClient()
        if agent:
            await sync_to_async(client.force_login)(agent)
        return int((await getattr(client, method)("/live")).status_code)

    assert _run(status(None)) == 401
    assert _run(status(omar)) == 404
    assert _run(status(ada, "post")) == 405
