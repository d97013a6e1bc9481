"""`goodword backup` and `goodword restore`: everything in one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from goodword.cli.words import in_words

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Writes database, stored files and secret key to FILE, which only you can read. The desk may run meanwhile.

    Example: goodword backup /backups/desk-2026-03-02.tar
    """
    from goodword.box.desk import desk

    with in_words(), desk(as_owner=True) as urls:
        from goodword.box import keep

        keep.backup(file.absolute(), urls, _tell)
        click.echo(f"\r\033[KWritten: {file} ({file.stat().st_size / 1_000_000:.1f} MB)", err=True)


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Reads FILE, checks all of it, and puts it into an empty desk that is not running.

    Example: GOODWORD_DATA=/srv/new goodword restore /backups/desk-2026-03-02.tar
    """
    from goodword.box.desk import desk

    with in_words(), desk(as_owner=True, alone=True) as urls:
        from goodword.box import keep, prepare
        from goodword.config.env import read

        keep.restore(file.absolute(), read(os.environ).data, urls, _tell)
        prepare.migrate(urls)
        click.echo("\r\033[KRestored.", err=True)


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{words}", err=True, nl=False)
    elif not words[0].isdigit():
        click.echo(words, err=True)
