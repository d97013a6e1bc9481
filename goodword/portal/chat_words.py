"""What the chat says, in the language of the customer."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "open": _("Chat with us"),
    "close": _("Close the chat"),
    "hello": _("Hello! What can we do for you?"),
    "away": _("Nobody is at the desk right now. Write to us all the same: you get the answer by e-mail."),
    "back": _("We are back:"),
    "name": _("Your name"),
    "address": _("Your e-mail address"),
    "why": _("So that the answer reaches you even if you leave."),
    "text": _("Your message"),
    "begin": _("Begin the chat"),
    "send": _("Send"),
    "waits": _("Somebody is on their way. If it takes longer than you can wait, the answer comes by e-mail."),
    "sent": _("Thank you. Your message has arrived, and you get the answer by e-mail."),
    "end": _("End the chat"),
    "ended": _("This chat has ended. Whatever is still to come reaches you by e-mail."),
    "again": _("Write a new message"),
    "promised": _("See what we promised you"),
    "no_address": _("Please give us an e-mail address to which we can answer."),
    "too_often": _("That was a little often. Please try again later."),
    "fault": _("That did not go through. Please try once more."),
    "line": _("No connection. Trying again…"),
}
