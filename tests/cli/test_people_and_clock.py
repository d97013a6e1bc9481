"""`goodword user` and `goodword clock`."""

from __future__ import annotations

from tests.installed import Desk


def test_a_person_is_added_with_a_password_that_is_shown_once(installed: Desk) -> None:
    done = installed.run("user", "add", "Mara@Desk.example", "--name", "Mara", "--role", "admin", "--generate")
    assert done.returncode == 0, done.stderr
    assert "mara@desk.example" in done.stderr
    assert len(done.stdout.strip()) > 20


def test_a_password_can_come_from_standard_input(installed: Desk) -> None:
    done = installed.run("user", "add", "ada@desk.example", "--name", "Ada", given="a stone in the river\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_a_weak_password_is_refused(installed: Desk) -> None:
    done = installed.run("user", "add", "ada@desk.example", "--name", "Ada", given="password\n")
    assert done.returncode == 1
    assert "too common" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_password_is_only_for_those_who_work_here(installed: Desk) -> None:
    done = installed.run("user", "password", "nobody@desk.example", "--generate")
    assert done.returncode == 1
    assert done.stdout == ""


def test_an_unknown_role_is_wrong_use(installed: Desk) -> None:
    assert installed.run("user", "add", "x@desk.example", "--role", "king").returncode == 2


def test_the_clock_of_a_real_desk_cannot_be_moved(installed: Desk) -> None:
    done = installed.run("clock", "--at", "2099-01-01T00:00:00Z")
    assert done.returncode == 1
    assert "real desk" in done.stderr


def test_a_time_without_a_zone_is_wrong_use(installed: Desk) -> None:
    assert installed.run("clock", "--at", "2099-01-01T00:00:00").returncode == 2
    assert installed.run("clock", "--at", "tomorrow").returncode == 2
