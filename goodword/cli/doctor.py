"""`goodword doctor`: checks the installation and says the remedy."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from goodword.box.checks import Answer


@click.command()
@click.option("--settings", "only_settings", is_flag=True, help="Only list the settings and where they come from.")
@click.option("--json", "as_json", is_flag=True, help="For machines: one JSON object.")
def doctor(*, only_settings: bool, as_json: bool) -> None:
    """Checks settings, database, worker, clock, queue, files, mailboxes and disk, and says the remedy.

    Exit code 1 when something is not well.

    Example: goodword doctor --json | jq '.checks[] | select(.ok | not)'
    """
    if only_settings:
        _show_settings(as_json=as_json)
        return
    found = _look()
    well = all(ok for _, ok, _, _ in found)
    if as_json:
        rows = [{"name": name, "ok": ok, "words": words, "remedy": remedy} for name, ok, words, remedy in found]
        click.echo(json.dumps({"ok": well, "checks": rows}, ensure_ascii=False))
    else:
        for name, ok, words, remedy in found:
            click.echo(f"{'well' if ok else 'NOT WELL':<9} {name:<22} {words}")
            if remedy:
                click.echo(f"{'':<32} → {remedy}")
    sys.exit(0 if well else 1)


def _look() -> list[Answer]:
    from goodword.box import checks
    from goodword.box.desk import desk
    from goodword.box.postgres import CannotRun

    env, found = checks.of_settings(os.environ)
    if env is None:
        return found
    found += checks.of_machine(env)
    try:
        with desk(may_start=False):
            found += checks.of_desk()
    except CannotRun as reason:
        found.append(checks.answer("database", False, str(reason), "Start it: goodword up."))
    return found


def _show_settings(*, as_json: bool) -> None:
    from goodword.config.env import TABLE

    rows = []
    for setting in TABLE:
        given = os.environ.get(setting.variable, "").strip()
        value = given or setting.default
        rows.append(
            {
                "name": setting.variable,
                "value": "(secret)" if setting.secret and value else value,
                "from": "environment" if given else "default",
                "default": setting.default,
                "meaning": setting.meaning,
            }
        )
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{row['name']} = {row['value'] or '(empty)'}   [{row['from']}]")
        click.echo(f"    {row['meaning']} Default: {row['default'] or '(empty)'}")
