"""`goodword user`: people of the desk."""

from __future__ import annotations

import secrets
import sys

import click

from goodword.cli.words import in_words

ROLES = ("agent", "lead", "admin", "colleague", "auditor")
WORDS_OF_A_PASSWORD = 18  # bytes of chance


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def user() -> None:
    """People of the desk: add them and give them new passwords. Everything else is in the desk's settings."""


@user.command("add")
@click.argument("email")
@click.option("--name", help="The name that colleagues and customers read; asked for when missing.")
@click.option("--role", type=click.Choice(ROLES), default="agent", show_default=True)
@click.option("--generate", is_flag=True, help="Make a password and print it once, instead of asking for one.")
def add(email: str, name: str | None, role: str, *, generate: bool) -> None:
    """Adds a person, with a password that is asked for (or read from standard input, one line).

    Example: goodword user add mara@shop.example --name "Mara Lindqvist" --role admin
    """
    with in_words():
        password = _password(generate=generate)
        name = name or click.prompt("Name", err=True)
        from goodword.box.desk import desk

        with desk():
            from goodword.kit import clock
            from goodword.people.actions import add_agent
            from goodword.people.passwords import check_password

            check_password(password, email, name)
            agent = add_agent(email, name, role, clock.now(), password=password)
        click.echo(f"Added {agent.name} <{agent.email}>, {agent.role}.", err=True)
        if generate:
            click.echo(password)


@user.command("password")
@click.argument("email")
@click.option("--generate", is_flag=True, help="Make a password and print it once, instead of asking for one.")
def password_command(email: str, *, generate: bool) -> None:
    """Gives a person a new password, which also ends their sessions.

    Example: goodword user password mara@shop.example
    """
    with in_words():
        password = _password(generate=generate)
        from goodword.box.desk import desk

        with desk():
            from goodword.kit import clock
            from goodword.people.passwords import set_password

            agent = set_password(email, password, clock.now())
        click.echo(f"{agent.name} <{agent.email}> has a new password.", err=True)
        if generate:
            click.echo(password)


@user.command("forget-factors")
@click.argument("email")
def forget_factors_command(email: str) -> None:
    """Takes away a person's second factors, for the day on which they have lost all of them; ends their sessions.

    Example: goodword user forget-factors mara@shop.example
    """
    with in_words():
        from goodword.box.desk import desk

        with desk():
            from goodword.kit import clock
            from goodword.people.sign_in import forget_factors
            from goodword.people.tokens import person_named

            person = person_named(email)
            gone = forget_factors(person, clock.now(), None)
        click.echo(f"{person.name} <{person.email}> signs in with the password alone; {gone} ways are gone.", err=True)


def _password(*, generate: bool) -> str:
    if generate:
        return secrets.token_urlsafe(WORDS_OF_A_PASSWORD)
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
