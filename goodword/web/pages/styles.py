"""What the page of the design system shows: every state that a mark can say, and a form in each of its states."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms

from goodword.people.models import Agent, Customer
from goodword.web import marks

TABLES = {
    "A promise, owed": marks.OWED, "A promise, afterwards": marks.STATUS, "Our word": marks.VERDICT,
    "A case": marks.CASE, "A closed case": marks.CLOSED, "A message of ours": marks.DELIVERY, "A due": marks.DUE,
    "A proof": marks.PROOF, "An address": marks.HEALTH, "An ask": marks.ASK, "A letter": marks.LETTER,
    "A notice": marks.TOLD,
}  # fmt: skip
TONES = ("", "risk", "broken", "delivered", "confirmed", "accent")
COLOURS = (
    "ink", "soft", "paper", "raised", "sunk", "touched", "line", "edge", "accent", "owed", "risk", "broken",
    "delivered", "confirmed",
)  # fmt: skip
BUTTONS = ("", "primary", "quiet", "danger")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente and a sentence that goes on beside it for a good while"


class SampleForm(forms.Form):
    """One field of every sort."""

    name = forms.CharField(help_text="What the help beneath a field looks like.")
    when = forms.CharField(label="By when", required=False)
    words = forms.CharField(widget=forms.Textarea, label="Words")
    kind = forms.ChoiceField(choices=[("a", "A callback"), ("b", "A refund")])
    told = forms.BooleanField(label="The customer was told", required=False)
    ways = forms.MultipleChoiceField(
        choices=[("m", "Mail"), ("p", "Phone")], widget=forms.CheckboxSelectMultiple, label="Several of these",
        required=False,
    )  # fmt: skip


def everything(agent: Agent, now: datetime) -> dict[str, Any]:
    """Returns what the page shows; nothing of it is of this desk."""
    faulty = SampleForm({"kind": "c"}, prefix="faulty")
    faulty.add_error(None, "What is wrong with a form as a whole stands above it.")
    hours = (-50, -3, -0.2, 0.5, 5, 30, 200)
    return {
        "tables": TABLES, "tones": TONES, "colours": COLOURS, "buttons": BUTTONS, "long": LONG,
        "form": SampleForm(), "faulty": faulty, "moments": [now + timedelta(hours=hour) for hour in hours],
        "customer": Customer(name="Kim Hartley"), "person": agent,
    }  # fmt: skip
