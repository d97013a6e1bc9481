"""Who follows what: `wiring.py` fills this table once at start; `record` and the job below read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

JOB = "ledger.follow"

_table: dict[str, tuple[str, ...]] = {}


def wire(table: Mapping[str, Sequence[str]]) -> None:
    """Replaces the table: verb to dotted names of the functions that follow it."""
    _table.clear()
    _table.update({verb: tuple(names) for verb, names in table.items()})


def of(verb: str) -> tuple[str, ...]:
    """Returns the dotted names of the functions that follow `verb`."""
    return _table.get(verb, ())


def is_wired(name: str) -> bool:
    """Says whether any verb is followed by `name`: a job may call nothing else."""
    return any(name in names for names in _table.values())


def load(name: str) -> object:
    """Imports a follower by its dotted name; raises LookupError when it is not in the table."""
    if not is_wired(name):
        raise LookupError(f"{name} follows nothing.")
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function)
