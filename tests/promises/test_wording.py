"""What the composer relies on when it listens: spans, words of time, who promises, open ends, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module

import pytest

from goodword.hours.rules import ALWAYS_NINE_TO_FIVE
from goodword.promises.wording import AGENT, COMPANY, THIRD, Heard, hear
from goodword.promises.words import english_kinds, foreign
from tests.promises.test_wording_said import BERLIN, NOW


def listen(text: str, **more: str) -> list[Heard]:
    return hear(text, now=NOW, hours=ALWAYS_NINE_TO_FIVE(BERLIN), zone=BERLIN, **more)


def test_a_promise_is_shown_in_the_text_with_its_words_of_time() -> None:
    text = "Hi Kim,\nthanks for waiting. I'll call you tomorrow at 3.\nAda"
    (promise,) = listen(text)
    assert text[promise.start : promise.end] == promise.span == "I'll call you tomorrow at 3"
    assert promise.due_text == "tomorrow at 3"
    assert promise.due == datetime(2026, 3, 5, 14, tzinfo=UTC)
    assert not promise.due_is_day


def test_a_day_is_told_from_a_time_of_day() -> None:
    assert listen("I'll send it by Friday.")[0].due_is_day
    assert listen("I'll send it within 2 business days.")[0].due_is_day
    assert not listen("I'll send it by Friday noon.")[0].due_is_day
    assert not listen("I'll send it in an hour.")[0].due_is_day


def test_an_open_end_keeps_its_words_and_has_no_due() -> None:
    for text, words in (
        ("We'll get back to you soon.", "soon"),
        ("I'll call you as soon as the part arrives.", "as soon as"),
        ("We'll look into it.", ""),
    ):
        (promise,) = listen(text)
        assert promise.due is None
        assert words in promise.due_text


def test_who_promises_is_told() -> None:
    assert listen("I'll call you.")[0].who == AGENT
    assert listen("We'll call you.")[0].who == COMPANY
    assert listen("Your refund will be processed.")[0].who == COMPANY
    assert listen("The courier will deliver it tomorrow.")[0].who == THIRD


def test_what_waits_for_the_customer_is_no_promise() -> None:
    assert not listen("Please send us your order number and we'll look into it.")
    assert not listen("If you return it, we'll refund you.")


def test_what_is_done_while_both_are_there_is_no_promise() -> None:
    assert not listen("I'll check that for you.", channel="chat")
    assert listen("I'll check that for you.", channel="email")


def test_a_bare_time_answers_the_question_when() -> None:
    (promise,) = listen("By Friday noon.", channel="chat", context="And when will I get my refund?")
    assert (promise.kind, promise.due) == ("refund", datetime(2026, 3, 6, 11, tzinfo=UTC))
    assert not listen("By Friday noon.", channel="chat", context="Thank you!")


def test_days_before_a_day_that_was_named_are_counted_back() -> None:
    (promise,) = listen("We're set for Saturday 14 March. I'll send the menu a couple of days before.")
    assert promise.due == datetime(2026, 3, 12, 16, tzinfo=UTC)


def test_the_language_may_be_named_or_is_heard() -> None:
    assert listen("Ich melde mich morgen bei Ihnen.")[0].kind == "update"
    assert listen("Ich melde mich morgen bei Ihnen.", language="de-AT")[0].kind == "update"
    assert listen("I'll call you tomorrow.", language="pl")[0].kind == "callback"


def test_every_kind_that_is_heard_is_one_of_the_desk() -> None:
    known = {row[0] for row in import_module("goodword.promises.migrations.0003_first_kinds").KINDS}
    heard = {row[0] for row in english_kinds.KINDS} | {row[0] for row in english_kinds.END}
    heard |= {kind for forms in foreign.LANGUAGES.values() for kind, _ in forms.kinds}
    assert heard <= known


def test_long_and_hostile_texts_are_read() -> None:
    for text in (
        "I'll " * 4000,
        "(" * 20_000,
        "we will call you, and " * 900,
        "\x00\ud800 I'll call you",
        "1/2/3/4/5 " * 2000,
    ):
        listen(text)


def run(lines: str) -> tuple[int, list[dict[str, object]], str]:
    """Runs `goodword promises hear` as people do."""
    code = "import sys; from goodword.cli.main import main; main(prog_name='goodword')"
    done = subprocess.run(
        [sys.executable, "-c", code, "promises", "hear"], input=lines.encode(), capture_output=True, timeout=60
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def test_the_command_answers_each_line_and_names_the_one_it_cannot_read() -> None:
    good = {
        "id": "a",
        "text": "I'll ring you on Friday.",
        "now": "2026-03-04T10:00",
        "timezone": BERLIN,
        "context": None,
    }
    code, out, words = run(f"{json.dumps(good)}\nnot json\n{json.dumps(good | {'id': 2, 'timezone': 'Mars'})}\n")
    assert code == 1
    assert out[0] == {
        "id": "a",
        "promises": [
            {
                "span": "I'll ring you on Friday", "kind": "callback", "due": "2026-03-06T17:00+01:00",
                "due_text": "on Friday", "who": "agent",
            }
        ],
    }  # fmt: skip
    assert "error" in out[1]
    assert out[2]["id"] == 2
    assert "timezone" in str(out[2]["error"])
    assert "line 2" in words


@pytest.mark.parametrize("line", ["", '{"id": 1, "text": "Thank you.", "now": "2026-03-04T10:00Z"}'])
def test_the_command_is_content_with_nothing(line: str) -> None:
    code, out, words = run(line)
    assert (code, words) == (0, "")
    assert all(one["promises"] == [] for one in out)


def test_listening_needs_neither_django_nor_a_database() -> None:
    code = (
        "import sys; import goodword.cli.promises, goodword.cli.closing;"
        "print(sorted(name for name in ('django', 'psycopg', 'procrastinate', 'numpy') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout.strip() == b"[]"


def test_the_full_stop_behind_an_hour_is_none_of_its_words() -> None:
    for text in ("I'll call you tomorrow at 3 pm.", "I'll call you tomorrow at 3 pm.\nimage.png"):
        assert [heard.span for heard in listen(text)] == ["I'll call you tomorrow at 3 pm"]
