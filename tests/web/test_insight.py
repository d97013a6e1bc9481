"""The pages of figures: what each of the cast sees, how often the database is asked, and the cases behind a figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword.cases.actions import receive
from goodword.insight.folding import count_all
from goodword.insight.tables import Fact, Kudos
from goodword.kit import clock
from goodword.people.models import Agent, Team
from goodword.promises import actions as promises
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.promises.tasks import sweep_promises
from tests.conftest import mail
from tests.web.conftest import Door

PAGES = ("", "team", "company", "forecast", "measures", "measures/broken", "measures/kept", "figures.csv",
         "measures/kept.csv", "measures/wait_us", "measures/wait_us.csv", "waits.csv")  # fmt: skip
MOST_QUERIES = 15


def history(agents: list[Agent], at: datetime, many: int = 24) -> None:
    """Each has promised and kept, but for every sixth; the clock stands a week later."""
    for number in range(many):
        case = receive(mail(f"guest{number}@home.example", f"Words {number}", subject=f"Matter {number}"), at).case
        told = promises.Told(kind_named("refund"), f"Refund {number}", at + timedelta(hours=4))
        promise = promises.make(case, told, agents[number % len(agents)], at)
        if number % 6:
            promises.deliver(promise, "provider_event", at + timedelta(hours=1), by=promise.owner)
    sweep_promises(at + timedelta(hours=5))
    now = at + timedelta(days=7)
    count_all(now)
    clock.make_movable(now)


def test_who_has_no_desk_finds_no_figures(omar: Agent, door: Door) -> None:
    assert {door(omar).get(f"/insight/{page}").status_code for page in PAGES} == {404}


def test_a_page_of_figures_asks_a_bounded_number_of_times(
    ada: Agent, ben: Agent, lena: Agent, at: datetime, door: Door
) -> None:
    history([ada, ben], at)
    client = door(lena)
    for page in PAGES:
        client.get(f"/insight/{page}")
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(f"/insight/{page}?days=365")
        assert answer.status_code == 200
        assert len(asked) <= MOST_QUERIES, (page, [one["sql"][:90] for one in asked])


def test_an_agent_sees_their_own_figures_and_the_teams_sum(ada: Agent, ben: Agent, at: datetime, door: Door) -> None:
    history([ada, ada, ben], at)
    client = door(ada)
    page = client.get("/insight/")
    assert page.context["kept"].n == 16
    assert {row.name: row.beside.n for row in page.context["rows"]}["Kept on time"] == 24
    team = client.get("/insight/team")
    assert "Ben" not in _figures(team)
    assert "funnel" not in team.context
    assert client.get("/insight/company").status_code == 404


def _figures(page: object) -> str:
    """The page without what is told in thanks."""
    return page.content.decode().split("Kept, and thanked for")[0]  # type: ignore[attr-defined]


def test_a_lead_sees_no_team_but_their_own(ada: Agent, lena: Agent, mara: Agent, at: datetime, door: Door) -> None:
    other = Team.objects.create(name="Workshop")
    cora = Agent(email="cora@desk.example", name="Cora", team=other)
    cora.set_unusable_password()
    cora.save(force_insert=True)
    history([ada, cora], at)
    assert _counted(door(lena).get("/insight/team")) == 12
    assert door(lena).get(f"/insight/team?team={other.pk}").status_code == 404
    assert door(lena).get(f"/insight/measures/kept.csv?team={other.pk}").status_code == 404
    assert _counted(door(mara).get("/insight/team")) == 24
    assert _counted(door(mara).get(f"/insight/team?team={other.pk}")) == 12


def _counted(page: object) -> int:
    return next(row.figure.n for row in page.context["rows"] if row.name == "Kept on time")  # type: ignore[attr-defined]


def test_a_figure_leads_to_its_cases_page_by_page(ada: Agent, lena: Agent, at: datetime, door: Door) -> None:
    history([ada], at, many=42)
    client = door(lena)
    first = client.get("/insight/measures/kept?only=all")
    second = client.get(f"/insight/measures/kept{first.context['older']}")
    shown = [row.promise.pk for page in (first, second) for row in page.context["counted"]]
    assert sorted(shown) == sorted(Promise.objects.values_list("pk", flat=True))
    broken = client.get("/insight/measures/broken")
    assert {row.promise.verdict for row in broken.context["counted"]} == {"broken"}
    assert broken.context["figure"].total == len(broken.context["counted"]) == 7


def test_below_its_least_number_a_figure_says_nothing(ada: Agent, at: datetime, door: Door) -> None:
    history([ada], at, many=19)
    page = door(ada).get("/insight/measures/kept?who=me").content.decode()
    assert "not yet: 19 of 20" in page
    assert "of 100" not in page.split("How it is counted")[0].split('aria-label="The figure"')[1]


def test_a_table_names_no_colleague_and_holds_no_formula(ada: Agent, at: datetime, door: Door) -> None:
    history([ada], at)
    text = door(ada).get("/insight/measures/kept.csv?who=me").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 24
    assert sum(int(row["kept"]) for row in rows) == 20
    assert "Ada" not in text


def test_what_is_never_shown_per_person_is_not_found(ada: Agent, at: datetime, door: Door) -> None:
    for key in ("ask_wait", "approval_wait", "wait_us", "steps", "recontact", "rating", "nonsense"):
        assert door(ada).get(f"/insight/measures/{key}?who=me").status_code == 404


def test_thanks_go_once_to_somebody_else_for_a_promise_that_was_kept(
    ada: Agent, ben: Agent, omar: Agent, at: datetime, door: Door, promised: Callable[..., Promise]
) -> None:
    kept, broken = promised("refund"), promised("refund", due=at + timedelta(hours=1))
    promises.deliver(kept, "provider_event", at + timedelta(minutes=5), by=ada)
    sweep_promises(at + timedelta(hours=2))

    def thank(client: Client, promise: Promise) -> int:
        return client.post(f"/promises/{promise.pk}/kudos", {"words": "That was kind."}).status_code

    assert thank(door(omar), kept) == 404
    assert thank(door(ada), kept) == 403
    assert thank(door(ben), broken) == 409
    assert thank(door(ben), kept) == 303
    assert thank(door(ben), kept) == 409
    assert Kudos.objects.get().to == ada
    assert "That was kind." in door(ada).get("/insight/").content.decode()


def test_facts_are_no_rows_of_people(ada: Agent, at: datetime) -> None:
    """Who holds a promise when it breaks and who made it are both in it; nobody else."""
    history([ada], at)
    assert {tuple(fact.persons) for fact in Fact.objects.filter(what="promise")} == {(ada.pk,)}
