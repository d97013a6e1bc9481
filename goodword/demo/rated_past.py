"""The half year of small matters as fair ratings read it, and the fit of the night before the demo begins."""

from __future__ import annotations

from datetime import datetime

from goodword.cases.models import Feasibility
from goodword.closing.models import Survey, SurveyAnswer
from goodword.insight.fairness import runs
from goodword.insight.fairness.endings import SURE, VERDICTS
from goodword.insight.models import RatedCase
from goodword.promises.models import Promise, Verdict


def rate(before: datetime, night: datetime) -> None:
    """Rates what ended before `before`, as the worker would case by case, and fits once. A second at most."""
    answers = dict(SurveyAnswer.objects.filter(counts=True).values_list("case", "score"))
    asked = set(Survey.objects.filter(sent_at__isnull=False).values_list("case", flat=True))
    ended = Promise.objects.filter(case__status="closed", case__closed_at__lt=before, case__rated=None)
    RatedCase.objects.bulk_create(
        RatedCase(
            case=one.case, at=one.made_at, first_id=one.made_by_id, customer_id=one.case.customer_id,
            feasibility=Feasibility.FEASIBLE, channel="form", ended_at=one.case.closed_at, agents=[one.owner_id],
            shares=[1.0], needless=[False], needed=[False], stated=SURE, outcome=1.0,
            promise=VERDICTS.get(Verdict(one.verdict), 0), asked=one.case_id in asked, answer=answers.get(one.case_id),
        )
        for one in ended.select_related("case").order_by("case", "-id").distinct("case")
    )  # fmt: skip
    runs.run(night)
