"""What a customer sees of a survey: built from values, so that nothing internal can slip into a template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goodword.cases.queries import root
from goodword.closing.models import SurveyState
from goodword.closing.queries import survey_of
from goodword.closing.surveys import open_survey, token_of
from goodword.kit.dates import Reader
from goodword.people.queries import organisation
from goodword.promises.links import open_link


@dataclass(frozen=True)
class SurveyPage:
    """One question, asked once; `is_answered` says that it has been."""

    organisation: str
    customer: str
    subject: str
    is_answered: bool
    reader: Reader


def page_for(token: str, at: datetime) -> SurveyPage:
    """Returns the page behind a link; raises NotFound for one that is not good. Two queries, changes nothing."""
    survey, house = open_survey(token, at), organisation()
    customer = survey.case.customer
    return SurveyPage(
        organisation=house.name if house else "", customer=customer.name, subject=survey.case.subject,
        is_answered=survey.state == SurveyState.ANSWERED, reader=Reader(customer.language, customer.time_zone or "UTC"),
    )  # fmt: skip


def survey_token(token: str, at: datetime) -> str:
    """Returns the token of the survey that the customer of this case may answer now, or "" where there is none."""
    survey = survey_of(root(open_link(token, at).case))
    return token_of(survey) if survey else ""
