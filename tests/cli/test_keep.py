"""Backup and restore: everything in one file, and nothing half."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed import Desk, desk, folder, processes_of

MAIL = (
    b"From: Kim <kim@home.example>\r\nTo: help@shop.example\r\nMessage-ID: <1@home>\r\nSubject: Hello\r\n\r\nHello?\r\n"
)


@pytest.fixture(scope="module")
def kept(prepared: Path) -> Iterator[tuple[Desk, Path]]:
    """A desk with a person and a mail in it, and its backup."""
    with desk(prepared) as one, folder() as place:
        assert one.run("user", "add", "ada@desk.example", "--name", "Ada", "--generate").returncode == 0
        (place / "mail.eml").write_bytes(MAIL)
        taken = one.run("mail", "take", str(place / "mail.eml"), "--inbox", "help@shop.example")
        assert taken.returncode == 0, taken.stderr
        done = one.run("backup", str(place / "desk.tar"))
        assert done.returncode == 0, done.stderr
        yield one, place / "desk.tar"


def _files(data: Path) -> dict[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in (data / "files").rglob("*") if path.is_file()}


def test_a_backup_is_restored_whole_into_an_empty_folder(kept: tuple[Desk, Path]) -> None:
    one, file = kept
    with desk() as other:
        done = other.run("restore", str(file))
        assert done.returncode == 0, done.stderr
        assert _files(other.data) == _files(one.data) != {}
        assert (other.data / "secret.key").read_text() == (one.data / "secret.key").read_text()
        again = other.run("user", "add", "ada@desk.example", "--name", "Ada", "--generate")
        assert "works here already" in again.stderr
        other.up()
        assert other.get("/accounts/login/") == 200
        assert "Nobody can sign in" not in other.said


def test_a_backup_is_for_the_eyes_of_its_owner(kept: tuple[Desk, Path]) -> None:
    assert kept[1].stat().st_mode & 0o077 == 0


def test_a_backup_does_not_write_over_another(kept: tuple[Desk, Path]) -> None:
    one, file = kept
    before = file.read_bytes()
    done = one.run("backup", str(file))
    assert done.returncode == 1
    assert file.read_bytes() == before


def test_a_desk_in_use_is_not_written_over(kept: tuple[Desk, Path]) -> None:
    one, file = kept
    done = one.run("restore", str(file))
    assert done.returncode == 1
    assert "in use" in done.stderr


def test_a_running_desk_can_be_backed_up_but_not_restored(prepared: Path, kept: tuple[Desk, Path]) -> None:
    with desk(prepared) as running:
        running.up()
        done = running.run("backup", str(running.data.parent / "running.tar"))
        assert done.returncode == 0, done.stderr
        refused = running.run("restore", str(kept[1]))
        assert refused.returncode == 1
        assert "Stop it first" in refused.stderr


def _cut(file: Path) -> bytes:
    return file.read_bytes()[: file.stat().st_size // 2]


def _damaged(file: Path) -> bytes:
    content = bytearray(file.read_bytes())
    with tarfile.open(file) as tar:
        member = next(one for one in tar if one.name.startswith("files/"))
    content[member.offset_data] ^= 1
    return bytes(content)


def _without_its_dump(file: Path) -> bytes:
    out = io.BytesIO()
    with tarfile.open(file) as old, tarfile.open(fileobj=out, mode="w") as new:
        for member in old:
            if member.name != "database.dump":
                new.addfile(member, old.extractfile(member))
    return out.getvalue()


def _of_something_else(file: Path) -> bytes:
    return b"not a backup at all"


@pytest.mark.parametrize("spoil", [_cut, _damaged, _without_its_dump, _of_something_else])
def test_a_spoilt_backup_changes_nothing(kept: tuple[Desk, Path], prepared: Path, spoil: object) -> None:
    with desk(prepared) as other:
        spoilt = other.data.parent / "spoilt.tar"
        spoilt.write_bytes(spoil(kept[1]))  # type: ignore[operator]
        done = other.run("restore", str(spoilt))
        assert done.returncode == 1
        assert "backup" in done.stderr or "damaged" in done.stderr
        assert "Traceback" not in done.stderr
        assert _files(other.data) == {}
        assert other.run("backup", str(other.data.parent / "still-well.tar")).returncode == 0


def test_commands_leave_no_database_running(kept: tuple[Desk, Path]) -> None:
    assert processes_of(kept[0].data) == set()
