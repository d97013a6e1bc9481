"""Every sentence of the page is there in every language, and the compiled catalogues are those of the sources."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation.template import templatize

from goodword.kit.dates import LANGUAGES
from tests.architecture.source import HOUSE

ROOMS = {"portal": 90}  # with how many sentences it has at least; those of the desk: tests/languages
OTHERS = [(room, language) for room in ROOMS for language in LANGUAGES if language != "en"]


def _folder(room: str, language: str) -> Path:
    return HOUSE / room / "locale" / language / "LC_MESSAGES"


def _source(room: str, language: str) -> dict[str, str]:
    """The sentences of one source, by their English."""
    text = (_folder(room, language) / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', text, re.MULTILINE)
    return {ast.literal_eval(english): ast.literal_eval(said) for english, said in pairs}


def _spoken(room: str) -> set[str]:
    """Every sentence that templates and code may say."""
    found: set[str] = set()
    for path in (HOUSE / room).rglob("*.html"):
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        found |= {
            ast.literal_eval(text) for text in re.findall(r"""_\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)""", code)
        }
        found |= {
            ast.literal_eval(text)
            for text in re.findall(r"""gettext\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)""", code)
        }
    for path in (HOUSE / room).glob("*words.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                found.add(ast.literal_eval(node.args[0]))
    return found


@pytest.mark.parametrize(("room", "least"), ROOMS.items())
def test_there_are_sentences_to_look_for(room: str, least: int) -> None:
    assert len(_spoken(room)) > least


def test_the_entrance_speaks_the_language_of_the_browser(db: None) -> None:
    german = {"Accept-Language": "de-CH,fr;q=0.5"}
    assert "Anmelden" in Client().get("/accounts/login/", headers=german).content.decode()
    assert "Sign in" in Client().get("/accounts/login/", headers={"Accept-Language": "xx"}).content.decode()


@pytest.mark.parametrize(("room", "language"), OTHERS)
def test_nothing_is_left_untranslated(room: str, language: str) -> None:
    source = _source(room, language)
    assert _spoken(room) - set(source) == set()
    assert set(source) - _spoken(room) - {""} == set()
    assert [english for english, said in source.items() if english and not said] == []


@pytest.mark.parametrize(("room", "language"), OTHERS)
def test_the_compiled_catalogue_is_that_of_the_source(room: str, language: str) -> None:
    with (_folder(room, language) / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert {english: compiled.gettext(english) for english in _source(room, language) if english} == {
        english: said for english, said in _source(room, language).items() if english
    }


@pytest.mark.parametrize(("room", "language"), OTHERS)
def test_names_stay_where_they_belong(room: str, language: str) -> None:
    holes = re.compile(r"%\(\w+\)s|\{\w+\}")
    wrong = [
        english
        for english, said in _source(room, language).items()
        if sorted(holes.findall(english)) != sorted(holes.findall(said))
    ]
    assert wrong == []
