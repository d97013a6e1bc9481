"""Every sentence of the page is there in every language, and the compiled catalogues are those of the sources."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from goodword.kit.dates import LANGUAGES
from tests.architecture.source import HOUSE

PORTAL = HOUSE / "portal"
OTHERS = [language for language in LANGUAGES if language != "en"]


def _folder(language: str) -> Path:
    return PORTAL / "locale" / language / "LC_MESSAGES"


def _source(language: str) -> dict[str, str]:
    """The sentences of one source, by their English."""
    text = (_folder(language) / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', text, re.MULTILINE)
    return {ast.literal_eval(english): ast.literal_eval(said) for english, said in pairs}


def _spoken() -> set[str]:
    """Every sentence that templates and code may say."""
    found: set[str] = set()
    for path in PORTAL.rglob("*.html"):
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        found |= {
            ast.literal_eval(text) for text in re.findall(r"""_\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)""", code)
        }
        found |= {
            ast.literal_eval(text)
            for text in re.findall(r"""gettext\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)""", code)
        }
    for path in PORTAL.glob("*words.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                found.add(ast.literal_eval(node.args[0]))
    return found


def test_there_are_sentences_to_look_for() -> None:
    assert len(_spoken()) > 90
    assert "Got it" in _spoken()


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language: str) -> None:
    source = _source(language)
    assert _spoken() - set(source) == set()
    assert set(source) - _spoken() - {""} == set()
    assert [english for english, said in source.items() if english and not said] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_that_of_the_source(language: str) -> None:
    with (_folder(language) / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert {english: compiled.gettext(english) for english in _source(language) if english} == {
        english: said for english, said in _source(language).items() if english
    }


@pytest.mark.parametrize("language", OTHERS)
def test_names_stay_where_they_belong(language: str) -> None:
    holes = re.compile(r"%\(\w+\)s|\{\w+\}")
    wrong = [
        english
        for english, said in _source(language).items()
        if sorted(holes.findall(english)) != sorted(holes.findall(said))
    ]
    assert wrong == []
