"""Two thousand broken mails: none raises, none is refused, none leaves anything in its page that acts.

`bench/fuzz-reading` tries a hundred thousand and more.
"""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.channels.email.reading import read
from goodword.cli.mail import read_fields
from tests.channels.reading.mutants import SEEDS, mutant
from tests.channels.showing.harmless import faults_of, shown

FEW = settings(
    max_examples=700, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def agrees(raw: bytes) -> None:
    """What holds for every mail."""
    mail = read(raw)
    assert mail.accepted
    assert mail.error is None, mail.error
    assert mail.is_bounce is (mail.bounce_permanent is not None)
    assert not (mail.is_bounce and mail.is_auto_reply)
    assert not (mail.auto_response_ok and mail.kind != "ordinary")
    assert all(file.size == len(file.content) and "/" not in file.filename for file in mail.attachments)
    read_fields(mail)["text_reply"].encode("utf-8")
    assert faults_of(shown(mail.html).html) == []


@FEW
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_mutated_mail_is_read(seed: int, times: int) -> None:
    agrees(mutant(random.Random(seed), times))


@FEW
@given(st.binary(max_size=600))
def test_any_bytes_are_read(raw: bytes) -> None:
    agrees(raw)


@FEW
@given(st.lists(st.sampled_from([line for seed in SEEDS for line in seed.split(b"\n")]), max_size=60))
def test_lines_of_mails_in_any_order_are_read(lines: list[bytes]) -> None:
    agrees(b"\n".join(lines))
