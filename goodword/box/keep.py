"""Backup and restore: the whole desk in one file, and back into an empty one."""

from __future__ import annotations

import io
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from goodword import __version__
from goodword.box.archive import DUMP, FILES, checked, each, writing
from goodword.box.folder import SECRET, write_private
from goodword.box.postgres import CannotRun, Urls
from goodword.box.postgres.binaries import program

Tell = Callable[[str], None]

# Everything of ours in the schema; what extensions brought stays.
EMPTY = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DROP TABLE public.%I CASCADE', one.tablename);
    END LOOP;
    FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', one.name);
    END LOOP;
    FOR one IN SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'c')
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e') LOOP
        EXECUTE format('DROP TYPE IF EXISTS public.%I CASCADE', one.typname);
    END LOOP;
END $$
"""
NEWER_SETTING, PREAMBLE_LINES = b"SET transaction_timeout", 30
NOT_OURS = (" EXTENSION ", " SCHEMA ", " COMMENT - EXTENSION ", " COMMENT - SCHEMA ")


def backup(target: Path, urls: Urls, tell: Tell) -> None:
    """Writes database, files and secret key to one file. The dump comes first: files only ever are added, so all
    that it names are there afterwards. Django must be set up."""
    with writing(target) as out, tempfile.TemporaryFile() as dump:
        tell("database")
        _run(
            [str(program("pg_dump")), "--format=custom", "--no-owner", "--no-privileges", "--dbname", urls.owner], dump
        )
        out.add(DUMP, dump, _rewound(dump))
        key = os.environ["GOODWORD_SECRET_KEY"].encode()
        out.add(SECRET, io.BytesIO(key), len(key))
        count = 0
        for name in _stored():
            _add_file(out.add, name)
            count += 1
            tell(f"{count} files")
        out.close({"version": __version__, "files": count})


def restore(source: Path, data: Path, urls: Urls, tell: Tell) -> None:
    """Reads a backup into a desk in which nobody works yet. All of it is checked before anything is changed.
    Django must be set up as the owner; the desk's processes must not run."""
    from django.core.files import File
    from django.core.files.storage import default_storage
    from django.db import connection

    _refuse_unless_empty()
    known = checked(source)
    tell(f"whole: database and {known['files']} files, of Goodword {known['version']}")

    def put(name: str, content: IO[bytes]) -> None:
        if name == DUMP:
            with connection.cursor() as cursor:
                cursor.execute(EMPTY)
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            connection.close()
            _restore_database(content, urls.owner)
        elif name == SECRET:
            _keep_secret(content.read().decode(), data, tell)
        elif name.startswith(FILES):
            key = name.removeprefix(FILES)
            if not default_storage.exists(key):
                default_storage.save(key, File(content))

    each(source, put)


def _refuse_unless_empty() -> None:
    from django.db import ProgrammingError

    from goodword.cases.models import Case
    from goodword.people.models import Agent

    try:
        used = Agent.objects.exists() or Case.objects.exists()
    except ProgrammingError:  # not even tables
        return
    if used:
        raise CannotRun("This desk is in use. A backup is restored into an empty one: a new --data folder or database.")


def _restore_database(content: IO[bytes], url: str) -> None:
    with tempfile.TemporaryDirectory(prefix="goodword-") as folder:
        dump, wanted = Path(folder) / DUMP, Path(folder) / "wanted"
        with dump.open("wb") as out:
            while piece := content.read(1024 * 1024):
                out.write(piece)
        lines = subprocess.run(
            [str(program("pg_restore")), "--list", str(dump)], check=True, capture_output=True, text=True
        ).stdout.splitlines()
        wanted.write_text("\n".join(line for line in lines if not any(kind in line for kind in NOT_OURS)))
        _replay(dump, wanted, url)


def _replay(dump: Path, wanted: Path, url: str) -> None:
    """Runs the dump as one transaction, all or nothing, without the one setting that older servers do not know."""
    script = [
        str(program("pg_restore")),
        "--no-owner",
        "--no-privileges",
        "--use-list",
        str(wanted),
        "--file=-",
        str(dump),
    ]
    into = [
        str(program("psql")),
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        "--output=/dev/null",
        url,
    ]
    with (
        subprocess.Popen(script, stdout=subprocess.PIPE) as reader,
        subprocess.Popen(into, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as writer,
    ):
        assert reader.stdout and writer.stdin and writer.stderr  # noqa: S101, PT018  they are pipes
        with suppress(BrokenPipeError), writer.stdin as out:
            for line in itertools.islice(reader.stdout, PREAMBLE_LINES):
                if not line.startswith(NEWER_SETTING):
                    out.write(line)
            shutil.copyfileobj(reader.stdout, out, 1024 * 1024)
        said = writer.stderr.read().decode(errors="replace").strip()
    if writer.returncode or reader.returncode:
        raise CannotRun(f"The database could not be restored: {said}")


def _keep_secret(key: str, data: Path, tell: Tell) -> None:
    if os.environ["GOODWORD_SECRET_KEY"] == key:
        return
    if (data / SECRET).exists() and (data / SECRET).read_text().strip() == os.environ["GOODWORD_SECRET_KEY"]:
        write_private(data / SECRET, key)
        return
    tell(
        "the backup has another GOODWORD_SECRET_KEY than this installation: customers' links and the passwords of "
        "mailboxes in it only work with its own key"
    )


def _run(command: list[str], out: IO[bytes] | None = None) -> None:
    done = subprocess.run(command, check=False, stdout=out, stderr=subprocess.PIPE)
    if done.returncode:
        raise CannotRun(f"{Path(command[0]).name} failed: {done.stderr.decode(errors='replace').strip()}")


def _stored(folder: str = "") -> Iterator[str]:
    from django.core.files.storage import default_storage

    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing has ever been stored
        return
    for name in sorted(files):
        if not name.startswith("."):  # one that is being written
            yield f"{folder}/{name}" if folder else name
    for name in sorted(folders):
        yield from _stored(f"{folder}/{name}" if folder else name)


def _add_file(add: Callable[[str, IO[bytes], int], None], name: str) -> None:
    from django.core.files.storage import default_storage

    with default_storage.open(name) as file:
        add(FILES + name, file, file.size)


def _rewound(file: IO[bytes]) -> int:
    """Goes to the beginning and returns the size."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size
