"""What the demo's people have ready to be written by `/`."""

from __future__ import annotations

from datetime import datetime

from goodword.people.models import Agent
from goodword.promises.queries import kind_named
from goodword.sending.macros import set_macro

MACROS: tuple[dict[str, object], ...] = (
    {
        "name": "Call back",
        "kind": "callback",
        "texts": {
            "en": "Hello {{customer.first_name}},\n\nI will call you by {{promise.due}}.",
            "de": "Guten Tag {{customer.first_name}},\n\nich rufe Sie bis {{promise.due}} an.",
        },
    },
    {
        "name": "Where is my parcel",
        "kind": "investigate",
        "tags": ("parcel",),
        "texts": {
            "en": "Hello {{customer.first_name}},\n\nthank you for telling us. I will ask the carrier today and "
            "write to you by {{promise.due}} what they found.",
            "de": "Guten Tag {{customer.first_name}},\n\ndanke, dass Sie uns das sagen. Ich frage heute beim "
            "Paketdienst nach und schreibe Ihnen bis {{promise.due}}, was sich ergeben hat.",
        },
    },
    {
        "name": "Glad that it is solved",
        "closes": True,
        "texts": {
            "en": "Hello {{customer.first_name}},\n\nI am glad that it works now. If anything comes up, "
            "just answer this mail.",
            "de": "Guten Tag {{customer.first_name}},\n\nschön, dass es nun klappt. Wenn noch etwas ist, antworten Sie "
            "einfach auf diese Mail.",
        },
    },
)


def write_macros(by: Agent, at: datetime) -> None:
    """Writes them as a lead would."""
    for macro in MACROS:
        kind = kind_named(str(macro["kind"])) if "kind" in macro else None
        set_macro(None, at, by, **(macro | {"kind": kind}))
