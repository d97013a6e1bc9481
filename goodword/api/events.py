"""The ledger, in order."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from goodword.api.door import reader, reads, token_of
from goodword.api.fields import LARGEST, PageSize
from goodword.api.shown import EventOut, Events
from goodword.kit import clock
from goodword.ledger.queries import settled_after

router = Router(tags=["events"])


@router.get("", **reads(Events))
def list_events(
    request: HttpRequest, after: Annotated[int, Field(ge=0, le=LARGEST)] = 0, limit: PageSize = 100
) -> Events:
    """What happened after a line. Lines about no case (people, settings) take an admin and the scope admin."""
    agent, token = reader(request), token_of(request)
    sees_all = agent.is_admin and "admin" in token.scopes
    found, more = settled_after(after, clock.now(), limit)
    shown = [EventOut.model_validate(row) for row in found if sees_all or row.case_id is not None]
    return Events(items=shown, last=found[-1].pk if found else after, has_more=more)
