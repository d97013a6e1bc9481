"""`goodword token`."""

from __future__ import annotations

from tests.installed import Desk


def test_a_token_is_printed_once_listed_without_its_words_and_revoked(installed: Desk) -> None:
    installed.run("user", "add", "ada@desk.example", "--name", "Ada", "--generate")
    made = installed.run("token", "add", "Ada@desk.example", "--scope", "write", "--name", "the shop")
    assert made.returncode == 0, made.stderr
    words = made.stdout.strip()
    assert words.startswith("gwt_")
    assert words not in made.stderr
    listed = installed.run("token", "list", "ada@desk.example")
    number, scopes, used, name = listed.stdout.strip().split("\t")
    assert (scopes, used, name) == ("write", "never", "the shop")
    assert installed.run("token", "revoke", number).returncode == 0
    assert installed.run("token", "list", "ada@desk.example").stdout == ""


def test_nobody_and_an_unknown_scope_get_no_token(installed: Desk) -> None:
    nobody = installed.run("token", "add", "nobody@desk.example", "--name", "x")
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert installed.run("token", "add", "x@desk.example", "--name", "x", "--scope", "all").returncode == 2
