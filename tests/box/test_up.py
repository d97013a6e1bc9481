"""`goodword up`: one command, everything watched, nothing left behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
import urllib.parse
import urllib.request
from pathlib import Path

from tests.installed import Desk, processes_of, until


def _child(desk: Desk, word: str) -> int:
    """The process of the desk whose command line has this word."""
    for process in processes_of(desk.data):
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        if word.encode() in words or words[0].endswith(word.encode()):
            return process
    return 0


def test_ctrl_c_ends_everything_in_order(installed: Desk) -> None:
    installed.up()
    assert installed.get("/accounts/login/") == 200
    assert len(processes_of(installed.data)) > 5
    assert installed.down(signal.SIGINT) == 0
    assert processes_of(installed.data) == set()
    assert not (installed.data / "postgres" / "data" / "postmaster.pid").exists()


def test_open_event_streams_do_not_hold_up_the_end(installed: Desk) -> None:
    added = installed.run("user", "add", "ada@desk.example", "--name", "Ada", given="a stone in the river\n")
    assert added.returncode == 0, added.stderr
    installed.up()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    form = browser.open(f"{installed.address}/accounts/login/").read().decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[0]
    fields = {"login": "ada@desk.example", "password": "a stone in the river", "csrfmiddlewaretoken": token}
    browser.open(f"{installed.address}/accounts/login/", urllib.parse.urlencode(fields).encode())
    streams = [browser.open(f"{installed.address}/live") for _ in range(3)]
    assert all("text/event-stream" in stream.headers["Content-Type"] for stream in streams)
    begun = time.monotonic()
    assert installed.down() == 0
    assert time.monotonic() - begun < 10  # two seconds for good-byes, and room for a busy machine


def test_a_second_start_prepares_nothing_anew(installed: Desk) -> None:
    installed.up()
    assert "Bringing the database" not in installed.said
    assert "Nobody can sign in yet" in installed.said


def test_the_first_page_comes_ready(installed: Desk) -> None:
    installed.up()
    until(lambda: installed.get("/readyz") == 200, 30)


def test_a_second_up_on_the_same_folder_is_refused_in_words(installed: Desk) -> None:
    installed.up()
    second = installed.run("up", "--port", "0")
    assert second.returncode == 1
    assert "Another Goodword" in second.stderr
    assert "Traceback" not in second.stderr
    assert installed.get("/accounts/login/") == 200


def test_when_up_is_killed_the_rest_ends_and_the_next_start_works(installed: Desk) -> None:
    installed.up()
    assert installed.process is not None
    installed.process.kill()
    installed.process.wait()
    until(lambda: processes_of(installed.data) == set(), 30)
    installed.up()
    assert installed.get("/accounts/login/") == 200


def test_the_next_start_works_even_before_the_rest_has_ended(installed: Desk) -> None:
    installed.up()
    assert installed.process is not None
    installed.process.kill()
    installed.process.wait()
    installed.up()
    assert installed.get("/accounts/login/") == 200


def test_a_killed_web_server_comes_back_on_the_same_address(installed: Desk) -> None:
    installed.up()
    before = _child(installed, "web")
    os.kill(before, signal.SIGKILL)
    until(lambda: _child(installed, "web") not in (0, before), 30)
    until(lambda: installed.get("/accounts/login/") == 200, 30)


def test_a_killed_worker_comes_back(installed: Desk) -> None:
    installed.up()
    until(lambda: installed.get("/readyz") == 200, 30)
    before = _child(installed, "worker")
    os.kill(before, signal.SIGKILL)
    until(lambda: _child(installed, "worker") not in (0, before), 30)
    until(lambda: installed.get("/readyz") == 200, 30)


def test_a_killed_database_comes_back_and_pages_with_it(installed: Desk) -> None:
    installed.up()
    postmaster = int((installed.data / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(postmaster, signal.SIGKILL)
    until(lambda: _new_postmaster(installed) not in (0, postmaster), 60)
    until(lambda: installed.get("/readyz") == 200, 60)


def _new_postmaster(desk: Desk) -> int:
    try:
        return int((desk.data / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    except (OSError, IndexError):
        return 0


def test_a_taken_port_is_said_before_anything_starts(installed: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = installed.run("up", "--port", str(port))
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_real_desk_never_becomes_a_demo(installed: Desk) -> None:
    added = installed.run("user", "add", "mara@desk.example", "--name", "Mara", "--role", "admin", "--generate")
    assert added.returncode == 0, added.stderr
    done = installed.run("up", "--port", "0", "--demo")
    assert done.returncode == 1
    assert "This desk is in use" in done.stderr
    assert "Traceback" not in done.stderr
    installed.up()
    assert "A demo" not in installed.said
