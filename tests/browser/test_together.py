"""Several screens at once: a draft that goes along, who else is here, and a line that is cut again and again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from goodword.cases import actions as cases
from goodword.cases.models import Case
from goodword.people.models import Agent
from goodword.promises.actions import Told, make
from goodword.promises.queries import kind_named
from goodword.sending.models import KeptDraft
from tests.browser.conftest import WIDE, Desk
from tests.browser.cutting import Line
from tests.conftest import mail

SignIn = Callable[[Page, Agent], None]
PROMISES = "I will send you the invoice by Friday."
SHOWN = """() => ['timeline', 'case-head', 'case-panel'].map((id) => {
  const copy = document.getElementById(id).cloneNode(true);
  for (const gone of copy.querySelectorAll('time, script, [name=csrfmiddlewaretoken], [data-present]')) gone.remove();
  return copy.textContent.replace(/\\s+/g, ' ').trim();
})"""


@pytest.fixture
def line(desk: Desk) -> Iterator[Line]:
    """The line to the desk."""
    line = Line(desk.address)
    yield line
    line.close()


@pytest.fixture
def page_at_its_end(browser: Browser, line: Line) -> Iterator[Page]:
    """A browser that reaches the desk through that line; what it says of a lost one is no fault."""
    context = browser.new_context(base_url=line.address, viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_a_draft_goes_along_and_colleagues_see_who_writes(
    page: Page, phone: Page, new_page: Callable[..., Page], sign_in: SignIn, case: Case, ada: Agent, ben: Agent,
    axe: Callable[..., None], picture: Callable[[Page, str], None],
) -> None:  # fmt: skip
    other = new_page()
    for one, who in ((page, ada), (phone, ada), (other, ben)):
        sign_in(one, who)
    other.goto(f"/cases/{case.pk}")
    page.goto(f"/cases/{case.pk}")
    expect(other.get_by_label("Also here").get_by_text("Ada is looking at this")).to_be_attached()
    page.get_by_role("textbox", name="Message").press_sequentially(PROMISES)
    expect(other.locator("#presence")).to_contain_text("Ada is writing")
    expect(other.locator("[data-others]")).to_have_text("Ada is writing")
    picture(other, "also-here")
    axe(other)
    expect(page.get_by_text("Draft saved")).to_be_visible()
    phone.goto(f"/cases/{case.pk}")
    box = phone.get_by_role("textbox", name="Message")
    expect(box).to_have_value(PROMISES)
    expect(phone.get_by_role("group", name="Promise heard: I will send you the invoice by Friday")).to_be_visible()
    box.fill("I will send it by Monday.")
    expect(phone.locator("[data-kept]")).to_have_text("Draft saved")
    page.get_by_role("textbox", name="Message").press_sequentially(" Sorry!")
    expect(page.locator(".draft-elsewhere")).to_contain_text("You have written something else here on another screen.")
    picture(page, "written-elsewhere")
    page.get_by_role("button", name="Take what is there").click()
    expect(page.get_by_role("textbox", name="Message")).to_have_value("I will send it by Monday.")
    expect(page.get_by_role("group", name="Promise heard: I will send it by Monday")).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("textbox", name="Message")).to_have_value("")
    assert not KeptDraft.objects.exists()


def test_a_page_whose_line_is_cut_at_random_ends_equal_to_the_server(
    page_at_its_end: Page, line: Line, sign_in: SignIn, case: Case, ada: Agent, at: datetime
) -> None:
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    page = page_at_its_end
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    expect(page.locator("html")).to_have_attribute("data-line", "open")
    doings: list[Callable[[int], object]] = [
        lambda n: cases.receive(mail(text=f"Letter {n}", token_case=case.pk, message_id=f"<{n}@x>"), at),
        lambda n: cases.note(case, ada, f"Note {n}", at),
        lambda n: make(case, Told(kind_named("callback"), f"Promise {n}", at + timedelta(days=n + 1)), ada, at),
    ]
    for n in range(9):
        if chance.random() < 0.5:
            line.cut()
        chance.choice(doings)(n)
        page.wait_for_timeout(chance.randrange(20, 250))
        line.mend()
    cases.note(case, ada, "The last word", at)
    fresh = page.context.new_page()
    fresh.goto(f"/cases/{case.pk}")
    page.bring_to_front()
    expect(page.locator("#timeline")).to_contain_text("The last word")
    ends = time.monotonic() + 20
    while (shown := page.evaluate(SHOWN)) != (truth := fresh.evaluate(SHOWN)) and time.monotonic() < ends:
        page.wait_for_timeout(50)
    assert shown == truth, f"seed {seed}"
