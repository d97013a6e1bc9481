from __future__ import annotations
from datetime import timedelta
from goodword.cases import actions as cases, delivery, changes
from goodword.cases.actions import Draft
from goodword.promises import actions, tasks, queries
from goodword.promises.actions import Told
from goodword.people import actions as people
from tests.conftest import mail
H = timedelta(hours=1)

def build(case, ada, ben, at):
    kim = case.customer
    kim.time_zone, kim.name = "Europe/Lisbon", "Kim Hartley"; kim.save(update_fields=["time_zone","name"])
    people.add_identity(kim, "phone", "+351 21 555 01 44", at)
    cases.receive(mail(text="Hello,\n\nmy parcel 4711 has not come, and it is a present for Saturday. Can you find out where it is?\n\nBest\nKim", reply_text="Hello,\n\nmy parcel 4711 has not come, and it is a present for Saturday. Can you find out where it is?\n\nBest\nKim", in_reply_to="", subject=f"[#{case.pk}] Where is my parcel?", message_id="<m2@home>"), at - 26*H)
    m = cases.reply(case, ada, Draft("Dear Kim,\n\nthank you for writing. I will call you at noon with what the carrier says, and I will send the invoice by Thursday.\n\nAda"), at - 25*H)
    delivery.mark(m, "handed_over", at - 25*H)
    actions.make(case, Told(queries.kind_named("callback"), "I will call you at noon with what the carrier says", at - 21*H, "at noon"), ada, at - 25*H, message=m)
    actions.make(case, Told(queries.kind_named("document"), "I will send the invoice by Thursday", at + 76*H, "by Thursday"), ada, at - 25*H, message=m)
    p3 = actions.make(case, Told(queries.kind_named("fix"), "We will repair the zip of the jacket in our own workshop, and it will be as good as new", at + 3*H, "by noon"), ben, at - 24*H)
    cases.note(case, ben, "The carrier has an incident in Lisbon, see https://carrier.example/incidents/77. Do not promise a day before they answer.", at - 23*H)
    actions.deliver(p3, "agent_statement", at - 2*H, by=ben, words="New zip fitted, photo in the workshop folder")
    cases.log_call(case, ada, "voicemail", "Left a message: parcel is in Lisbon since Friday.", at - 20*H)
    tasks.sweep_promises(at - 1*H)
    quoted = "Any news?\n\nOn Sunday, Ada wrote:\n> Dear Kim,\n> thank you for writing. I will call you at noon."
    cases.receive(mail(text=quoted, reply_text="Any news?", subject=f"Re: [#{case.pk}]", message_id="<m3@home>", html="<p>Any <b>news</b>?</p><img src='https://spy.example/x.png'><blockquote>On Sunday…</blockquote>"), at - 3*H)
    m2 = cases.reply(case, ada, Draft("It is still in Lisbon; the carrier has promised me an answer for today."), at - 2*H)
    delivery.bounced(m2, ("kim@home.example",), at - 1*H, "550 5.1.1 <kim@home.example>: Recipient address rejected: User unknown")
    changes.want(case, "The parcel by Saturday, or the money back", at, ada)

def test_pictures(page, new_page, desk, sign_in, picture, case, ada, ben, at, axe):
    build(case, ada, ben, at)
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    page.wait_for_timeout(400)
    page.screenshot(path="/tmp/casework/pics/case-1440.png")
    page.keyboard.press("r")
    page.keyboard.type("Dear Kim,\n\nI will send you a replacement by Friday. I will look into the carrier's answer soon.\n")
    page.wait_for_timeout(1200)
    page.screenshot(path="/tmp/casework/pics/case-1440-chips.png")
    page.evaluate("document.documentElement.dataset.theme='dark'")
    page.screenshot(path="/tmp/casework/pics/case-1440-dark.png")
    phone = new_page({"width": 390, "height": 844}, is_mobile=True, has_touch=True, device_scale_factor=2)
    sign_in(phone, ada)
    phone.goto(f"/cases/{case.pk}")
    phone.wait_for_timeout(400)
    phone.screenshot(path="/tmp/casework/pics/case-390.png", full_page=True)
    page.evaluate("delete document.documentElement.dataset.theme")
    page.goto(f"/cases/{case.pk}")
    page.get_by_role("link", name="It is done").first.click()
    page.wait_for_timeout(400)
    page.screenshot(path="/tmp/casework/pics/sheet-evidence.png")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Close", exact=True).click()
    page.wait_for_timeout(400)
    page.screenshot(path="/tmp/casework/pics/sheet-close.png")
    page.goto(f"/promises/{case.promises.order_by('pk').first().pk}")
    page.wait_for_timeout(300)
    page.screenshot(path="/tmp/casework/pics/promise-1440.png", full_page=True)
    page.goto(f"/cases/{case.pk}?moves={case.promises.order_by('pk').first().pk}")
    page.wait_for_timeout(900)
    page.screenshot(path="/tmp/casework/pics/apology-1440.png")
