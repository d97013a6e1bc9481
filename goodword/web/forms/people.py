"""People and teams as forms of the settings."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import validate_email

from goodword.hours.queries import calendars
from goodword.kit.tongues import later as _
from goodword.people import queries
from goodword.people.models import Agent, Role
from goodword.web.forms.due import day_field
from goodword.web.forms.zones import ZoneField

ROLES = {
    Role.AGENT: _("Agent: answers customers, makes and keeps promises"),
    Role.LEAD: _("Lead: an agent who also decides for others, and hears of what nobody looks after"),
    Role.ADMIN: _("Admin: a lead who also changes these settings"),
    Role.COLLEAGUE: _("Colleague: owns promises and answers questions by e-mail, without the desk's screens"),
    Role.AUDITOR: _("Auditor: sees everything at the desk and changes nothing"),
}


def row_field(nobody: str, **more: Any) -> forms.ModelChoiceField[Any]:
    """Returns a field that chooses a row or none; which rows, the form says with `choose`."""
    return forms.ModelChoiceField(None, required=False, empty_label=nobody, **more)


def choose(form: forms.Form, name: str, rows: Any) -> None:
    """Gives a field of rows what may be chosen."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows


class PersonForm(forms.Form):
    """Somebody who works here, as an admin sees them."""

    name = forms.CharField(max_length=120, help_text=_("Customers see the first name."))
    role = forms.ChoiceField(choices=[(role.value, words) for role, words in ROLES.items()])
    team = row_field(_("No team"))
    stand_in = row_field(
        _("Their team's lead"), label=_("Stand-in"), help_text=_("Who holds their promises while they are away.")
    )
    time_zone = ZoneField(help_text=_("A city is enough: Berlin, Lisbon, New York."))

    def __init__(self, *args: Any, person: Agent | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "team", queries.teams())
        others = queries.able_to_own()
        choose(self, "stand_in", others.exclude(pk=person.pk) if person else others)


class NewPersonForm(PersonForm):
    """Somebody who begins to work here."""

    email = forms.EmailField(
        max_length=254, label=_("Email"), help_text=_("They sign in with it, and notices go there.")
    )
    field_order = ("email", "name", "role", "team", "stand_in", "time_zone")

    def clean_email(self) -> str:
        """Returns the address in the form in which it is stored."""
        address = str(self.cleaned_data["email"]).lower()
        validate_email(address)
        return address


class TeamForm(forms.Form):
    """A team: its lead is called first when nobody takes note of a missed promise."""

    name = forms.CharField(max_length=80)
    lead = row_field(_("Nobody yet: the admins are called"))
    calendar = row_field(_("The default hours"), label=_("Hours"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "lead", queries.leads())
        choose(self, "calendar", calendars())


TONGUES = (
    ("", _("As my browser says")),
    ("en", _("English")),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
)
UNDO = (
    (0, _("Off: it goes out at once")),
    (5, _("5 seconds")),
    (8, _("8 seconds")),
    (15, _("15 seconds")),
    (30, _("30 seconds")),
)


class ProfileForm(forms.Form):
    """What people change about themselves."""

    name = forms.CharField(max_length=120, help_text=_("Customers see the first name."))
    time_zone = ZoneField(help_text=_("Times at the desk are shown on this clock."))
    stand_in = row_field(
        _("My team's lead"), label=_("Stand-in"), help_text=_("Who holds your promises while you are away.")
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=TONGUES, required=False,
        help_text=_("In which you read the desk, and its notices by mail. Customers are written to in theirs."),
    )  # fmt: skip
    signature = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ends each of your mails."),
    )
    undo_seconds = forms.TypedChoiceField(
        label=_("Undo send"),
        coerce=int,
        choices=UNDO,
        required=False,
        help_text=_("How long a reply of yours can be taken back."),
    )

    def __init__(self, *args: Any, person: Agent, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "stand_in", queries.able_to_own().exclude(pk=person.pk))

    def clean_undo_seconds(self) -> int:
        """Returns the seconds; left out, the usual ones."""
        chosen = self.cleaned_data["undo_seconds"]
        return 8 if chosen == "" else int(chosen)


class AbsenceForm(forms.Form):
    """Days away, the last one included, on the clock of whoever is away."""

    first_day = day_field(_("First day away"))
    last_day = day_field(_("Last day away"))
    stand_in = row_field(_("As usual"), label=_("Stand-in"))

    def __init__(self, *args: Any, person: Agent, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "stand_in", queries.able_to_own().exclude(pk=person.pk))

    def clean(self) -> dict[str, Any]:
        """Refuses an end before the start beside its field."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes after the first."))
        return given

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """Returns when the absence starts and ends."""
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        return _morning(first, zone), _morning(last + timedelta(days=1), zone)


def _morning(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
