"""What the demo's customers find on the shop's own site: a help centre, the form and the chat, all of them open."""

from __future__ import annotations

from datetime import datetime

from goodword.channels.form.actions import set_website
from goodword.demo import people as cast
from goodword.people.models import Agent
from goodword.policies.actions import Words, publish

RETURNS = """\
You may send anything back within 30 days, for whatever reason.

- It is unused and in its box.
- You have the order number. It stands in the mail with which we confirmed your order.

## How it goes

1. Write to us with your order number. You get a label for the parcel on the same working day.
2. Put the label on the box and hand it in at any parcel shop.
3. We write to you when it has arrived, and tell you on which day the money is with you."""
REFUND = """\
The money goes back the way it came, within five working days after your parcel has reached us.

- Card and wallet: two to five working days, depending on your bank.
- Invoice: we send it to the account from which you paid.

We tell you the day on which it is with you. If it is not there on that day, write to us: then it is our turn."""
PARCEL = """\
Parcels leave our house in Berlin on the day of the order if it comes in before noon, Monday to Friday.

- Germany: one to two working days.
- The rest of the European Union, Switzerland and Norway: three to six working days.
- The United Kingdom: four to seven working days, with customs paid by us.

A parcel that has not moved for three days is lost in our eyes. Write to us, and we send another one the same day."""
LANTERN = """\
Most lanterns that do not charge have a dirty contact. This takes two minutes:

1. Unplug it and open the flap on its back.
2. Rub the two golden contacts with a dry cloth.
3. Use another cable, and a plug that gives at least 10 watts.

The small light turns amber while it charges, and green when it is full.

If it stays dark, write to us. Within two years you get a new one, and you need not send the old one first."""
BOOTS = """\
Our boots run a little small. If you are between two sizes, take the larger one.

Measure in the evening, standing, with the socks that you will wear, from heel to toe:

- 25.5 cm is a 40.
- 26.2 cm is a 41.
- 26.8 cm is a 42.
- 27.5 cm is a 43.

Not sure? Order two pairs and send one back. The way back costs you nothing."""
RUECKGABE = """\
Sie können alles innerhalb von 30 Tagen zurückgeben, aus welchem Grund auch immer.

- Es ist unbenutzt und in seiner Schachtel.
- Sie haben die Bestellnummer. Sie steht in der Mail, mit der wir Ihre Bestellung bestätigt haben.

Schreiben Sie uns. Den Aufkleber für das Paket bekommen Sie am selben Werktag."""
INSIDE = "What a colleague may grant without asking: see the remedies. Never ask for a reason that nobody needs."
ARTICLES = (
    ("Sending something back", "Returns and refunds", RETURNS, "en"),
    ("When do I get my money back?", "Returns and refunds", REFUND, "en"),
    ("Where is my parcel?", "Delivery", PARCEL, "en"),
    ("The lantern no longer charges", "Repairs", LANTERN, "en"),
    ("Which size of boots is mine?", "Before you buy", BOOTS, "en"),
    ("Etwas zurückgeben", "Rückgabe", RUECKGABE, "de"),
)


def open_website(mara: Agent, at: datetime) -> None:
    """Publishes the articles, and opens form, help centre and chat."""
    for title, topic, text, language in ARTICLES:
        words = Words(title, INSIDE, text, in_help_centre=True, help_topic=topic, language=language)
        publish(words, at, mara)
    set_website(
        at, mara, sites=[], inbox=cast.INBOX, form_is_on=True, help_is_on=True, help_is_found=False,
        help_intro="Answers to what people ask us most. And if yours is not there: there are people here.",
        chat_is_on=True, chat_greeting="", chat_colour="#2f5d50", chat_hours_id=None,
    )  # fmt: skip
