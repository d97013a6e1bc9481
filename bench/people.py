"""Names, addresses and sentences for the bulk desk. All of it invented."""

from __future__ import annotations

import random

FIRST = """
    Ada Aino Alba Alma Amir Anouk Arno Astrid Aylin Bela Boris Bruna Carla Chidi Clara Dario Dina Edda Elif Emil
    Enzo Esra Eva Fadi Femi Finn Flora Frida Gita Greta Hana Hugo Ida Imre Ines Iris Ivo Jana Jens Jonas Jule Kaja
    Karim Kira Lale Lars Lea Leon Lina Luca Luz Maja Malik Marta Mats Mila Milo Nadia Nils Noor Nora Olga Omar Otto
    Paula Pia Quinn Rana Remy Rosa Ruben Sami Sara Selma Sven Tara Theo Tilda Timo Uma Vera Viggo Wanda Willem Xenia
    Yara Yuki Zita Zoe
""".split()  # noqa: SIM905  a list of words reads best as words
LAST = """
    Abel Achieng Adler Aksoy Almeida Andersen Baptiste Bauer Becker Berg Bianchi Blom Castro Cohen Conti Costa Dahl
    Delgado Demir Diaz Dubois Dvorak Eriksen Faber Ferrari Fischer Fontaine Garcia Haddad Hansen Hartley Horvat
    Ibrahim Jansen Jensen Kaya Keller Khan Kim Koch Kovacs Kowalski Kruger Lang Larsen Lehmann Leroy Lind Lopez
    Marin Martin Mendes Meyer Moreau Moretti Mwangi Nagy Nakamura Nielsen Novak Nowak Okafor Olsen Ortiz Papp
    Pereira Petrov Popescu Ricci Rossi Roth Ruiz Sato Schmidt Silva Simon Solberg Stein Suzuki Tanaka Toth Varga
    Virtanen Vogel Voss Wagner Weber Winter Wolf Yilmaz
""".split()  # noqa: SIM905  a list of words reads best as words
ZONES = ("Europe/Berlin", "Europe/Madrid", "Europe/London", "Europe/Helsinki", "America/New_York", "Asia/Tokyo")
THINGS = """
    parcel tent boots jacket lantern stove rucksack invoice refund order label voucher sole pole zip hood cartridge
    strap gloves cap groundsheet sleeping-bag map bottle torch socks hat buckle warranty delivery address
""".split()  # noqa: SIM905  a list of words reads best as words
TROUBLES = (
    "has not come",
    "is broken",
    "came in the wrong size",
    "was charged twice",
    "cannot be opened",
    "is not what I ordered",
    "came late",
    "has a fault",
    "does not fit",
    "was left in the rain",
    "shows two of them",
    "is missing from the parcel",
)  # fmt: skip
SENTENCES = (
    "I have waited since the beginning of last week and would like to know where it is.",
    "The number on the paper is the same as the one in your mail.",
    "We leave soon and need it before that.", "It was a present, so this is rather unfortunate.",
    "I have looked everywhere in the house and asked the neighbours.", "A picture is attached.",
    "Could you tell me what happens next, and by when?", "Thank you for looking into it.",
    "I have asked the workshop and they will look at it this afternoon.",
    "You need not send anything back before that.",
    "The carrier says that it was handed over yesterday at noon.", "It is our fault, and I am sorry for the trouble.",
    "I will write to you as soon as I know more, and by tomorrow evening at the latest.",
    "The amount goes back the way it came, which takes the bank two working days.",
    "We have changed the address, so that the next one finds its way.",
    "That model is no longer made; this one follows it.",
    "I have noted that mornings suit you best.", "It weighs a little less and is just as warm.",
)  # fmt: skip
PROMISES = (
    ("email", "I will write to you by then with an answer"), ("callback", "I will call you by then"),
    ("document", "I will send you the papers by then"), ("refund", "The money will be back by then"),
    ("replacement", "A new one will be with you by then"), ("shipment", "The parcel will be with you by then"),
    ("investigate", "I will have found out by then"), ("update", "I will tell you how it stands by then"),
    ("fix", "It will be repaired by then"), ("other", "It will be done by then"),
)  # fmt: skip
PROOFS = {
    "email": "message_sent", "callback": "call_reached", "document": "message_sent", "refund": "provider_event",
    "replacement": "provider_event", "shipment": "provider_event", "investigate": "message_sent",
    "update": "message_sent", "fix": "agent_statement", "other": "agent_statement",
}  # fmt: skip


def subjects(rng: random.Random, count: int) -> list[str]:
    """Subjects as customers write them."""
    return [
        f"{rng.choice(('My', 'The', 'Our'))} {rng.choice(THINGS)} {rng.choice(TROUBLES)} ({rng.randint(1000, 99999)})"
        for _ in range(count)
    ]


def letters(rng: random.Random, count: int) -> list[str]:
    """Bodies of mails, their line ends written as COPY wants them."""
    made = []
    for _ in range(count):
        paragraphs = [" ".join(rng.choices(SENTENCES, k=rng.randint(2, 4))) for _ in range(rng.choice((1, 1, 2, 3)))]
        made.append(r"\n\n".join(["Hello,", *paragraphs, rng.choice(("Regards", "Thank you", "Kind regards"))]))
    return made
