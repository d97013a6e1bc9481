"""Every address of the house, as the resolver knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import URLResolver, get_resolver

PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def every_address(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Yields each address once per view, with its placeholders."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every_address(pattern, address)
        else:
            yield address


def filled(address: str, things: dict[str, dict[str, object]]) -> str:
    """Returns the path of a real thing. The longest beginning in `things` says which one.

    A placeholder that no beginning knows raises KeyError with its name.
    """
    known: dict[str, object] = {}
    for start in sorted((one for one in things if address.startswith(one)), key=len):
        known |= things[start]

    def put(place: re.Match[str]) -> str:
        return str(known[place.group(1) or place.group(2)])

    return "/" + PLACE.sub(put, address).replace("^", "").replace("$", "")
