"""What is written in a case: reply, note and call, with the promises in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext, gettext_noop

from goodword.cases.models import Outcome
from goodword.kit.text import first_words
from goodword.kit.tongues import labelled
from goodword.kit.tongues import later as _
from goodword.people.models import Health, Identity, IdentityKind
from goodword.promises.models import Kind, Promise
from goodword.web.forms.due import day_field, time_field

MOST_CHIPS = 12
MOST_COPIES = 20
LABELS = {"kind": _("Kind"), "moves": _("What it is"), "day": _("Day"), "time": _("Time"), "reason": _("Reason")}
REASONS = (
    ("no_promise", gettext_noop("It is no promise")),
    ("recorded", gettext_noop("It is recorded already")),
    ("conditional", gettext_noop("It depends on something else")),
    ("no_date", gettext_noop("It has no date yet")),
)
WHY = [(reason, _(words)) for reason, words in REASONS]
WAYS = (("anyway", _("Promise it anyway")), ("counter", _("Offer a likelier date")), ("cannot", _("Say “we cannot”")))


def _area(rows: int, **attributes: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attributes})


class ChipForm(forms.Form):
    """One promise heard: recorded as new, recorded as the new date of an owed one, or dismissed with a reason."""

    record = forms.BooleanField(required=False)
    words = forms.CharField(max_length=1000, widget=forms.HiddenInput)
    due_words = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(required=False)
    day = day_field(required=False)
    time = time_field()
    moves = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    reason = forms.ChoiceField(choices=WHY, required=False)
    touched = forms.BooleanField(required=False, widget=forms.HiddenInput)
    pinned = forms.BooleanField(required=False, widget=forms.HiddenInput)
    why = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    way = forms.ChoiceField(choices=WAYS, required=False, widget=forms.RadioSelect)
    asked = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    instead = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)
    outlook: Any = None  # what the past says of this date, when it says anything
    drafted = ""  # the words for another date or an honest no, when they are known

    def __init__(self, *args: Any, kinds: Sequence[Kind] = (), owed: Sequence[Promise] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [(kind.slug, kind.name) for kind in kinds])
        for field, label in LABELS.items():
            self.fields[field].widget.attrs["aria-label"] = label
        moves = [
            (
                str(promise.pk),
                gettext("New date for “%(first_words)s”") % {"first_words": first_words(promise.words, 60)},
            )
            for promise in owed
        ]
        offer(self, "moves", [("", _("A new promise")), *moves])


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Gives a field of choices what may be chosen."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


ChipSet = forms.formset_factory(ChipForm, extra=0, max_num=MOST_CHIPS, absolute_max=MOST_CHIPS, validate_max=True)


class AddressesField(forms.CharField):
    """Addresses with commas or spaces between them, each checked; at most twenty."""

    def __init__(self, **more: Any) -> None:
        attributes = {"placeholder": "name@company.example, …", "autocomplete": "off", "inputmode": "email"}
        super().__init__(required=False, max_length=4000, widget=forms.TextInput(attrs=attributes), **more)

    def clean(self, value: Any) -> tuple[str, ...]:
        """Returns the addresses; a wrong one is named."""
        found = re.split(r"[\s,;]+", super().clean(value).strip())
        addresses = tuple(dict.fromkeys(one.strip("<>").lower() for one in found if one))
        if len(addresses) > MOST_COPIES:
            raise ValidationError(gettext("At most %(MOST_COPIES)s addresses.") % {"MOST_COPIES": MOST_COPIES})
        for address in addresses:
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(
                    gettext("%(address)s is not an e-mail address.") % {"address": address[:80]}
                ) from None
        return addresses


class ReplyForm(forms.Form):
    """A message to the customer. `seen` is the newest message on the writer's screen."""

    to = forms.ChoiceField(label=_("To"), required=False)
    cc = AddressesField(label=_("Cc"))
    bcc = AddressesField(label=_("Bcc"))
    sender = forms.CharField(label=_("From"), required=False, max_length=320)
    later_day = day_field(_("Day"), required=False)
    later_time = time_field()
    text = forms.CharField(
        label=_("Message"), max_length=100_000, strip=False,
        widget=_area(4, placeholder=_("Write to the customer…"), autocomplete="off"),
    )  # fmt: skip
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)
    closes = forms.BooleanField(required=False)

    def __init__(self, *args: Any, identities: Sequence[Identity] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [(one.address, _named(one)) for one in identities if one.kind == IdentityKind.EMAIL])


def _named(identity: Identity) -> str:
    """Returns an address, with a word when mail to it comes back."""
    return (
        (gettext("%(address)s (mail comes back)") % {"address": identity.address})
        if identity.health == Health.BOUNCING
        else identity.address
    )


class NoteForm(forms.Form):
    """Internal words."""

    text = forms.CharField(
        label=_("Note"),
        max_length=20_000,
        widget=_area(3, placeholder=_("Only colleagues read this…"), autocomplete="off"),
    )


class CallForm(forms.Form):
    """A phone call with its outcome: most reach somebody, so that `c` and `Ctrl Enter` log one."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"), choices=labelled(Outcome.choices), widget=forms.RadioSelect, initial=Outcome.REACHED
    )
    text = forms.CharField(
        label=_("What was said"), max_length=100_000, required=False,
        widget=_area(3, placeholder=_("What was said, and what you promised…"), autocomplete="off"),
    )  # fmt: skip
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)


class OpeningForm(forms.Form):
    """Whom we write to first, and about what."""

    name = forms.CharField(label=_("Name"), max_length=160, required=False)
    address = forms.EmailField(label=_("E-mail address"), max_length=320)
    subject = forms.CharField(label=_("Subject"), max_length=250)
    text = ReplyForm.base_fields["text"]
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)
