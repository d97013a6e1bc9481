"""What a waiting reply will promise, move, keep and leave, as JSON and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from goodword.cases.inbound import InboundFile
from goodword.promises.actions import Told
from goodword.promises.models import Kind, Promise
from goodword.promises.queries import kind_named
from goodword.promises.replies import Dismissed, Moved


@dataclass(frozen=True)
class Words:
    """What a reply says beside its text: promises made, moved and kept, and what was heard and is none."""

    makes: Sequence[Told] = ()
    moves: Sequence[Moved] = ()
    keeps: Sequence[Promise] = ()
    dismissed: Sequence[Dismissed] = ()

    @property
    def touched(self) -> list[Promise]:
        """Returns the owed promises that hang on this reply."""
        return [*self.keeps, *(moved.promise for moved in self.moves)]


def pack(words: Words) -> dict[str, Any]:
    """Returns it as it is stored."""
    return {
        "makes": [_flat(one) for one in words.makes],
        "moves": [_flat(one) for one in words.moves],
        "keeps": [one.pk for one in words.keeps],
        "dismissed": [_flat(one) for one in words.dismissed],
    }


def unpack(packed: dict[str, Any]) -> Words:
    """Returns what was stored, with the promises as they are now. One query where any are touched."""
    wanted = [*packed.get("keeps", []), *(one["promise"]["promise"] for one in packed.get("moves", []))]
    known = Promise.objects.in_bulk(wanted) if wanted else {}
    return Words(
        makes=[Told(**_whole(one, known)) for one in packed.get("makes", [])],
        moves=[Moved(**_whole(one, known)) for one in packed.get("moves", [])],
        keeps=[known[pk] for pk in packed.get("keeps", [])],
        dismissed=[Dismissed(**_whole(one, known)) for one in packed.get("dismissed", [])],
    )


def files_of(packed: Sequence[dict[str, Any]]) -> tuple[InboundFile, ...]:
    """Returns the files of a waiting reply."""
    return tuple(InboundFile(**one) for one in packed)


def _flat(one: Told | Moved | Dismissed) -> dict[str, Any]:
    """Every field by its name; what JSON does not know is said as {what: value}."""
    return {field.name: _plain(getattr(one, field.name)) for field in fields(one)}


def _plain(value: Any) -> Any:
    if isinstance(value, Kind):
        return {"kind": value.slug}
    if isinstance(value, Promise):
        return {"promise": value.pk}
    if isinstance(value, datetime):
        return {"instant": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _whole(packed: dict[str, Any], known: dict[int, Promise]) -> dict[str, Any]:
    return {name: _meant(value, known) for name, value in packed.items()}


def _meant(value: Any, known: dict[int, Promise]) -> Any:
    if not isinstance(value, dict):
        return value
    [(what, said)] = value.items()
    if what == "kind":
        return kind_named(said)
    if what == "promise":
        return known[said]
    return datetime.fromisoformat(said) if what == "instant" else date.fromisoformat(said)
