"""Mail made by a seed, of the sorts and in the proportions in which it comes: for measurements, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

WORDS = """
    parcel order invoice delivery address number yesterday please again broken saddle battery charger colour size refund
    card answer phone morning thursday still waiting since written nobody called help thanks kind regards the a my of to
    and in it is was not have you when can could would
""".split()  # noqa: SIM905
FIRST = "Kim Alex Sam Robin Maria Jean Ana Luis Peter Eva Tom Nina Jürgen Zoë André Łukasz".split()  # noqa: SIM905
LAST = "Miller Smith García Müller Dubois Rossi Nowak Jensen de Vries Kowalska Ångström Lee".split()  # noqa: SIM905
INBOX = "help@shop.example"
START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def mails(count: int, seed: int = 1) -> Iterator[bytes]:
    """Yields mails: half of them plain, half with HTML, some with files, a few of robots; a third from the same."""
    chance = random.Random(seed)
    people = [_person(chance, number) for number in range(max(count * 2 // 3, 1))]
    for number in range(count):
        yield _mail(chance, number, chance.choice(people)).as_bytes()


def _person(chance: random.Random, number: int) -> tuple[str, str]:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}", f"customer{number}@mail{number % 500}.example"


def _mail(chance: random.Random, number: int, person: tuple[str, str]) -> EmailMessage:
    name, address = person
    mail = EmailMessage()
    for hop in range(chance.randint(2, 5)):
        mail[f"X-Trace-{hop}"] = " ".join(chance.choices(WORDS, k=18))
    mail["From"] = f'"{name}" <{address}>'
    mail["To"] = f"Shop <{INBOX}>"
    mail["Subject"] = " ".join(chance.choices(WORDS, k=chance.randint(2, 8))).capitalize()
    mail["Date"] = format_datetime(START + timedelta(seconds=40 * number))
    mail["Message-ID"] = f"<{chance.getrandbits(96):x}.{number}@{address.rpartition('@')[2]}>"
    text = _text(chance, name)
    mail.set_content(text + (_quoted(chance) if chance.random() < 0.4 else ""))
    sort = chance.random()
    if sort > 0.5:
        paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
        mail.add_alternative(f"<html><body><div>{paragraphs}</div></body></html>", subtype="html")
    if sort > 0.85:
        picture = b"\x89PNG\r\n\x1a\n" + chance.randbytes(chance.randint(5_000, 60_000))
        mail.add_attachment(picture, maintype="image", subtype="png", filename=f"photo {number}.png")
    if sort < 0.03:
        mail["Auto-Submitted"] = "auto-replied"
    return mail


def _text(chance: random.Random, name: str) -> str:
    paragraphs = [
        " ".join(chance.choices(WORDS, k=chance.randint(8, 60))).capitalize() + "." for _ in range(chance.randint(1, 4))
    ]
    return "\n\n".join(["Hello,", *paragraphs, f"Kind regards\n{name}"])


def _quoted(chance: random.Random) -> str:
    lines = [" ".join(chance.choices(WORDS, k=12)) for _ in range(chance.randint(3, 15))]
    quoted = "\n".join(f"> {line}" for line in lines)
    return f"\n\nOn Mon, Jan 5, 2026 at 9:12 AM Shop <{INBOX}> wrote:\n{quoted}\n"
