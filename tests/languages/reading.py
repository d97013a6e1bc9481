"""Every word that the desk may say: read out of its templates, its code, its forms and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract_from_file
from django import forms
from django.apps import apps
from django.forms.utils import pretty_name
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from goodword.web.templatetags.sentences import Sentence
from tests.architecture.source import HOUSE, named
from tests.languages.tables import kept_in_tables

TEMPLATES = HOUSE / "web" / "templates"
IN_TAGS = re.compile(r"""\b_\((?:"([^"]*)"|'([^']*)')\)""")
DISPLAYED = re.compile(r"get_(\w+)_display")
ERRORS = ("Conflict", "NotAllowed", "NotFound", "Malformed", "TooOften", "DeskError")
ELSEWHERE = ("_", "gettext", "gettext_noop", "later", "Step")
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "gettext_noop", "later", "Mark", *ERRORS)),
    "ngettext": (1, 2),
}


class Said(NamedTuple):
    """One message: its English, its plural if it has one, and where it is said."""

    one: str
    many: str
    place: str


def spoken() -> Iterator[Said]:
    """Returns every message of the desk, in the order of the places where it is said."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield from _in_template(path)
    for path in sorted(HOUSE.rglob("*.py")):
        if not {"migrations", "portal", "demo", "box", "cli", "api"}.intersection(path.parts):
            yield from _in_code(path)
    yield from _in_forms()
    yield from _in_choices()
    for place, words in kept_in_tables():
        yield Said(words, "", place)


def _in_template(path: Path) -> Iterator[Said]:
    place, source = named(path), path.read_text(encoding="utf-8")
    nodes = get_template(str(path.relative_to(TEMPLATES))).template.nodelist  # type: ignore[attr-defined]
    for node in nodes.get_nodes_by_type(TranslateNode):
        literal = getattr(node.filter_expression.var, "literal", None)
        if literal:
            yield Said(str(literal).replace("%", "%%"), "", place)
    for node in nodes.get_nodes_by_type(Sentence):
        yield Said(node.one.key, node.many.key if node.many else "", place)
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        one, _names = node.render_token_list(node.singular)
        many = node.render_token_list(node.plural)[0] if node.plural else ""
        yield Said(one.strip(), many.strip(), place)
    for tag in re.findall(r"\{[{%].*?[}%]\}", source):
        for double, single in IN_TAGS.findall(tag):
            yield Said((double or single).replace("%", "%%"), "", place)


def _in_code(path: Path) -> Iterator[Said]:
    keywords = KEYWORDS if "web" in path.parts else dict.fromkeys((*ERRORS, *ELSEWHERE)) | {"Refusal": (2,)}
    for _line, words, _comments, _context in extract_from_file("python", path, keywords=keywords):
        one, many = words if isinstance(words, tuple) else (words, "")
        if one and re.search("[A-Za-z]{2}", one):
            yield Said(one, many or "", named(path))


def _in_forms() -> Iterator[Said]:
    """Labels that Django makes of the names of fields."""
    for path in sorted(p for folder in ("forms", "sheets") for p in (HOUSE / "web" / folder).glob("*.py")):
        module = import_module(".".join(path.relative_to(HOUSE.parent).with_suffix("").parts))
        for form in vars(module).values():
            if isinstance(form, type) and issubclass(form, forms.BaseForm) and form.__module__ == module.__name__:
                for name, field in getattr(form, "base_fields", {}).items():
                    if field.label is None and not field.widget.is_hidden:
                        yield Said(pretty_name(name), "", named(path))


def _in_choices() -> Iterator[Said]:
    """Labels of choices that a template shows."""
    shown = {name for path in TEMPLATES.rglob("*.html") for name in DISPLAYED.findall(path.read_text(encoding="utf-8"))}
    for model in apps.get_models():
        if model.__module__.startswith("goodword."):
            for field in model._meta.get_fields():
                if getattr(field, "name", "") in shown and getattr(field, "choices", None):
                    for _value, label in field.choices:  # type: ignore[union-attr]
                        yield Said(str(label), "", model.__module__)
