"""Whatever comes is read within two seconds and 300 MB, or set aside as too large to show."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from goodword.channels.email.reading import limits, read
from tests.channels.reading.monsters import MONSTERS, plain, returned

SECONDS, MEGABYTES = 2.0, 300
MEASURE = """
import sys, pathlib
from goodword.channels.email.reading import read
raw = pathlib.Path(sys.argv[1]).read_bytes()
mail = read(raw)
status = pathlib.Path("/proc/self/status").read_text()
print(len(mail.text_body), int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


@pytest.mark.parametrize("name", MONSTERS)
def test_no_mail_takes_longer_than_two_seconds(name: str) -> None:
    """Counted in the reader's own processor time, so that a busy machine does not fail it."""
    raw = MONSTERS[name]()
    before = time.process_time()
    mail = read(raw)
    assert time.process_time() - before < SECONDS
    assert mail.accepted
    assert mail.error in (None, limits.TOO_LARGE)
    assert len(mail.text_body) <= limits.TEXT_CHARACTERS
    assert len(mail.text_reply) <= limits.TEXT_CHARACTERS


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize(
    "name",
    ["a file of 36 MB", "a text of 50 MB", "a page of 50 MB", "tiny lines of uuencode", "quotations in each other"],
)
def test_no_mail_takes_more_than_300_megabytes(name: str, tmp_path: Path) -> None:
    """The whole process counts: Python, the raw mail, and all that is made of it."""
    path = tmp_path / "monster.eml"
    path.write_bytes(MONSTERS[name]())
    told = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    assert int(told.stdout.split()[1]) < MEGABYTES


def test_a_mail_beyond_the_limit_is_set_aside_in_words() -> None:
    mail = read(MONSTERS["65 MB"]())
    assert mail.error == "too large to show"
    assert not mail.auto_response_ok


def test_a_mail_deep_in_others_is_still_a_file_that_can_be_saved() -> None:
    (file,) = read(returned(100)).attachments
    assert file.content.endswith(b"hello")


def test_the_beginning_of_a_long_text_is_shown() -> None:
    mail = read(plain(b"first words\n" + b"and more\n" * 1_000_000))
    assert mail.text_body.startswith("first words")
    assert mail.text_reply.startswith("first words")


def test_the_first_recipients_of_many_are_known() -> None:
    assert read(MONSTERS["100,000 recipients"]()).to[0] == "u0@customer.example"
