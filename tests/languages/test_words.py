"""Everything that the desk says is said in every language, with the same places in it; the compiled words are these."""

from __future__ import annotations

import gettext
import re

import pytest
from babel.messages.catalog import Catalog, Message
from django.test import Client
from django.utils import translation

from goodword.people.models import Agent
from tests.languages.collecting import OTHERS, catalogue, source, template

LEAST = 2000
PLACES = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")


@pytest.fixture(scope="module")
def said() -> Catalog:
    return template()


def _forms(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, list | tuple) else (str(words or ""),)


def _of(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def test_there_are_words_to_look_for(said: Catalog) -> None:
    assert len(said) > LEAST


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_holds_exactly_what_is_said(language: str, said: Catalog) -> None:
    wanted = {message.id for message in said if message.id}
    assert {message.id for message in _of(language)} == wanted, "run bin/languages collect"


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language: str) -> None:
    assert [message.id for message in _of(language) if not all(_forms(message.string))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_customers_read_too_has_one_translation(language: str) -> None:
    theirs = {message.id: message.string for message in catalogue(language, "portal") if message.id}
    assert {message.id: theirs[message.id] for message in _of(language) if message.id in theirs} == {
        message.id: message.string for message in _of(language) if message.id in theirs
    }


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_places(language: str) -> None:
    """The singular may leave the number out; whatever else a form names, its English names too, and none is lost."""
    odd = [
        (message.id, message.string)
        for message in _of(language)
        for form in _forms(message.string)
        if form and not _fits(_forms(message.id), form)
    ]
    assert odd == []


def _fits(english: tuple[str, ...], form: str) -> bool:
    found, many = set(PLACES.findall(form)), set(PLACES.findall(english[-1]))
    return found == many if len(english) == 1 else set(PLACES.findall(english[0])) <= found <= many


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_that_of_the_source(language: str) -> None:
    with source(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in _of(language):
        if isinstance(message.id, str) and message.string:
            assert compiled.gettext(message.id) == message.string


def test_the_desk_speaks_the_language_of_the_browser_until_somebody_chooses(db: None, ada: Agent) -> None:
    german = {"Accept-Language": "de-CH,fr;q=0.5"}
    browser = Client()
    browser.force_login(ada)
    assert '<html lang="de"' in browser.get("/", headers=german).content.decode()
    assert '<html lang="en"' in browser.get("/", headers={"Accept-Language": "xx"}).content.decode()
    chosen = {"name": "Ada", "time_zone": "UTC", "language": "es", "undo_seconds": "8"}
    assert browser.post("/settings/me", chosen, headers=german).status_code == 303
    assert '<html lang="es"' in browser.get("/", headers=german).content.decode()
    assert translation.get_language() == "en"


def test_programs_are_answered_in_english(db: None) -> None:
    assert '"' in (said := Client().get("/api/v1/cases", headers={"Accept-Language": "de"}).content.decode())
    assert "token" in said.lower()
