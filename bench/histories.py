"""One case after the other: its mails, its promises and their dues and proofs, its check, and the ledger of it all."""

from __future__ import annotations

from typing import Any

import people
from world import CHECKING, LONG_CASES, NEVER, OPEN, WAITING

INBOX = "help@larch.example"
VERDICTS = ("kept",) * 16 + ("kept_renegotiated",) * 2 + ("broken",) * 2
MONTHS_OF_LINK = 180 * 1440


class Histories:
    """Writes cases into the tables of a world; counts messages and promises through."""

    def __init__(self, world: Any) -> None:
        self.world, self.rng = world, world.rng
        self.messages = self.promises = 0

    def case(self, number: int, *, alive: bool) -> None:
        w, rng = self.world, self.rng
        self.number = number
        self.customer = 1 + int(w.customers * rng.random() ** 1.4)
        self.agent = rng.randint(1, w.agents)
        self.subject = rng.choice(w.subjects)
        self.clock = self._begins(number, alive)
        self.owed: list[int] = []
        began = self.clock
        status = self._status(alive)
        self._line("case.started", "case", number, "customer", self.customer, '{"channel": "email"}')
        self._talk(1 if w.all_owed else self._length())
        made = self._promises(status)
        closed_how = self._end(status, made)
        last = min(self.clock, w.now)
        unowned = status == "open" and not w.all_owed and rng.random() < w.unowned
        owner = NEVER if unowned else self.agent
        closed = w.at(last) if status == "closed" else NEVER
        wakes = w.at(w.now + rng.randint(60, 9000)) if status == "waiting" and rng.random() < 0.5 else NEVER
        next_due = w.at(min(self.owed)) if self.owed else NEVER
        w.case.add(
            f"{number}\t{self.subject}\t{self.customer}\t{self.customer}\t{INBOX}\t{owner}\t{status}\t{wakes}\t"
            f"{people.SENTENCES[number % len(people.SENTENCES)]}\t{w.at(last)}\t{self.messages}\t"
            f"{'t' if status == 'open' and number % 2 else 'f'}\t{len(self.owed)}\t{next_due}\t{closed_how}\t{closed}\t"
            f"{w.at(began)}"
        )

    def _begins(self, number: int, alive: bool) -> int:
        """Cases come evenly over the years; those that are still alive began in the last weeks."""
        w = self.world
        if alive:
            return int(w.now - self.rng.randint(600, 14 * 1440))
        return int(w.first + (w.now - 45 * 1440 - w.first) * number // w.cases)

    def _status(self, alive: bool) -> str:
        if self.world.all_owed:
            return "checking" if self.number % 10 == 0 else "open"
        lively = self.rng.choices(("open", "waiting", "checking"), (OPEN, WAITING, CHECKING))[0]
        return str(lively) if alive else "closed"

    def _length(self) -> int:
        if self.rng.random() < LONG_CASES:
            return 120
        return 2 + min(int(self.rng.expovariate(0.8)), 30)

    def _line(self, verb: str, kind: str, row: int, by: str = "", who: int | str = NEVER, data: str = "{}") -> None:
        at = self.world.at(min(self.clock, self.world.now))
        self.world.entry.add(f"{at}\t{at}\t{verb}\t{self.number}\t{kind}\t{row}\t{by}\t{who}\t{data}")

    def _talk(self, length: int) -> None:
        """Mails to and fro, the customer's first."""
        pause = 2880 if length < 50 else 200
        previous = ""
        for turn in range(length):
            previous = self._mail(ours=turn % 2 == 1, previous=previous)
            self.clock = min(self.clock + self.rng.randint(20, pause), self.world.now)
        if self.number % 7 == 0:
            words = people.SENTENCES[self.number % len(people.SENTENCES)]
            self.world.note.add(f"{self.number}\t{self.agent}\t{words}\t{self.world.at(self.clock)}")

    def _mail(self, *, ours: bool, previous: str) -> str:
        w = self.world
        self.messages += 1
        pk, at, text = self.messages, w.at(self.clock), self.rng.choice(w.letters)
        theirs = w.address_of(self.customer)
        mail_id = f"<m{pk}@{'larch' if ours else 'post'}.example>"
        author, sender, to = (self.agent, INBOX, theirs) if ours else (NEVER, theirs, INBOX)
        name, delivery = ("Agent", "handed_over") if ours else ("", "received")
        if ours and self.rng.random() < 0.004:
            delivery = "bounced"
        w.message.add(
            f"{pk}\t{self.number}\temail\t{'t' if ours else 'f'}\t{author}\t{self.customer}\t{name}\t{sender}\t"
            f"{{{to}}}\t{'Re: ' if previous else ''}{self.subject}\t{text}\t"
            f"{text}\t{mail_id}\t{previous}\t{{{previous}}}\t{at}\t"
            f"{delivery}\t{at if ours else NEVER}"
        )
        if pk % 9 == 0:
            w.attachment.add(f"{pk}\tfiles/{pk % 256:02x}/{pk:062x}\tphoto.jpg\timage/jpeg\t{20_000 + pk % 900_000}")
        if ours:
            self._line("message.written", "message", pk, "agent", self.agent)
            self._line("message.handed_over", "message", pk, data='{"words": "250 taken"}')
            w.outgoing.add(f"{pk}\tmessage:{pk}\t{{{theirs}}}\t{mail_id}\toutgoing/{pk:064x}\tsent\t{at}\t{at}")
        else:
            self._line("message.received", "message", pk, "customer", self.customer, '{"thanks": false}')
            w.arrival.add(f"mail/{pk:064x}\t{pk:064x}\t4200\timap\t{at}\tstarted\t{self.number}\t{pk}")
        return mail_id

    def _promises(self, status: str) -> int:
        """What was promised in this case; returns how many promises."""
        chance = {"open": 0.6, "waiting": 0.3, "checking": 1.0, "closed": 0.55}[status]
        if not self.world.all_owed and self.rng.random() > chance:
            return 0
        count = 2 if not self.world.all_owed and self.rng.random() < 0.15 else 1
        for _ in range(count):
            if status in ("open", "waiting"):
                self._owe()
            else:
                self._deliver(confirmed=status == "closed" and self.rng.random() < 0.8)
        expires = self.world.at(self.clock + MONTHS_OF_LINK)
        self.world.link.add(f"{self.number}\t{self.world.at(self.clock)}\t{expires}")
        return count

    def _promise(self, made: int, due: int, first: int, rest: str) -> None:
        w = self.world
        kind, words = people.PROMISES[self.promises % len(people.PROMISES)]
        w.promise.add(
            f"{self.promises}\t{self.number}\t{w.kinds[kind]}\t{words}\t{self.agent}\t{self.agent}\t{w.at(made)}\t"
            f"{self.messages}\t{rest.format(due=w.at(due), first=w.at(first))}"
        )
        self._due(first, made)
        if first != due:
            self._due(due, made + 5)
        data = f'{{"words": "{words}", "status": "owed", "verdict": "pending", "owner": {self.agent}}}'
        self._line("promise.made", "promise", self.promises, "agent", self.agent, data)

    def _due(self, due: int, told: int) -> None:
        at = self.world.at(told)
        self.world.due.add(
            f"{self.promises}\t{self.world.at(due)}\tby then\t{self.agent}\t{at}\t{self.messages}\t{at}\ttold"
        )

    def _owe(self) -> None:
        w, rng = self.world, self.rng
        self.promises += 1
        late = not w.all_owed and rng.random() < 0.06
        due = w.now - rng.randint(30, 2000) if late else w.now + rng.randint(2 * 1440, 30 * 1440)
        soon = not late and not w.all_owed and rng.random() < 0.3
        if soon:
            due = w.now + rng.randint(90, 1440)
        made = min(self.clock, due - 600)
        risk = due - 480
        stage = "overdue" if late else "at_risk" if risk <= w.now else "calm"
        wakes = w.now + rng.randint(30, 400) if late else due - 60 if stage == "at_risk" else risk
        wakes = max(wakes, w.now + 1)
        verdict, judged = ("broken", w.at(due)) if late else ("pending", NEVER)
        self.owed.append(due)
        self._promise(
            made, due, due,
            f"owed\t{verdict}\t{judged}\t{{due}}\tEurope/Berlin\t{{first}}\tf\t{w.at(risk)}\t{w.at(due - 60)}\t"
            f"{stage}\t{1 if late else 0}\t{NEVER}\t{NEVER}\t{w.at(wakes)}",
        )  # fmt: skip

    def _deliver(self, *, confirmed: bool) -> None:
        w, rng = self.world, self.rng
        self.promises += 1
        made, verdict = self.clock, rng.choice(VERDICTS)
        due = made + rng.randint(600, 5000)
        first = due - 300 if verdict == "kept_renegotiated" else due
        done = due + rng.randint(10, 2000) if verdict == "broken" else due - rng.randint(5, 250)
        self.clock = min(max(done, made + 1), w.now)
        done = self.clock
        judged = w.at(min(done, due))
        self._promise(
            made, due, first,
            f"{'confirmed' if confirmed else 'delivered'}\t{verdict}\t{judged}\t{{due}}\tEurope/Berlin\t{{first}}\t"
            f"{'t' if first != due else 'f'}\t{w.at(due - 240)}\t{w.at(due - 60)}\tcalm\t0\t{w.at(done)}\t"
            f"{w.at(done) if confirmed else NEVER}\t{NEVER}",
        )  # fmt: skip
        kind = people.PROMISES[self.promises % len(people.PROMISES)][0]
        proof = "customer_word" if confirmed else people.PROOFS[kind]
        w.evidence.add(f"{self.promises}\t{proof}\t{NEVER}\t{self.agent}\t{w.at(done)}")
        data = f'{{"evidence": "{proof}", "verdict": "{verdict}"}}'
        self._line("promise.delivered", "promise", self.promises, "agent", self.agent, data)

    def _end(self, status: str, promises: int) -> str:
        """The check after delivery and the end of the case; returns how it was closed."""
        w = self.world
        at, later = w.at(self.clock), w.at(w.now + self.rng.randint(60, 2880))
        if status == "checking":
            w.check.add(f"{self.number}\tscheduled\t{at}\t0\t{NEVER}\t\t{NEVER}\t{later}")
            self._line("check.scheduled", "check", self.number)
        if status != "closed":
            return ""
        if not promises:
            how = "no_matter" if self.rng.random() < 0.3 else "word"
        else:
            how = "word" if self.rng.random() < 0.75 else "silence"
            self.clock = min(self.clock + 1440, w.now)
            at = w.at(self.clock)
            said = f"answered\t{at}\t1\t{at}\tdone\t{at}" if how == "word" else f"silent\t{at}\t2\t{at}\t\t{NEVER}"
            w.check.add(f"{self.number}\t{said}\t{NEVER}")
            self._line("check.asked", "check", self.number, data='{"attempt": 1}')
        self._line("case.closed", "case", self.number, data=f'{{"how": "{how}"}}')
        return how
