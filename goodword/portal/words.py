"""What the customer's page says after each button, and what each button says to the desk in the customer's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from goodword.closing.pages import page_for
from goodword.kit import clock, dates
from goodword.kit.tongues import language_for

LONGEST_QUOTE = 300


@dataclass(frozen=True)
class Answer:
    """The page after a button: one sentence that says what is on record, one what comes of it.

    `asks` puts the message form below it, for those who want to say more.
    """

    title: object
    next: object
    tone: str = "confirmed"
    asks: object = ""


ANSWERS = {
    "received": Answer(
        _("Thank you. We have noted that it has arrived."),
        _("You need not do anything else. If it turns out not to be right after all, write to us here."),
    ),
    "not_there": Answer(
        _("Thank you for telling us. We owe it to you again."),
        _("{who} hears of it right now and gets back to you. You need not ask again."),
        "delivered",
        _("Is there anything that helps us find it?"),
    ),
    "waiting": Answer(
        _("We know that you are waiting."),
        _("{who} has been told that you asked. It should have been us who wrote first."),
        "delivered",
        _("Would you like to add something?"),
    ),
    "wished": Answer(
        _("Thank you. {who} has your wish now."),
        _("You will hear whether that day works. Until then the date that we promised still holds."),
        "delivered",
    ),
    "done": Answer(
        _("Thank you. Then everything is settled."),
        _("If anything comes up after all, this page stays open for you: write to us here at any time."),
    ),
    "still_owed": Answer(
        _("Thank you. We still owe you something, and that stays so."),
        _("What is not done yet, we still do, by the date that we promised. You need not do anything."),
    ),
    "more": Answer(
        _("Thank you for saying so. Then we are not done."),
        _("Your matter is open again, and we have been told."),
        "delivered",
        _("What is missing?"),
    ),
    "written": Answer(
        _("Thank you. Your message has arrived."),
        _("We read it and answer you by e-mail or by phone."),
    ),
}

SCORES = (
    (5, _("Very good")),
    (4, _("Good")),
    (3, _("So-so")),
    (2, _("Not good")),
    (1, _("Bad")),
)

SPOKEN = {
    "waiting": _("I am still waiting for this: “{words}”"),
    "wished": _("This date does not suit me: “{words}”. Better for me: {day}."),
    "done": _("Nothing more, thanks."),
    "more": _("Something is still missing."),
}


def spoken(request: HttpRequest, token: str, button: str, promise: int = 0, wished: date | None = None) -> str:
    """Returns what a button says to the desk, in the language in which its customer read it, with what they added."""
    page = page_for(token, clock.now())
    row = page.promise(promise)
    language = language_of(request, page.reader.language)
    midday = datetime.combine(wished or date.min, time(12), UTC)
    day = dates.day(midday, dates.Reader(language), clock.now()) if wished else ""
    with translation.override(language):
        said = str(SPOKEN[button]).format(words=row.words[:LONGEST_QUOTE] if row else "", day=day)
    added = request.POST.get("text", "").strip()
    return f"{said}\n\n{added}" if added else said


def language_of(request: HttpRequest, known: str) -> str:
    """Returns the language of a page: the customer's where we speak it, else the browser's, else English."""
    return language_for(request.headers.get("Accept-Language", ""), known)
