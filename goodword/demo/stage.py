"""What the people of the stories do: each word of a script becomes one real action at the stage's own time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from goodword.cases import actions as cases
from goodword.cases.actions import Draft
from goodword.cases.inbound import Inbound, InboundFile
from goodword.cases.models import Case, Message
from goodword.channels.email import queries as email
from goodword.channels.email import taking
from goodword.channels.email.receiving import Envelope
from goodword.demo.almanac import Almanac
from goodword.demo.papers import Paper
from goodword.demo.people import GUESTS, INBOX, SHOP, Guest
from goodword.kit import files
from goodword.notices import actions as notices
from goodword.people.models import Agent
from goodword.promises import queries, replies
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.replies import Moved

Attached = Sequence[Paper]


class Stage:
    """The desk as the stories see it. `now` is moved by the director alone."""

    def __init__(self, almanac: Almanac, agents: dict[str, Agent]) -> None:
        self.almanac = almanac
        self.agents = agents
        self.guests = {guest.key: guest for guest in GUESTS}
        self.now: datetime = almanac.opening
        self.known: dict[str, Case] = {}
        self.mails = 0

    def at(self, distance: int, clock: str, zone: str = "") -> datetime:
        """Returns a moment: working days from today, and a time of day."""
        return self.almanac.at(distance, clock, zone)

    def day(self, distance: int) -> date:
        """Returns a working day by its distance from today."""
        return self.almanac.day(distance)

    def name(self, distance: int) -> str:
        """Returns the name of a working day, as a customer would be told it."""
        return f"{self.almanac.day(distance):%A}"

    def told(self, kind: str, words: str, due: datetime | date, due_words: str = "") -> Told:
        """What a customer is promised; the words of the due are the end of it ("by Thursday") unless given."""
        return Told(queries.kind_named(kind), words, due, due_words or f"by {words.rpartition(' by ')[2]}")

    def mail(self, who: str, subject: str, text: str, *, into: Case | None = None, attached: Attached = ()) -> Case:
        """A customer writes; with `into` they answer our newest message of that case."""
        answered = Message.objects.filter(case=into, is_ours=True).exclude(message_id="").last() if into else None
        return self.take(self.letter(self.guests[who], subject, text, answered, attached))

    def stranger(self, name: str, address: str, subject: str, text: str, attached: Attached = ()) -> Case:
        """Somebody writes who is not among the guests."""
        return self.take(self.letter(Guest("", name, address), subject, text, None, attached))

    def form(self, who: str, subject: str, text: str) -> Case:
        """A customer fills in the form of the shop's page, with the address as they typed it."""
        guest = self.guests[who]
        return cases.receive(
            Inbound(
                channel="form", kind="email", address=guest.address, name=guest.name, subject=subject, text=text,
                reply_text=text, inbox=INBOX,
            ),
            self.now,
        ).case  # fmt: skip

    def letter(
        self, guest: Guest, subject: str, text: str, answered: Message | None, attached: Attached = ()
    ) -> EmailMessage:
        """Returns a mail as the customer's own program would write it."""
        self.mails += 1
        letter = EmailMessage()
        letter["From"] = formataddr((guest.name, guest.address))
        letter["To"] = formataddr((SHOP, answered.from_address if answered else INBOX))
        letter["Subject"] = subject
        letter["Date"] = format_datetime(self.now)
        letter["Message-ID"] = f"<{self.now:%Y%m%d}.{self.mails:04d}@{guest.address.partition('@')[2]}>"
        if answered:
            letter["In-Reply-To"] = answered.message_id
            letter["References"] = " ".join([*answered.references, answered.message_id])
        letter.set_content(f"{text}\n\n{_quoted(answered)}" if answered else text)
        for paper in attached:
            main, _, sub = paper.content_type.partition("/")
            letter.add_attachment(paper.content, maintype=main, subtype=sub, filename=paper.filename)
        return letter

    def take(self, letter: EmailMessage) -> Case:
        """The desk takes a mail in, as it takes any other."""
        taken = taking.take(letter.as_bytes(), Envelope(door="demo", inbox=INBOX), email.ours(), self.now)
        return Case.objects.select_related("customer").get(pk=taken.case or 0)

    def reply(
        self,
        who: str,
        case: Case,
        text: str,
        *,
        makes: Sequence[Told] = (),
        keeps: Sequence[Promise] = (),
        moves: Sequence[Moved] = (),
        attached: Attached = (),
    ) -> list[Promise]:
        """Somebody of ours answers; returns the promises made in the answer."""
        by = self.agents[who]
        kept = tuple(
            InboundFile(files.keep(paper.content, "files"), paper.filename, paper.content_type, len(paper.content))
            for paper in attached
        )
        draft = Draft(text=text, files=kept)
        message = replies.send(case, by, draft, self.now, makes=makes, keeps=keeps, moves=moves)
        notices.read(by, self.now)
        return list(Promise.objects.filter(told_by=message).order_by("id"))

    def call(
        self,
        who: str,
        case: Case,
        outcome: str,
        text: str,
        *,
        makes: Sequence[Told] = (),
        keeps: Sequence[Promise] = (),
        moves: Sequence[Moved] = (),
    ) -> list[Promise]:
        """Somebody of ours logs a call; returns the promises made in it."""
        call = replies.log_call(case, self.agents[who], outcome, text, self.now, makes=makes, keeps=keeps, moves=moves)
        notices.read(self.agents[who], self.now)
        return list(Promise.objects.filter(told_by=call).order_by("id"))

    def note(self, who: str, case: Case, text: str) -> None:
        """Somebody writes internal words."""
        cases.note(case, self.agents[who], text, self.now)


def _quoted(message: Message) -> str:
    """The earlier words under an answer, as mail programs put them."""
    lines = "\n".join(f"> {line}" for line in message.text.splitlines())
    return f"On {message.at:%a, %d %b %Y at %H:%M}, {SHOP} <{message.from_address}> wrote:\n\n{lines}"
