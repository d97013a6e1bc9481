"""Offers of a case with their brief."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goodword.cases.models import Case
from goodword.handovers.brief import Brief
from goodword.people.models import Agent


class OfferState(models.TextChoices):
    """Where an offer stands; until it is accepted the giver owns."""

    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    RETURNED = "returned", "Returned"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Offer(models.Model):
    """A case offered by one person to another, with the brief; at most one open offer per case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="offers")
    giver = models.ForeignKey(Agent, models.PROTECT, related_name="offers_given")
    receiver = models.ForeignKey(Agent, models.PROTECT, related_name="offers_received")
    issue = models.TextField(max_length=2000)
    wanted = models.TextField(max_length=2000)
    tried = models.TextField(max_length=2000)
    promised = models.TextField(max_length=2000)
    next_step = models.TextField(max_length=2000)
    state = models.CharField(max_length=9, choices=OfferState, default=OfferState.OFFERED)
    reason = models.CharField(max_length=500, blank=True)
    offered_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    greeted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case"], condition=Q(state="offered"), name="offer_is_one_per_case"),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="offer_goes_to_somebody_else"),
            models.CheckConstraint(
                condition=~(Q(issue="") | Q(wanted="") | Q(tried="") | Q(promised="") | Q(next_step="")),
                name="offer_brief_is_complete",
            ),
            models.CheckConstraint(condition=~Q(state="returned") | ~Q(reason=""), name="offer_returned_says_why"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["receiver"], condition=Q(state="offered"), name="offer_open_of_receiver"),
            models.Index(fields=["case", "-id"], name="offer_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} to {self.receiver}: {self.state}"

    @property
    def brief(self) -> Brief:
        """Returns the brief as the rules know it."""
        return Brief(self.issue, self.wanted, self.tried, self.promised, self.next_step)
