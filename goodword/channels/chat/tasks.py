"""What time brings to the chat: who has left gets the rest by mail."""

from __future__ import annotations

from datetime import datetime

from goodword.channels.chat import actions
from goodword.kit.sweep import Swept


def sweep_visits(now: datetime) -> Swept:
    """Ends the chats of those who are gone."""
    return actions.sweep_visits(now)
