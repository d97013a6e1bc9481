"""The `goodword` command: a thin table of commands, each loaded only when it is asked for."""

from __future__ import annotations

import importlib

import click

from goodword import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "up": ("goodword.cli.serve:up", "The whole desk on this machine: database, web and worker."),
    "web": ("goodword.cli.serve:web", "Only the web server, as many as you like."),
    "worker": ("goodword.cli.serve:worker", "Only the worker, as many as you like."),
    "migrate": ("goodword.cli.serve:migrate", "Brings the database to this version."),
    "doctor": ("goodword.cli.doctor:doctor", "Checks the installation and says the remedy."),
    "backup": ("goodword.cli.keep:backup", "Writes everything to one file."),
    "restore": ("goodword.cli.keep:restore", "Reads a backup into an empty desk."),
    "user": ("goodword.cli.people:user", "People of the desk."),
    "token": ("goodword.cli.tokens:token", "Keys to the API."),
    "mail": ("goodword.cli.mail:mail", "Reads mail, or takes it into the desk."),
    "promises": ("goodword.cli.promises:promises", "Hears promises in texts."),
    "closing": ("goodword.cli.closing:closing", "Sorts customers' answers to a check."),
    "insight": ("goodword.cli.insight:insight", "Fits fair ratings and honest forecast on files."),
    "clock": ("goodword.cli.clock:clock", "Moves the clock of a demo desk forward."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported on use, so that `mail read` starts without Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands from the table, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="goodword")
def main() -> None:
    """A customer-service desk that keeps its word.

    Data goes to standard output, words to standard error. Exit codes: 0 done, 1 the work failed, 2 wrong use.
    """
