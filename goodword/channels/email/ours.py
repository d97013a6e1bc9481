"""Which addresses are ours: known once per batch of mail, asked often. No database behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goodword.channels.email import addresses
from goodword.channels.email.authentication import Known

NOBODY = Known()


@dataclass(frozen=True)
class Ours:
    """The addresses of our mailboxes (as stored, by their plain form), the default one, the key of our tokens, and the
    mail servers that we know."""

    boxes: dict[str, str]
    default: str
    key: bytes
    known: Known = NOBODY

    def also(self, address: str) -> Ours:
        """Returns the same with one more address of ours, which is the default from now on."""
        return Ours({addresses.plain(address): address.lower(), **self.boxes}, address.lower(), self.key, self.known)

    def box_of(self, candidates: Iterable[str]) -> str:
        """Returns the mailbox that the first of these addresses belongs to, or an empty string."""
        return next((self.boxes[addresses.plain(one)] for one in candidates if addresses.plain(one) in self.boxes), "")

    def has(self, address: str) -> bool:
        """Says whether an address is one of ours."""
        return addresses.plain(address) in self.boxes

    def case_in(self, candidates: Iterable[str]) -> int | None:
        """Returns the case that a signed reply address among these names."""
        return addresses.number_in(candidates, addresses.CASE, self.key)

    def message_in(self, candidates: Iterable[str]) -> int | None:
        """Returns the message of ours that a signed return path among these names."""
        return addresses.number_in(candidates, addresses.MAIL, self.key)

    def ask_in(self, candidates: Iterable[str]) -> int | None:
        """Returns the ask that a signed address among these names."""
        return addresses.number_in(candidates, addresses.ASK, self.key)
