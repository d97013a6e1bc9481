"""Mail that nobody here wrote: all of it is taken, none is lost, and taking it again changes nothing."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from goodword.cases.models import Message
from goodword.channels.email import queries
from goodword.channels.email.models import Arrival, Mailbox
from goodword.channels.email.receiving import Envelope
from goodword.channels.email.taking import take
from goodword.cli.mail import mail
from goodword.kit import files
from tests.channels.conftest import HELP, raw

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "mail" / "files"
IN_A_CASE = {"started", "continued", "reopened", "thanked"}


@pytest.mark.django_db
@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real mail (../shared/data/mail) is not here")
def test_all_real_mails_are_taken_and_none_is_lost(help_box: Mailbox, at: datetime) -> None:
    ours, paths = queries.ours(), sorted(path for path in SHARED.rglob("*") if path.is_file())
    outcomes = {path: take(path.read_bytes(), Envelope("test", inbox=HELP), ours, at) for path in paths}
    assert len(outcomes) == 677
    assert {taken.outcome for taken in outcomes.values()} <= IN_A_CASE | {"seen", "untied"}
    stored = {files.fetch(key).replace(b"\r\n", b"\n").strip() for key in Arrival.objects.values_list("key", flat=True)}
    for path, taken in outcomes.items():
        if taken.outcome in IN_A_CASE:
            assert Message.objects.filter(pk=taken.message, case=taken.case).exists()
        if taken.outcome != "seen":
            assert path.read_bytes().replace(b"\r\n", b"\n").strip() in stored
    assert not Arrival.objects.filter(outcome="").exists()
    before = (Message.objects.count(), Arrival.objects.count())
    for path in paths[::20]:
        assert take(path.read_bytes(), Envelope("test", inbox=HELP), ours, at).outcome == "seen"
    assert before == (Message.objects.count(), Arrival.objects.count())


@pytest.mark.django_db
def test_the_command_takes_files_boxes_and_folders_and_can_be_repeated(
    tmp_path: Path, help_box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", os.environ["DATABASE_URL"])
    one, two, three = (raw(f"Mail {number}", message_id=f"<{number}@x>", subject=f"M{number}") for number in range(3))
    (tmp_path / "one.eml").write_bytes(one)
    (tmp_path / "two.mbox").write_bytes(
        b"From a Mon Mar  2 09:00:00 2026\n" + two + b"\nFrom b Mon Mar  2 09:00:00 2026\n" + one
    )
    for folder in ("cur", "new", "tmp"):
        (tmp_path / "box" / folder).mkdir(parents=True)
    (tmp_path / "box" / "new" / "1.host").write_bytes(three)
    ran = CliRunner().invoke(mail, ["take", str(tmp_path), "--inbox", HELP])
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert sorted(line["outcome"] for line in lines) == ["seen", "started", "started", "started"]
    assert all(line["case"] and line["file"].startswith(str(tmp_path)) for line in lines)
    again = CliRunner().invoke(mail, ["take", str(tmp_path)])
    assert {json.loads(line)["outcome"] for line in again.stdout.splitlines()} == {"seen"}
    assert Message.objects.count() == 3


@pytest.mark.django_db
def test_a_path_that_is_not_there_is_said_and_the_others_are_taken(tmp_path: Path, help_box: Mailbox) -> None:
    (tmp_path / "one.eml").write_bytes(raw())
    ran = CliRunner().invoke(mail, ["take", str(tmp_path / "nothing.eml"), str(tmp_path / "one.eml")])
    assert ran.exit_code == 1
    assert [json.loads(line)["outcome"] for line in ran.stdout.splitlines()] == [None, "started"]
    assert "nothing.eml" in ran.stderr
