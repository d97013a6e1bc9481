"""Who had a part in a case, and what was handed on without need. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

MOST = 3
SMALLEST_SHARE = 0.1


@dataclass(frozen=True)
class Touch:
    """One person's part: `share` of 1, and whether they handed the case on, with need or without."""

    agent: int
    share: float
    handed_on: bool = False
    needed: bool = False


@dataclass(frozen=True)
class Move:
    """A case went from one person to another; `helped` names what made it necessary ("" when nothing did)."""

    giver: int
    receiver: int
    helped: str = ""


def needed_for(
    topic: str, knowledge: tuple[Collection[str], Collection[str]], move: tuple[int, int], absent: Collection[int],
    more_rights: Collection[int],
) -> str:  # fmt: skip
    """Returns what made a move necessary: the giver was away, or the receiver used a right, or knew of `topic` what
    the giver does not (`knowledge`: of giver and receiver). Decided by the system alone, so that no wording makes a
    needless hand-on look needed.
    """
    giver, receiver = move
    if giver in absent:
        return "absence"
    if receiver in more_rights and giver not in more_rights:
        return "right"
    wanted = topic.casefold()
    if wanted and _knows(knowledge[1], wanted) and not _knows(knowledge[0], wanted):
        return "skill"
    return ""


def _knows(topics: Collection[str], wanted: str) -> bool:
    return any(wanted in topic.casefold() or topic.casefold() in wanted for topic in topics)


def parts(did: Sequence[int], moves: Sequence[Move], owner: int | None) -> list[Touch]:
    """Returns at most three parts in order, shares adding up to 1.

    `did` names who did each thing that reached the customer, in order; `owner` has the case at its end. Of more than
    three people the first, the last and whoever did most between them remain. Never counted: minutes, or how many
    contacts there were in all.
    """
    order = list(dict.fromkeys([*did, *(move.giver for move in moves), *(move.receiver for move in moves)]))
    order = _in_time(order, moves)
    if owner is not None and owner in order:
        order = [one for one in order if one != owner] + [owner] if _was_given(owner, moves) else order
    counts = Counter(did)
    if len(order) > MOST:
        middle = max(order[1:-1], key=lambda one: counts[one])
        order = [order[0], middle, order[-1]]
    weights = [max(counts[one], SMALLEST_SHARE) for one in order]
    whole = sum(weights)
    shares = [max(weight / whole, SMALLEST_SHARE) for weight in weights] if whole else []
    whole = sum(shares)
    return [
        Touch(one, share / whole, *_handed(one, moves, is_last=place == len(order) - 1))
        for place, (one, share) in enumerate(zip(order, shares, strict=True))
    ]


def _in_time(order: list[int], moves: Sequence[Move]) -> list[int]:
    """A giver stands before whom they gave to, also when the receiver wrote first."""
    for move in moves:
        giver, receiver = order.index(move.giver), order.index(move.receiver)
        if giver > receiver and receiver != 0:
            order.insert(receiver, order.pop(giver))
    return order


def _was_given(owner: int, moves: Sequence[Move]) -> bool:
    return any(move.receiver == owner for move in moves)


def _handed(agent: int, moves: Sequence[Move], *, is_last: bool) -> tuple[bool, bool]:
    """One needless hand-on marks the part, whatever else was needed."""
    own = [] if is_last else [move for move in moves if move.giver == agent]
    return bool(own), bool(own) and all(move.helped for move in own)
