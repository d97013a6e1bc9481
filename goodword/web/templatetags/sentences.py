"""Sentences in the reader's language that hold values, links or marks: `{% sentence %}By {{ name }}{% endsentence %}`.

In English the template stands as it is written. In other languages its words are the key of the translation, and what
stands between them goes where `%(name)s` stands in it. With a number in it, it has two forms:
`{% sentence count n %}…{% plural %}…{% endsentence %}`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, TextNode, Token
from django.template.context import Context
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from goodword.web import times

register = template.Library()
SPACE = re.compile(r"\s+")
DULL = ("name", "length", "pk", "id", "count")
WRITTEN_IN = "en"


class Phrase:
    """One form of a sentence: its key in the catalogues, and the nodes that fill its places."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodes = nodes
        self.places: dict[str, Node] = {}
        names: dict[str, str] = {}
        said = ""
        for node in nodes:
            if isinstance(node, TextNode):
                said += node.s.replace("%", "%%")
                continue
            contents = node.token.contents if node.token else ""
            if contents not in names:
                names[contents] = self._free(_named(contents))
                self.places[names[contents]] = node
            said += f"%({names[contents]})s"
        self.key = SPACE.sub(" ", said).strip()

    def _free(self, name: str) -> str:
        number, free = 1, name
        while free in self.places:
            number += 1
            free = f"{name}_{number}"
        return free


def _named(contents: str) -> str:
    """The name of a place: the last part of its variable ("customer" for `case.customer`), or its tag."""
    words = contents.split()
    if words[0] in ("when", "translate") and len(words) > 1:
        words = words[1:]
    path = [part for part in words[0].partition("|")[0].split(".") if part.isidentifier()] or ["value"]
    return "_".join(path[-2:]) if path[-1] in DULL else path[-1]


class Sentence(Node):
    """A sentence with places; with `count`, in the form that goes with the number."""

    child_nodelists: ClassVar[tuple[str, ...]] = ("one_nodes", "many_nodes")  # type: ignore[misc]

    def __init__(self, one: Phrase, many: Phrase | None, count: FilterExpression | None) -> None:
        self.one, self.many, self.count = one, many, count
        self.one_nodes, self.many_nodes = one.nodes, many.nodes if many else NodeList()

    def render(self, context: Context) -> SafeString:
        """Returns the sentence; where nobody has translated it, it stands in English."""
        number = self.count.resolve(context) if self.count else 1
        phrase = self.many if self.many and number != 1 else self.one
        if (get_language() or WRITTEN_IN).startswith(WRITTEN_IN):
            return phrase.nodes.render(context)
        said = ngettext(self.one.key, self.many.key, int(number)) if self.many else gettext(self.one.key)
        if said == phrase.key:
            return phrase.nodes.render(context)
        places = self.one.places | (self.many.places if self.many else {})
        return SafeString(said % {name: node.render_annotated(context) for name, node in places.items()})


@register.tag
def sentence(parser: Parser, token: Token) -> Sentence:
    """Reads `{% sentence %}…{% endsentence %}` and `{% sentence count n %}…{% plural %}…{% endsentence %}`."""
    words: list[Any] = token.split_contents()[1:]
    if words and (len(words) != 2 or words[0] != "count"):
        raise template.TemplateSyntaxError("A sentence takes nothing, or: count and a number.")
    one = Phrase(parser.parse(("plural", "endsentence")))
    many = Phrase(parser.parse(("endsentence",))) if parser.next_token().contents == "plural" else None
    if many:
        parser.delete_first_token()
    if bool(words) != bool(many):
        raise template.TemplateSyntaxError("A sentence with a count has a plural, and one without has none.")
    return Sentence(one, many, parser.compile_filter(words[1]) if words else None)


@register.filter
def midway(words: str) -> str:
    """Returns a label as it stands within a sentence: in small letters, save in German, where nouns have a capital."""
    return str(words) if (get_language() or WRITTEN_IN).startswith("de") else str(words).lower()


@register.filter(expects_localtime=True)
def dated(at: date | None, form: str) -> str:
    """Writes a day as `date` does, in the order of the reader's language: `{{ day|dated:"j M Y" }}`."""
    written = dict(zip(times.FORMS[WRITTEN_IN], times.forms(), strict=True))
    return date_format(at, written[form]) if at else ""
