"""`goodword clock`: the clock of a demo or test desk."""

from __future__ import annotations

from datetime import datetime

import click

from goodword.cli.words import in_words


@click.command()
@click.option("--at", required=True, metavar="TIME", help="ISO 8601 with an offset, such as 2026-03-02T09:00+01:00.")
def clock(at: str) -> None:
    """Moves the clock of a demo or test desk forward and runs what falls due. A real desk refuses.

    Example: goodword clock --at 2026-03-02T09:00+01:00
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise click.BadParameter("a time in ISO 8601 is expected.", param_hint="--at") from None
    if moment.tzinfo is None:
        raise click.BadParameter("an offset is needed, such as +01:00 or Z.", param_hint="--at")
    with in_words():
        from goodword.box.desk import desk

        with desk():
            from goodword.demo import passing

            click.echo(passing.move(moment, None).isoformat())
            click.echo(passing.in_short(passing.meanwhile()) or "Nothing fell due meanwhile.", err=True)
