"""No screen of the desk holds a word that could not be said in another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from goodword.web.spoken import WORDS
from tests.architecture.source import HOUSE

TEMPLATES = HOUSE / "web" / "templates"
SAMPLES = "screens/styles"  # the components in every state, for who builds them
NAMES = {"Goodword", "Goodword, to Today", "Ctrl", "Esc", "Enter"}
SPOKEN = ("aria-label", "aria-description", "title", "placeholder", "alt", "data-name", "data-command", "data-confirm")
UNSEEN = re.compile(
    r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}|<!--.*?-->|<(script|style|code)\b.*?</\1>"
    r"|\{% (sentence|blocktranslate|verbatim)\b.*?\{% end\2 %\}"
    r"|\{% block (main_class|body_attributes) %\}.*?\{% endblock.*?%\}", re.DOTALL,
)  # fmt: skip
TAG = re.compile(r"\{[{%].*?[}%]\}")
WORDS_IN_TAG = re.compile(
    r"""(?:default|default_if_none|yesno):"([^"]*[A-Za-z]{2}[^"]*)"|"""
    r"""\b(?:title|words|about|legend|label|hint|action|says|name)="([^"]*)\""""
)


class _Reader(HTMLParser):
    """Collects what a reader would see or hear of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[str] = []

    def handle_data(self, data: str) -> None:
        self._look(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SPOKEN and value:
                self._look(value)

    def _look(self, words: str) -> None:
        words = " ".join(words.split())
        if re.search(r"[^\W\d_]{2}", words) and words not in NAMES:
            self.bare.append(words)


def _bare(path: Path) -> list[str]:
    source = UNSEEN.sub("", path.read_text(encoding="utf-8"))
    reader = _Reader()
    reader.feed(TAG.sub("", source))
    reader.close()
    in_tags = [words for tag in TAG.findall(source) for pair in WORDS_IN_TAG.findall(tag) for words in pair]
    return reader.bare + [words for words in in_tags if re.match(r"[A-Z“]|.* ", words)]


def test_no_template_of_the_desk_holds_a_bare_word() -> None:
    found = {
        str(path.relative_to(TEMPLATES)): bare
        for path in sorted(TEMPLATES.rglob("*.html"))
        if not str(path.relative_to(TEMPLATES)).startswith(SAMPLES) and (bare := _bare(path))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    ["<p>Owed</p>", '<a title="Owed">', '{{ name|default:"Nobody" }}', '{% include "a.html" with title="Owed" only %}'],
)
def test_a_bare_word_is_found(tmp_path: Path, source: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    assert _bare(path)


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Owed" %}</p>', "<p>{% sentence %}By {{ name }}{% endsentence %}</p>",
        '{{ name|default:_("Nobody") }}', "<p>{{ count }} · {{ name }}</p>", "<a title=\"{% translate 'Owed' %}\">",
    ],
)  # fmt: skip
def test_a_marked_word_is_none(tmp_path: Path, source: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    assert not _bare(path)


def test_the_page_brings_every_word_of_the_modules() -> None:
    scripts = (HOUSE / "web" / "static" / "js").rglob("*.js")
    said = {words for path in scripts for words in re.findall(r'\b(?:spoken|say)\("([^"]+)"', path.read_text("utf-8"))}
    assert said
    assert said - set(WORDS) == set()
