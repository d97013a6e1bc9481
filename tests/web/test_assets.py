"""Styles and scripts: few, small, and kept for a year."""

from __future__ import annotations

import gzip
import re

from django.test import Client

from goodword.people.models import Agent
from goodword.web.assets import shelf
from tests.web.test_doors import signed_in

PARTS = ("css/components/", "css/screens/")
FIRST_LOAD = 100_000  # bytes, packed


def test_a_first_visit_costs_less_than_100_kilobytes(ada: Agent) -> None:
    page = signed_in(ada).get("/", headers={"Accept-Encoding": "gzip"}).content
    named = set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', gzip.decompress(page).decode()))
    assets = {name: asset for name, asset in shelf().assets.items() if name.startswith("js/")}
    linked = [Client().get(address, headers={"Accept-Encoding": "gzip"}) for address in named]
    assert all(answer["Content-Encoding"] == "gzip" for answer in linked)
    total = len(page) + sum(len(answer.content) for answer in linked)
    total += sum(len(asset.packed) for asset in assets.values())
    assert total < FIRST_LOAD


def test_an_asset_is_kept_for_a_year_and_an_older_page_still_gets_one(db: None) -> None:
    current = Client().get(f"/assets/{shelf().version}/css/desk.css")
    assert "immutable" in current["Cache-Control"]
    assert current.content.startswith(b"/* The order in which layers win")
    older = Client().get("/assets/aaaaaaaaaaaa/css/desk.css")
    assert (older.status_code, older["Cache-Control"]) == (200, "no-cache")


def test_nothing_but_assets_is_served(db: None) -> None:
    for name in ("../settings.py", "css/../../assets.py", "templates/layouts/base.html", "css/none.css"):
        assert Client().get(f"/assets/{shelf().version}/{name}").status_code == 404


def test_every_style_says_its_layer() -> None:
    """Styles are joined in any order: one outside a layer would win over everything."""
    for name, asset in shelf().assets.items():
        if name.startswith(("css/base/", *PARTS)):
            text = re.sub(r"/\*.*?\*/", "", asset.body.decode(), flags=re.DOTALL).strip()
            assert text.startswith("@layer "), name


def test_styles_take_their_colours_from_the_tokens() -> None:
    """A colour written elsewhere would stay as it is in the dark (the white sheet of a foreign mail shall)."""
    own = re.compile(r":[^;{}]*#(?!fff\b)[0-9a-f]{3,8}\b[^;{}]*;")
    styles = {name: asset.body.decode() for name, asset in shelf().assets.items() if name.startswith(PARTS)}
    assert not [name for name, style in styles.items() if own.search(style)]
