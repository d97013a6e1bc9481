"""Words in more than one language within a form: those for all, and versions that may be left empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from goodword.outreach.tongues import LANGUAGES, gathered
from goodword.web.forms.macros import LANGUAGES as NAMES


class Spoken(forms.Form):
    """A form whose fields named in `spoken` have a version in each language."""

    spoken: tuple[str, ...] = ("subject", "text")

    def __init__(self, *args: Any, texts: Mapping[str, Mapping[str, str]] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        for code in LANGUAGES:
            for name in self.spoken:
                self.fields[f"{name}_{code}"] = self._version(name, (texts or {}).get(code, {}).get(name, ""))

    def _version(self, name: str, words: str) -> forms.CharField:
        first: Any = self.fields[name]
        rows = forms.Textarea(attrs={"rows": 5}) if isinstance(first.widget, forms.Textarea) else forms.TextInput()
        label = first.label or gettext(name.capitalize())
        return forms.CharField(max_length=first.max_length, required=False, widget=rows, label=label, initial=words)

    def for_all(self) -> list[forms.BoundField]:
        """Returns the fields of every language at once."""
        names = {f"{name}_{code}" for name in self.spoken for code in LANGUAGES}
        return [field for field in self.visible_fields() if field.name not in names]

    def versions(self) -> list[dict[str, Any]]:
        """Returns each language with its fields, whether something is written in it, and whether it is wrong."""
        found = []
        for code in LANGUAGES:
            fields = [self[f"{name}_{code}"] for name in self.spoken]
            is_written = any(field.value() for field in fields)
            is_wrong = any(field.errors for field in fields)
            found.append({"name": NAMES[code], "fields": fields, "is_written": is_written, "is_wrong": is_wrong})
        return found

    def unspoken(self) -> list[str]:
        """Returns the languages in which nothing is written."""
        return [one["name"] for one in self.versions() if not one["is_written"]]

    def texts(self) -> dict[str, dict[str, str]]:
        """Returns the versions that were written."""
        return gathered(self.cleaned_data, self.spoken)

    def plain(self) -> dict[str, Any]:
        """Returns what was given without the versions."""
        names = {f"{name}_{code}" for name in self.spoken for code in LANGUAGES}
        return {name: value for name, value in self.cleaned_data.items() if name not in names}
