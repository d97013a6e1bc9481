"""Builds the demo on an empty desk: people, hours, a mailbox, half a year of small matters and a month of stories."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goodword.cases.models import Case
from goodword.channels.email.models import Mailbox, Security
from goodword.demo import people as cast
from goodword.demo.almanac import Almanac
from goodword.demo.director import Progress, play
from goodword.demo.half_a_year import HalfYear
from goodword.demo.macros import write_macros
from goodword.demo.people import sign_ins
from goodword.demo.rated_past import rate
from goodword.demo.scenes import SCENES
from goodword.demo.stage import Stage
from goodword.demo.website import open_website
from goodword.hours import actions as hours
from goodword.hours.queries import remembered, working_time
from goodword.insight import kudos
from goodword.kit import clock
from goodword.kit.errors import Conflict, NotFound
from goodword.notices.models import Notice
from goodword.people import actions as people
from goodword.people.models import Agent, Company, Customer, IdentityKind, Team
from goodword.promises.links import token_of
from goodword.promises.models import Link, Promise

__all__ = ["build", "customer_page", "sign_ins"]

NOTICES_KEPT_FOR = timedelta(hours=20)


def build(progress: Progress | None = None, now: datetime | None = None) -> bool:
    """Makes an empty desk a demo desk, in one transaction; returns False when it is one already.

    Raises Conflict on a desk where somebody works: a demo is no place for real customers, nor the reverse.
    `progress` is called with how much is done, and of how much. Takes some seconds.
    """
    if clock.is_movable() and Agent.objects.exists():
        return False
    if Agent.objects.exists() or Customer.objects.exists() or Case.objects.exists():
        raise Conflict("This desk is in use. A demo begins on an empty one.", code="desk_in_use")
    try:
        with transaction.atomic(), remembered():
            _build(now or clock.now(), progress)
    finally:
        clock.forget()  # what a rolled-back build said of the clock is not true
    return True


def _build(now: datetime, progress: Progress | None) -> None:
    clock.make_movable()
    founded = now - timedelta(days=365)
    people.introduce(cast.SHOP, founded, reach=cast.INBOX)
    hours.set_hours(
        "Shop", zone=cast.ZONE, week=cast.WEEK, country="DE", region="BE", default=True, at=founded
    )  # fmt: skip
    almanac = Almanac.around(now, working_time())
    stage = Stage(almanac, _agents(founded))
    _guests(founded)
    _mailbox()
    open_website(stage.agents["mara"], founded)
    write_macros(stage.agents["lena"], founded)
    HalfYear(stage).write()
    play(stage, SCENES, progress)
    _kudos(stage)
    rate(stage.at(-20, "09:00"), stage.at(0, "03:00"))
    old = Notice.objects.filter(at__lt=almanac.opening - NOTICES_KEPT_FOR, read_at=None)
    old.update(read_at=almanac.opening, wakes_at=None)
    clock.make_movable(almanac.opening)


def _kudos(stage: Stage) -> None:
    """Lena thanks Ada for one that was not easy."""
    kept = Promise.objects.filter(owner=stage.agents["ada"], verdict="kept", kind__slug="investigate").latest("id")
    words = "Nobody at the carrier picks up in under an hour, and you had the answer before noon."
    kudos.give(kept, words, stage.almanac.opening - timedelta(days=2), stage.agents["lena"])


def _agents(at: datetime) -> dict[str, Agent]:
    """The five who work here: one team, led by Lena."""
    found = {}
    for email, name, role in cast.AGENTS:
        shown = email.partition("@")[0] in cast.SHOWN
        agent = people.add_agent(email, name, role, at, password=cast.PASSWORD if shown else None)
        found[email.partition("@")[0]] = agent
    team = Team.objects.create(name="Front desk", lead=found["lena"])
    for agent in found.values():
        signature = f"Kind regards\n{agent.name}\n{cast.SHOP}"
        people.change_agent(agent, at, found["mara"], team=team, time_zone=cast.ZONE, signature=signature)
    people.change_agent(found["ada"], at, found["mara"], stand_in=found["ben"])
    return found


def _guests(at: datetime) -> None:
    """The customers whom the shop knows, with every way to reach them."""
    for guest in cast.GUESTS:
        identity, _ = people.meet(IdentityKind.EMAIL, guest.address, guest.name, at)
        customer = identity.customer
        customer.time_zone, customer.language = guest.zone, guest.language
        if guest.company:
            customer.company = Company.objects.create(name=guest.company)
        customer.save(update_fields=["time_zone", "language", "company"])
        if guest.phone:
            people.add_identity(customer, IdentityKind.PHONE, guest.phone, at)


def _mailbox() -> None:
    """The shop's address; its mail goes through the demo's own post office, which says its port when it opens."""
    Mailbox.objects.create(
        address=cast.INBOX, name=cast.SHOP, is_default=True, plus_addresses=True, smtp_host="127.0.0.1",
        smtp_security=Security.NONE,
    )  # fmt: skip


def customer_page() -> str:
    """Returns the path of one customer's promise page; raises NotFound on a desk that is no demo."""
    shown = {"case__subject": cast.SHOWN_CASE, "case__customer__name": cast.SHOWN_CUSTOMER}
    link = Link.objects.filter(**shown, revoked_at=None).order_by("id").first() if clock.is_movable() else None
    if link is None:
        raise NotFound("This is no demo desk.")
    return f"/portal/{token_of(link)}"
