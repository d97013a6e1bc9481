"""`goodword up`, `web`, `worker` and `migrate`: the processes of a desk."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

from goodword.cli.words import in_words

Command = Callable[..., Any]
DATA_HELP = "The data folder (GOODWORD_DATA)."
lifeline_option: Callable[[Command], Command] = click.option(
    "--lifeline", is_flag=True, hidden=True, help="End when standard input closes."
)


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="The port to listen on; 0 takes any free one.")
@click.option("--data", type=click.Path(file_okay=False), help=DATA_HELP)
@click.option("--demo", is_flag=True, help="Build and run a small shop's desk to look at.")
def up(port: int | None, data: str | None, *, demo: bool) -> None:
    """Runs the whole desk on this machine: database (embedded unless DATABASE_URL), web and worker.

    Ctrl-C stops it. A second start takes seconds.

    Example: goodword up --demo --data /tmp/demo
    """
    from goodword.box.up import run
    from goodword.config.env import read

    if data:
        os.environ["GOODWORD_DATA"] = os.path.abspath(data)  # noqa: PTH100  symbolic links stay as they were given
    with in_words():
        if port is not None:
            host = read(os.environ).listen[0]
            os.environ["GOODWORD_LISTEN"] = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        run(demo=demo)


@click.command()
@click.option("--fd", type=int, hidden=True, help="An open socket to serve on.")
@lifeline_option
def web(fd: int | None, *, lifeline: bool) -> None:
    """Runs one web server, on GOODWORD_LISTEN. Run as many as you like, behind a proxy that spreads the load.

    Example: DATABASE_URL=postgresql://... GOODWORD_LISTEN=0.0.0.0:8000 goodword web
    """
    from goodword.box import web as server
    from goodword.box.desk import desk
    from goodword.box.lifeline import hold_on
    from goodword.config.env import read

    with in_words():
        if lifeline:
            hold_on()
        with desk(may_start=False):
            env = read(os.environ)
            if not lifeline:
                from goodword.box.prepare import collect_static

                collect_static()
            server.run(env.listen, env.proxies, fd, reload=env.debug)


@click.command()
@lifeline_option
def worker(*, lifeline: bool) -> None:
    """Runs one worker: jobs, the clock, and mail in and out. Run as many as you like, on as many machines.

    Example: DATABASE_URL=postgresql://... goodword worker
    """
    from goodword.box.desk import desk
    from goodword.box.lifeline import hold_on

    with in_words():
        if lifeline:
            hold_on()
        with desk(may_start=False):
            from goodword.kit.work import run

            run()


@click.command()
@click.option("--everything", is_flag=True, hidden=True, help="Collect static files too.")
@click.option("--demo", is_flag=True, hidden=True, help="Build the demo too.")
@lifeline_option
def migrate(*, everything: bool, demo: bool, lifeline: bool) -> None:
    """Brings the database to this version, as the owner of its tables (GOODWORD_OWNER_URL), and gives the
    application's role its rights. Harmless when repeated.

    Example: GOODWORD_OWNER_URL=postgresql://owner@db/desk DATABASE_URL=postgresql://app@db/desk goodword migrate
    """
    from goodword.box import prepare, prepared
    from goodword.box.desk import desk
    from goodword.box.lifeline import hold_on
    from goodword.config.env import read

    with in_words():
        if lifeline:
            hold_on()
        with desk(as_owner=True) as urls:
            prepare.migrate(urls)
            if everything:
                with prepare.steps("Collecting static files"):
                    prepare.collect_static()
            if demo:
                prepare.build_demo()
            if everything:
                prepared.note(read(os.environ).data, urls.app, demo=demo)
