"""How did we do? Asked once, after the customer's word that nothing is left; withdrawn when the case is open again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from goodword.cases import actions as messages
from goodword.cases.models import Case, Closed, Message, Status
from goodword.closing import contacts, queries, rules
from goodword.closing.letters import survey_letter
from goodword.closing.models import Contact, ContactKind, Survey, SurveyAnswer, SurveyState
from goodword.hours.queries import working_time
from goodword.kit import links
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.actions import record
from goodword.promises.queries import hours_of

SALT = "goodword.closing.survey"
LASTS = timedelta(days=60)
LONGEST_WORDS = 4000


def offer(case: Case, at: datetime) -> Survey | None:
    """Makes the survey of a case that its customer's word has closed; silence is not asked for more.

    A case that closes again gets its survey back; a letter that has gone out is not sent anew, and an answer that
    still counts stays.
    """
    care = queries.care()
    if case.closed_how != Closed.WORD or not care.asks_survey:
        return None
    with transaction.atomic():
        survey = Survey.objects.select_for_update().filter(case=case).first() or Survey(case=case)
        if survey.state == SurveyState.ANSWERED:
            return survey
        moment = rules.survey_moment(
            at, timedelta(hours=care.survey_after_hours), hours_of(case.owner) if case.owner else working_time(None)
        )
        survey.state = SurveyState.SENT if survey.sent_at else SurveyState.OFFERED
        survey.offered_at, survey.ends_at = at, at + LASTS
        survey.wakes_at = survey.ends_at if survey.sent_at else moment
        if survey.pk:
            survey.save(update_fields=["state", "offered_at", "ends_at", "wakes_at"])
        else:
            survey.save(force_insert=True)
        record("survey.offered", at=at, about=case, subject=survey)
    return survey


def withdraw(case: Case, at: datetime, *, by_us: bool = False) -> None:
    """The case is open again: nothing is asked, and what was said of its first end counts no more.

    Where we opened it ourselves (`by_us`), an answer stays: nobody gets rid of a bad one that way.
    """
    with transaction.atomic():
        survey = Survey.objects.select_for_update().filter(case=case).exclude(state=SurveyState.WITHDRAWN).first()
        if survey is None or (by_us and survey.state == SurveyState.ANSWERED):
            return
        SurveyAnswer.objects.filter(survey=survey, counts=True).update(counts=False)
        _end(survey, SurveyState.WITHDRAWN)
        record("survey.withdrawn", at=at, about=case, subject=survey)


def ring(survey: Survey, now: datetime) -> None:
    """Sends a survey when its moment has come, within the customer's cap; ends one that nobody answered."""
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related("customer", "identity", "owner")
        .get(pk=survey.case_id)
    )
    if case.status != Status.CLOSED:
        withdraw(case, now)
        return
    later = contacts.free_from(case.customer_id, now)
    if survey.sent_at or now >= survey.ends_at or (later and later >= survey.ends_at):
        _end(survey, SurveyState.LAPSED)
        record("survey.lapsed", at=now, about=case, subject=survey)
    elif later:
        survey.wakes_at = later
        survey.save(update_fields=["wakes_at"])
        record("survey.postponed", at=now, about=case, subject=survey, until=later.isoformat())
    else:
        _send(survey, case, now)


def _send(survey: Survey, case: Case, now: datetime) -> None:
    writer = case.owner
    text = survey_letter(
        case.customer.language, case.customer.name, case.subject, writer.name if writer else "",
        f"{settings.BASE_URL}/portal/surveys/{token_of(survey)}", writer.signature if writer else "",
    )  # fmt: skip
    try:
        survey.sent_by = messages.reply(case, writer, messages.Draft(text=text, is_automatic=True), now)
    except Malformed:  # no address that works: the page of the case still offers it
        survey.wakes_at = survey.ends_at
        survey.save(update_fields=["wakes_at"])
        return
    contacts.count(survey.sent_by, case.customer_id, ContactKind.SURVEY, now)
    due = survey.wakes_at or now
    survey.state, survey.sent_at, survey.wakes_at = SurveyState.SENT, now, survey.ends_at
    survey.save(update_fields=["state", "sent_at", "sent_by", "wakes_at"])
    record("survey.sent", at=now, about=case, subject=survey, due=due.isoformat())


def came_back(message: Message, now: datetime) -> None:
    """The letter of a survey did not arrive: it is not sent again, since it is only a favour that we ask."""
    contact = Contact.objects.filter(message=message, kind=ContactKind.SURVEY).first()
    if contact:
        with transaction.atomic():
            record("survey.came_back", at=now, about=message.case_id, subject=message)


def token_of(survey: Survey) -> str:
    """Returns the token that goes into the address of the page of a survey."""
    return links.token_of(survey.pk, SALT)


def open_survey(token: str, at: datetime) -> Survey:
    """Returns the survey of a token; raises NotFound for one that is forged, withdrawn or over."""
    survey = (
        Survey.objects.select_related("case__customer", "case__owner")
        .filter(pk=links.number_in(token, SALT), ends_at__gt=at, case__status=Status.CLOSED)
        .exclude(state__in=[SurveyState.WITHDRAWN, SurveyState.LAPSED])
        .first()
    )
    if survey is None:
        raise NotFound("This survey is over.", code="link_gone")
    return survey


def answer(token: str, score: int, words: str, at: datetime) -> SurveyAnswer:
    """Takes a customer's score and words, once; the same said twice is one answer."""
    survey = open_survey(token, at)
    links.use(survey, at)
    if not 1 <= score <= 5:
        raise Malformed("Choose one of the five.", field="score", code="no_score")
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=survey.case_id)
        survey = Survey.objects.select_for_update().get(pk=survey.pk)
        given = SurveyAnswer.objects.filter(survey=survey, counts=True).first()
        if given:
            return given
        if case.status != Status.CLOSED or survey.state not in queries.OPEN_SURVEYS:
            raise Conflict("This matter is open again: there is time for that later.", code="case_open")
        said = words.strip()[:LONGEST_WORDS]
        given = SurveyAnswer.objects.create(
            survey=survey, case=case, owner_id=case.owner_id, score=score, words=said, at=at
        )
        _end(survey, SurveyState.ANSWERED)
        record(
            "survey.answered", at=at, about=case, subject=given, by=case.customer, touch=("improvements",),
            score=score, said=f": “{said[:200]}”" if said else "",
        )  # fmt: skip
    return given


def _end(survey: Survey, state: SurveyState) -> None:
    survey.state, survey.wakes_at = state, None
    survey.save(update_fields=["state", "wakes_at"])
