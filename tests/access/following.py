"""What follows up by itself, for the tries of doors: a survey, a list of what to improve, a plan, a notice to many."""

from __future__ import annotations

from datetime import datetime

from goodword.closing import improvements, surveys
from goodword.closing.models import Survey
from goodword.outreach import rounds
from goodword.outreach.choosing import Filter
from goodword.outreach.plans import set_plan
from goodword.people.models import Agent
from goodword.people.purchases import take
from goodword.sending.macros import set_macro


def following(lena: Agent, mara: Agent, at: datetime) -> dict[str, dict[str, object]]:
    """One of each, by the beginning of its address."""
    row = {"email": "pia@post.example", "number": "Z-1", "product": "Whistle", "bought_on": "2026-01-05"}
    take([row], at, None)
    notice = rounds.Notice("Whistles", "Your whistle", "It may not whistle.", (lena,))
    made = rounds.draft(notice, Filter(product="Whistle"), at, lena)
    plan = set_plan(
        None, at, mara, name="Whistles", milestone="bought_on", days=9, product="Whistle", does="letter",
        subject="Your whistle", text="All well?", owner=lena, is_active=True,
    )  # fmt: skip
    macro = set_macro(None, at, lena, name="Thanks", texts={"en": "Thank you, {{customer.name}}."})
    item = improvements.note("Louder whistles", lena, at, lena)
    survey = Survey.objects.filter(case__status="closed", state__in=["offered", "sent"], ends_at__gt=at).earliest("pk")
    return {
        "improvements/": {"pk": item.pk},
        "rounds/": {"pk": made.pk},
        "settings/plans/": {"pk": plan.pk},
        "settings/macros/": {"pk": macro.pk},
        "cases/<int:pk>/macros/": {"macro": macro.pk},
        "settings/wordings/": {"language": "en", "code": "vague"},
        "portal/surveys/": {"token": surveys.token_of(survey)},
    }
