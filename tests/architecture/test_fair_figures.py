"""Speed of handling is never measured, and people are never put in an order: neither in the figures nor on a page."""

from __future__ import annotations

import ast
import re

from goodword.insight import tables
from goodword.insight.definitions import MEASURES
from goodword.insight.tables import Cell, Fact
from tests.architecture.source import HOUSE, ROOT, calls, modules, named

SPEED = re.compile(
    r"handl(e|ing)[ _-]?time|handled[ _-]per|first[ _-]?response|(response|resolution|touch)[ _-]?time|\baht\b"
    r"|average[ _-]?handle|time[ _-]?to[ _-]?(close|resolve|reply)|(cases|replies|messages)[ _-]per[ _-](hour|day)",
    re.IGNORECASE,
)
RANKS = re.compile(
    r"\brank(s|ed|ing)?\b|leader[ _-]?board|\bleague|top[ _-]?(agent|performer|\d)|\bworst|percentile|quartile",
    re.IGNORECASE,
)
SAYS_NO = re.compile(r"(nobody is|never|no|not|without a|nor a) (clock, |speed )?rank(ed|ing|s)?")
PER_PERSON = {"kept", "renegotiated", "broken", "chased", "error"}


def shown() -> dict[str, str]:
    """What is shown or kept of figures: pages, words, tables, views."""
    places = [*(HOUSE / "web" / "templates" / "screens").rglob("insight/**/*.html")]
    places += [
        HOUSE / "web" / "pages" / "insight.py",
        HOUSE / "web" / "views" / "insight.py",
        HOUSE / "web" / "plots.py",
    ]
    places += [HOUSE / "insight" / f"{name}.py" for name in ("definitions", "coding", "tables", "queries", "folding")]
    places += [ROOT / "docs" / "measures.md"]
    return {named(path): SAYS_NO.sub("", path.read_text(encoding="utf-8").lower()) for path in places}


def test_no_clock_runs_on_whoever_handles_a_case() -> None:
    assert not [(name, found.group()) for name, text in shown().items() for found in SPEED.finditer(text)]


def test_nobody_is_put_in_an_order() -> None:
    assert not [(name, found.group()) for name, text in shown().items() for found in RANKS.finditer(text)]


def test_people_are_sorted_by_their_names_alone() -> None:
    """Rows of people come by name or number; no sort in the code of figures has a key of another kind."""
    wrong = []
    for path in [*modules("insight"), HOUSE / "web" / "pages" / "insight.py"]:
        for call in calls(path):
            name = ast.unparse(call.func)
            if name.endswith("order_by"):
                wrong += [
                    f"{named(path)}: {ast.unparse(one)}"
                    for one in call.args
                    if re.search(r"total|score|value|broken|kept|raw", ast.unparse(one))
                ]
    assert not wrong


def test_only_what_a_person_promised_is_kept_per_person() -> None:
    assert {measure.key for measure in MEASURES if measure.personal} == PER_PERSON


def test_the_tables_have_no_column_for_speed() -> None:
    columns = {field.name for model in (Fact, Cell, tables.Kudos) for field in model._meta.get_fields()}
    assert not {name for name in columns if SPEED.search(name) or RANKS.search(name)}
    assert not {measure.key for measure in MEASURES if SPEED.search(f"{measure.name} {measure.plain} {measure.key}")}


def test_a_word_of_the_other_kind_would_be_found() -> None:
    assert SPEED.search("Average handle time")
    assert SPEED.search("time_to_resolve")
    assert RANKS.search("Leaderboard of agents, ranked")
    assert not RANKS.search(SAYS_NO.sub("", "nobody is ranked, and there is no ranking of persons"))


def test_the_page_of_the_measures_tells_every_measure_as_the_table_does() -> None:
    page = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    for measure in MEASURES:
        part = page.partition(f"\n### {measure.name}\n")[2].partition("\n### ")[0]
        text = " ".join(part.split())
        for words in (
            measure.plain,
            measure.definition,
            measure.trick,
            measure.why_not,
            f"{measure.least} {measure.things}",
        ):
            assert " ".join(words.split()) in text, (measure.key, words)
