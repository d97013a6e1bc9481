"""How commands say that something cannot be done: in words, never as a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from goodword.box.postgres import CannotRun
from goodword.config.env import WrongSetting
from goodword.kit.errors import DeskError


@contextmanager
def in_words() -> Iterator[None]:
    """Turns what was foreseen into a sentence and the exit code: 1 the work failed, 2 wrong use."""
    try:
        yield
    except WrongSetting as wrong:
        click.echo(f"A setting is wrong.\n{wrong}", err=True)
        sys.exit(2)
    except (CannotRun, DeskError) as reason:
        click.echo(str(reason), err=True)
        sys.exit(1)
    except Exception as error:
        if type(error).__module__.split(".")[0] == "psycopg" or type(error).__name__ == "OperationalError":
            click.echo(f"The database does not answer: {str(error).strip()}", err=True)
            sys.exit(1)
        raise
