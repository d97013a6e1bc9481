"""A part that fetches itself replaces only itself: the target that htmx inherits would be the whole page."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = sorted(Path("goodword").glob("*/templates/**/*.html"))
FETCHES_ITSELF = re.compile(r"<\w+\b[^>]*hx-trigger=\"(?:load|revealed|intersect)[^>]*>")


def test_every_part_that_fetches_itself_says_what_it_replaces() -> None:
    found = [(path, tag) for path in TEMPLATES for tag in FETCHES_ITSELF.findall(path.read_text())]
    assert len(found) > 5
    assert [path for path, tag in found if "hx-target" not in tag] == []
