"""The figures of the scorer on mail that nobody here wrote, as a floor: ../shared/data/mail, where it is present."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from goodword.channels.email.reading import read
from goodword.cli.mail import read_fields

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "data" / "mail"
FLOORS = {
    "from_address": 0.99, "from_name": 0.99, "subject": 0.99, "to": 0.99, "in_reply_to": 0.99, "attachments": 0.99,
    "text_body": 0.97, "text_reply": 0.95, "bounced_recipients": 0.99, "bounce_permanent": 0.985, "is_bounce": 0.99,
    "is_auto_reply": 0.99, "auto_response_ok": 0.99, "text_body_contains": 1.0, "text_reply_contains": 1.0,
    "text_reply_excludes": 1.0,
}  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (CORPUS / "score.py").is_file(), reason="the corpus of real mail (../shared/data/mail) is not here"
)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("scored")
    rows = [json.loads(line) for line in (CORPUS / "open.jsonl").read_text(encoding="utf-8").splitlines()]
    with (folder / "results.jsonl").open("w", encoding="utf-8") as results:
        for row in rows:
            fields = read_fields(read((CORPUS / row["file"]).read_bytes()))
            results.write(json.dumps({**fields, "id": row["id"]}) + "\n")
    command = [
        sys.executable,
        CORPUS / "score.py",
        "--manifest",
        CORPUS / "open.jsonl",
        "--json",
        folder / "scores.json",
    ]
    told = subprocess.run([*command, folder / "results.jsonl"], capture_output=True, text=True, check=True)
    return {**json.loads((folder / "scores.json").read_text()), "told": told.stdout}


def test_no_real_mail_is_lost(scored: dict[str, Any]) -> None:
    assert scored["lost"] == []


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_of_real_mail_is_read_at_least_this_well(field: str, scored: dict[str, Any]) -> None:
    found = scored["fields"][field]
    assert found["ok"] / found["n"] >= FLOORS[field], scored["told"]


def test_the_new_text_is_right_word_by_word(scored: dict[str, Any]) -> None:
    assert scored["fields"]["text_reply"]["f1"] >= 0.98


def test_bounces_and_automatic_replies_are_neither_missed_nor_made_up(scored: dict[str, Any]) -> None:
    figures = {
        line.split(":")[0]: [float(word) for word in line.split() if word.startswith(("0.", "1."))]
        for line in scored["told"].splitlines()
        if ": precision" in line
    }
    assert min(figures["is_bounce"]) >= 0.985
    assert min(figures["is_auto_reply"]) >= 0.97
