"""Sentences with places: as written in English, in the order of the reader's language elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from goodword.kit.errors import Conflict
from goodword.notices.actions import tell
from goodword.notices.models import Notice
from goodword.people.models import Agent
from goodword.web import times

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
CASES = "{% sentence count n %}{{ n }} <b>case</b>{% plural %}{{ n }} <b>cases</b>{% endsentence %}"


def _said(source: str, language: str, **values: object) -> str:
    with override(language):
        return Template(source).render(Context(values))


def test_in_english_a_sentence_stands_as_it_is_written() -> None:
    assert _said("{% sentence %} Due  {{ due_at }}{% endsentence %}", "en", due_at="<soon>") == " Due  &lt;soon&gt;"


def test_elsewhere_its_values_stand_in_the_translation_and_are_escaped() -> None:
    assert (
        _said("{% sentence %}Due {{ case.due_at }}{% endsentence %}", "de", case={"due_at": "<b>"})
        == "Fällig &lt;b&gt;"
    )


def test_what_nobody_has_translated_is_said_in_english() -> None:
    assert _said("{% sentence %}No such words, {{ name }}{% endsentence %}", "fr", name="Kim") == "No such words, Kim"


@pytest.mark.parametrize(("n", "said"), [(1, "1 <b>case</b>"), (0, "0 <b>cases</b>"), (2, "2 <b>cases</b>")])
def test_a_number_chooses_the_form(n: int, said: str) -> None:
    assert _said(CASES, "en", n=n) == said


def test_a_plural_without_a_count_is_a_fault() -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% sentence %}one{% plural %}many{% endsentence %}")


def test_labels_keep_their_capital_within_a_german_sentence_only() -> None:
    assert [_said("{{ words|midway }}", language, words="Refund") for language in ("en", "de", "fr")] == [
        "refund", "Refund", "refund",
    ]  # fmt: skip


def test_days_and_moments_are_written_as_each_language_does() -> None:
    assert _said('{{ day|dated:"j M Y" }}', "de", day=date(2026, 11, 26)) == "26. Nov 2026"
    assert _said('{{ day|dated:"l j F" }}', "es", day=date(2026, 11, 26)) == "jueves, 26 de noviembre"
    with override("de"):
        assert times.in_words(NOW + timedelta(minutes=20), NOW, "UTC") == "in 20 Min."
        assert times.exactly(NOW, "UTC").startswith("Mittwoch, 25. November 2026")


def test_a_refusal_is_said_at_the_door_in_the_readers_language_and_to_programs_in_english() -> None:
    refusal = Conflict("in %(minutes)s min", values={"minutes": 5})
    with override("de"):
        assert (refusal.words, refusal.spoken) == ("in 5 min", "in 5 Min.")


def test_each_is_told_in_the_language_that_they_chose(ada: Agent, ben: Agent) -> None:
    ada.language = "de"
    with override("fr"):  # whoever acts
        values = {"case": "Lamp", "customer": "Kim {x}"}
        tell([ada, ben], "yours", "Yours now: {case} ({customer})", NOW, verb="case.assigned", values=values)
    assert dict(Notice.objects.values_list("person__name", "words")) == {
        ada.name: "Jetzt bei Ihnen: Lamp (Kim {x})", ben.name: "Yours now: Lamp (Kim {x})",
    }  # fmt: skip
