"""Inline styles: only properties that set type, colour and boxes, only values that can fetch and cover nothing."""

from __future__ import annotations

import re

PROPERTIES = frozenset({
    "color", "background-color", "background", "font", "font-family", "font-size", "font-style", "font-weight",
    "font-variant", "line-height", "letter-spacing", "word-spacing", "text-align", "text-decoration",
    "text-decoration-line", "text-decoration-color", "text-indent", "text-transform", "vertical-align", "white-space",
    "word-break", "word-wrap", "overflow-wrap", "direction", "border", "border-top", "border-right", "border-bottom",
    "border-left", "border-color", "border-style", "border-width", "border-top-color", "border-top-style",
    "border-top-width", "border-right-color", "border-right-style", "border-right-width", "border-bottom-color",
    "border-bottom-style", "border-bottom-width", "border-left-color", "border-left-style", "border-left-width",
    "border-collapse", "border-spacing", "border-radius", "padding", "padding-top", "padding-right", "padding-bottom",
    "padding-left", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left", "width", "min-width",
    "max-width", "height", "min-height", "max-height", "display", "float", "clear", "list-style-type", "table-layout",
    "caption-side", "empty-cells", "mso-hide",
})  # fmt: skip
_VALUE = re.compile(r"[\w\s#%.,()!'\"/+-]{1,300}")
_FUNCTION = re.compile(r"(?<![\w-])([\w-]*+)\(")
_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla"}
_NEGATIVE = re.compile(r"(?:^|[\s(])-\s*\d")
_DISPLAYS = {"block", "inline", "inline-block", "none", "table", "table-row", "table-cell", "list-item", "inline-table"}
LONGEST = 4_000


def safe_style(style: str) -> str:
    """The declarations that may stay. No url(), no position, nothing drawn outside its box (negative margins)."""
    kept = []
    for declaration in style[:LONGEST].split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        if name in PROPERTIES and _is_safe(name, value):
            kept.append(f"{name}: {value}")
    return "; ".join(kept)


def _is_safe(name: str, value: str) -> bool:
    if not _VALUE.fullmatch(value):
        return False
    if any(function.lower() not in _FUNCTIONS for function in _FUNCTION.findall(value)):
        return False
    if name.startswith(("margin", "text-indent")) and _NEGATIVE.search(value):
        return False
    return name != "display" or value.lower().removesuffix("!important").strip() in _DISPLAYS
