"""A file of purchases from the shop's own system."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from goodword.kit.tongues import later as _

LARGEST = 30 * 1024 * 1024


class PurchasesForm(forms.Form):
    """One CSV file in UTF-8."""

    file = forms.FileField(
        label="CSV file", help_text=_("In UTF-8, with a head line; taking it again changes nothing.")
    )

    def clean_file(self) -> str:
        """Returns the text of the file; refuses what is too large or no text."""
        given = self.cleaned_data["file"]
        if not isinstance(given, UploadedFile) or (given.size or 0) > LARGEST:
            raise ValidationError(_("At most 30 MB at a time."))
        try:
            text = bytes(given.read()).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("This is no text in UTF-8.")) from None
        if "\0" in text:
            raise ValidationError(_("This is no CSV file."))
        return text

    def text(self) -> str:
        """Returns the text that was checked."""
        return str(self.cleaned_data["file"])
