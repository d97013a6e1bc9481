"""One line of the ledger as the figures read it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Line:
    """One line of the ledger."""

    verb: str
    at: datetime
    case: int | None = None
    subject: int | None = None
    by_type: str = ""
    by: int | None = None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def agent(self) -> int | None:
        """Returns the colleague who did it; None for customers and the desk itself."""
        return self.by if self.by_type == "agent" else None

    @property
    def is_theirs(self) -> bool:
        """Says whether it is a message that the customer wrote."""
        return self.verb == "message.received" and not (self.data.get("automatic") or self.data.get("stranger"))
