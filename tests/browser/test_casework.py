"""Two matters in one case, and mail that nobody wants: done and taken back, by mouse and by one key."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from goodword.cases.models import Case
from goodword.people.models import Agent
from tests.browser import scenes

SignIn = Callable[[Page, Agent], None]
Look = Callable[..., None]


def test_a_case_is_split_and_whole_again_and_spam_is_one_key(
    page: Page, sign_in: SignIn, axe: Look, ada: Agent, lena: Agent, at: datetime
) -> None:
    *_, case, spam = scenes.full_desk(ada, lena, at)
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    page.get_by_label("More for this case").click()
    page.get_by_role("link", name="Split off messages").click()
    page.locator("#sheet-body input[name=messages]").first.check()
    axe(page)
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page).not_to_have_url(re.compile(rf"/cases/{case.pk}$"))
    page.get_by_role("button", name="Undo the split").click()
    expect(page).to_have_url(re.compile(rf"/cases/{case.pk}$"))
    page.goto(f"/cases/{spam.pk}")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("!")
    expect(page.get_by_role("button", name="Not spam")).to_be_visible()
    axe(page)
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="Not spam")).to_have_count(0)
    assert Case.objects.get(pk=spam.pk).status == "open"
