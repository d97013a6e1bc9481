"""Formatting in a real browser: by keys, by pasting from a page, and a picture within the text."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from goodword.cases.models import Attachment, Case, Message
from goodword.people.models import Agent

PASTED = """([html, plain, png]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (plain) data.setData("text/plain", plain);
    if (png) data.items.add(new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], png, { type: "image/png" }));
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
}"""
FROM_WORD = (
    "<style>p.MsoNormal{color:red}</style><p class=MsoNormal onclick='x()'>Two <b style='font-weight:normal'>"
    "<span style='font-weight:700'>things</span></b> &amp; a "
    "<a href='https://desk.example/x'>page</a>:</p><ul><li>one</li><li>two<script>alert(1)</script></li></ul>"
)


def test_what_is_formatted_and_pasted_goes_out_as_it_looked(
    page: Page, sign_in: Callable[[Page, Agent], None], case: Case, ada: Agent
) -> None:
    sign_in(page, ada)
    page.goto(f"/cases/{case.pk}")
    field = page.get_by_role("textbox", name="Message")
    field.press_sequentially("Dear ")
    page.keyboard.press("Control+b")
    page.keyboard.type("Kim")
    page.keyboard.press("End")
    page.keyboard.type("\n\n- a\nb\n\n")
    page.evaluate(PASTED, [FROM_WORD, "Two things & a page:\none\ntwo", ""])
    typed = "Dear **Kim**\n\n- a\n- b\n\nTwo **things** & a [page](https://desk.example/x):\n\n- one\n- two"
    expect(field).to_have_value(typed)
    page.keyboard.press("Control+z")
    expect(field).to_have_value(typed[: typed.index("Two")])
    page.evaluate(PASTED, ["", "", "the screw.png"])
    looks = page.get_by_role("group", name="How it looks")
    expect(looks.get_by_role("img", name="the screw.png")).to_have_js_property("complete", True)
    expect(looks.locator("strong")).to_have_text("Kim")
    page.keyboard.press("Control+Enter")
    shown = page.locator("article.ours .message-text")
    expect(shown.get_by_role("img", name="the screw.png")).to_be_visible()
    expect(shown.locator("li")).to_have_text(["a", "b"])
    message = Message.objects.get(is_ours=True)
    assert message.text == "Dear Kim\n\n- a\n- b\n\n[the screw.png]"
    assert Attachment.objects.get().is_inline
