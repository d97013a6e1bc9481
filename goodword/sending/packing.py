"""What a waiting reply will promise, move, keep and leave, as JSON and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from goodword.cases.inbound import InboundFile
from goodword.promises.actions import Told
from goodword.promises.models import Promise
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
        "makes": [
            {"kind": one.kind.slug, "words": one.words, "due": _packed(one.due), "due_words": one.due_words}
            for one in words.makes
        ],
        "moves": [
            {"promise": one.promise.pk, "due": _packed(one.due), "due_words": one.due_words, "reason": one.reason}
            for one in words.moves
        ],
        "keeps": [one.pk for one in words.keeps],
        "dismissed": [asdict(one) for one in words.dismissed],
    }


def unpack(packed: dict[str, Any]) -> Words:
    """Returns what was stored, with the promises as they are now. One query where any are touched."""
    wanted = [*packed.get("keeps", []), *(one["promise"] for one in packed.get("moves", []))]
    known = Promise.objects.in_bulk(wanted) if wanted else {}
    return Words(
        makes=[
            Told(kind_named(one["kind"]), one["words"], _unpacked(one["due"]), one["due_words"])
            for one in packed.get("makes", [])
        ],
        moves=[
            Moved(known[one["promise"]], _unpacked(one["due"]), one["due_words"], one["reason"])
            for one in packed.get("moves", [])
        ],
        keeps=[known[pk] for pk in packed.get("keeps", [])],
        dismissed=[Dismissed(**one) for one in packed.get("dismissed", [])],
    )


def files_of(packed: Sequence[dict[str, Any]]) -> tuple[InboundFile, ...]:
    """Returns the files of a waiting reply."""
    return tuple(InboundFile(**one) for one in packed)


def _packed(due: datetime | date) -> str:
    return due.isoformat()


def _unpacked(due: str) -> datetime | date:
    return datetime.fromisoformat(due) if "T" in due else date.fromisoformat(due)
