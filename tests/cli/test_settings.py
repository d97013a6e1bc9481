"""Settings: right ones are used, wrong ones are refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goodword.config.env import TABLE, WrongSetting, read
from goodword.config.storage import django_mail, stored_files
from tests.installed import Desk

WRONG = [
    ("DATABASE_URL", "mysql://root@localhost/desk", "postgresql://"),
    ("DATABASE_URL", "desk.sqlite3", "postgresql://"),
    ("GOODWORD_OWNER_URL", "localhost", "postgresql://"),
    ("GOODWORD_SECRET_KEY", "short", "at least 32 characters"),
    ("GOODWORD_LISTEN", "8000", "host:port"),
    ("GOODWORD_LISTEN", "localhost:http", "host:port"),
    ("GOODWORD_LISTEN", "localhost:99999", "host:port"),
    ("GOODWORD_BASE_URL", "desk.example", "https://desk.example"),
    ("GOODWORD_BASE_URL", "https://desk.example/help", "without a path"),
    ("GOODWORD_BASE_URL", "ftp://desk.example", "https://desk.example"),
    ("GOODWORD_PROXIES", "the-proxy", "no address or network"),
    ("GOODWORD_SMTP_URL", "mail.example:25", "smtp://"),
    ("GOODWORD_MAIL_LISTEN", "0.0.0.0:25", "lmtp://"),
    ("GOODWORD_MAIL_LISTEN", "smtp://0.0.0.0", "smtp://host:port"),
    ("GOODWORD_MAIL_CERTIFICATE", "/nowhere/mail.pem", "a file is expected"),
    ("GOODWORD_STORAGE_URL", "/srv/files", "s3://"),
    ("GOODWORD_LOG", "loud", "debug, info, warning, error"),
    ("GOODWORD_LOG", "info,xml", "json"),
    ("GOODWORD_DEBUG", "perhaps", "yes or no"),
]


@pytest.mark.parametrize(("name", "value", "expected"), WRONG)
def test_a_wrong_value_is_refused_by_name_and_with_what_is_expected(name: str, value: str, expected: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        read({name: value})
    assert name in str(refused.value)
    assert expected in str(refused.value)


def test_all_faults_are_said_at_once() -> None:
    with pytest.raises(WrongSetting) as refused:
        read({"GOODWORD_LOG": "loud", "GOODWORD_DEBUG": "perhaps"})
    assert "GOODWORD_LOG" in str(refused.value)
    assert "GOODWORD_DEBUG" in str(refused.value)


def test_an_empty_value_is_the_default() -> None:
    assert read({"GOODWORD_LOG": "  "}).log == ("info", "")


def test_no_host_name_is_answered_to_by_default_but_our_own() -> None:
    assert read({"GOODWORD_BASE_URL": "https://desk.example"}).allowed_hosts == [
        "127.0.0.1", "[::1]", "desk.example", "localhost",
    ]  # fmt: skip
    assert "*" not in read({"GOODWORD_HOSTS": "a.example, B.example"}).allowed_hosts
    assert "b.example" in read({"GOODWORD_HOSTS": "a.example, B.example"}).allowed_hosts


def test_the_address_follows_where_it_listens() -> None:
    assert read({"GOODWORD_LISTEN": "0.0.0.0:9000"}).base_url == "http://127.0.0.1:9000"
    assert read({"GOODWORD_LISTEN": "[::1]:9000"}).base_url == "http://[::1]:9000"
    assert read({"GOODWORD_BASE_URL": "https://desk.example/"}).base_url == "https://desk.example"


def test_the_owner_is_the_application_unless_named() -> None:
    assert read({"DATABASE_URL": "postgresql://one@db/desk"}).owner_url == "postgresql://one@db/desk"


def test_files_go_to_a_private_bucket_when_one_is_named() -> None:
    found = stored_files("s3://desk-files/a/b?endpoint=https://s3.example&region=eu", Path("/data"))
    assert found["OPTIONS"]["bucket_name"] == "desk-files"
    assert found["OPTIONS"]["location"] == "a/b"
    assert found["OPTIONS"]["endpoint_url"] == "https://s3.example"
    assert found["OPTIONS"]["default_acl"] is None


def test_a_password_with_odd_letters_reaches_the_mail_server_whole() -> None:
    assert django_mail("smtps://desk:p%40ss%2Fword@mail.example")["EMAIL_HOST_PASSWORD"] == "p@ss/word"


def test_a_desk_with_a_wrong_setting_does_not_start(tmp_path: Path) -> None:
    done = Desk(tmp_path).run("up", GOODWORD_LOG="loud")
    assert done.returncode == 2
    assert "GOODWORD_LOG: one of debug" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_used_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for command in ("up", "doctor", "migrate"):
        done = Desk(tmp_path / "file" / "desk").run(command)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert str(tmp_path / "file" / "desk") in done.stderr + done.stdout


def test_the_doctor_lists_all_settings_and_where_they_come_from(tmp_path: Path) -> None:
    done = Desk(tmp_path).run("doctor", "--settings", "--json", GOODWORD_METRICS_TOKEN="do-not-show")
    rows = {row["name"]: row for row in json.loads(done.stdout)}
    assert set(rows) == {setting.variable for setting in TABLE}
    assert rows["GOODWORD_LOG"]["from"] == "environment"
    assert rows["GOODWORD_LISTEN"]["from"] == "default"
    assert "do-not-show" not in done.stdout


def test_the_doctor_names_what_may_be_mistyped(tmp_path: Path) -> None:
    done = Desk(tmp_path).run("doctor", GOODWORD_BASEURL="https://desk.example")
    assert done.returncode == 1
    assert "GOODWORD_BASEURL" in done.stdout


def test_the_doctor_says_the_remedy_when_nothing_runs(tmp_path: Path) -> None:
    done = Desk(tmp_path).run("doctor", "--json")
    assert done.returncode == 1
    checks = {row["name"]: row for row in json.loads(done.stdout)["checks"]}
    assert "goodword up" in checks["database"]["remedy"]


@pytest.mark.parametrize("command", ["web", "worker"])
def test_a_part_without_a_database_says_how_to_get_one(tmp_path: Path, command: str) -> None:
    done = Desk(tmp_path).run(command)
    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_said_in_words(tmp_path: Path) -> None:
    done = Desk(tmp_path).run("migrate", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_handbook_names_every_setting() -> None:
    text = (Path(__file__).parents[2] / "docs" / "admin.md").read_text(encoding="utf-8")
    assert [setting.variable for setting in TABLE if f"`{setting.variable}`" not in text] == []
