"""Time zones as a field that is typed into: a city or a region is enough to find one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from django import forms

from goodword.kit.tongues import later as _

LIST = "zones"
_ODD = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/", "posix/", "right/")


@lru_cache(maxsize=1)
def zones() -> list[str]:
    """Returns the zones worth offering: places, and UTC; older names of the same are known but not offered."""
    return ["UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith(_ODD))]


class ZoneField(forms.CharField):
    """A zone by its name, such as Europe/Berlin; just "Berlin" is understood."""

    def __init__(self, **more: Any) -> None:
        attributes = {"list": LIST, "autocomplete": "off", "spellcheck": "false", "placeholder": "Europe/Berlin"}
        super().__init__(max_length=60, widget=forms.TextInput(attrs=attributes), **more)

    def clean(self, value: Any) -> str:
        """Returns the zone's own name; refuses what is none, and a city that is in two zones."""
        typed = str(super().clean(value)).replace(" ", "_")
        if not typed or typed in available_timezones():
            return typed
        found = [name for name in zones() if name.rpartition("/")[2].lower() == typed.lower()]
        found = found or [name for name in zones() if name.lower() == typed.lower()]
        if len(found) != 1:
            raise forms.ValidationError(_("There is no such time zone. Type a city and choose from the list."))
        return found[0]
