"""`goodword token`: keys to the API."""

from __future__ import annotations

import click

from goodword.cli.words import in_words

SCOPES = ("read", "write", "admin")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def token() -> None:
    """Keys to the API. Each belongs to a person and can do no more than they can in the desk."""


@token.command("add")
@click.argument("email")
@click.option("--name", required=True, help="What it is for; it stands in the list.")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice(SCOPES), default=("read",), show_default=True,
    help="What it opens; write includes read, admin includes both. May be given more than once.",
)  # fmt: skip
def add(email: str, name: str, scopes: tuple[str, ...]) -> None:
    """Makes a token for a person and prints it once; nobody can find it out again.

    Example: goodword token add ada@shop.example --name "the shop" --scope write
    """
    with in_words():
        from goodword.box.desk import desk

        with desk():
            from goodword.kit import clock
            from goodword.people.tokens import add_token, person_named

            made, words = add_token(person_named(email), name, scopes, clock.now(), None)
        click.echo(f"Token {made.pk}, “{made.name}”, opens: {', '.join(made.scopes)}. It is shown this once.", err=True)
        click.echo(words)


@token.command("list")
@click.argument("email")
def list_command(email: str) -> None:
    """Lists a person's tokens: number, scopes, when each was last used, and its name.

    Example: goodword token list ada@shop.example
    """
    with in_words():
        from goodword.box.desk import desk

        with desk():
            from goodword.people.tokens import person_named, tokens_of

            for one in tokens_of(person_named(email)):
                used = f"{one.last_used_at:%Y-%m-%d %H:%M}" if one.last_used_at else "never"
                click.echo(f"{one.pk}\t{','.join(one.scopes)}\t{used}\t{one.name}")


@token.command("revoke")
@click.argument("number", type=int)
def revoke(number: int) -> None:
    """Ends a token for good, by its number.

    Example: goodword token revoke 3
    """
    with in_words():
        from goodword.box.desk import desk

        with desk():
            from goodword.kit import clock
            from goodword.people.tokens import revoke_token, token_numbered

            revoke_token(token_numbered(number), clock.now(), None)
        click.echo(f"Token {number} opens nothing any more.", err=True)
