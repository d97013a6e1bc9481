"""What the receiving server found about a sender: only its own lines count, and no line is no failure."""

from __future__ import annotations

import pytest

from goodword.channels.email.authentication import Known, fails, found

OURS = "mx.shop.example; "


@pytest.mark.parametrize(
    ("lines", "failed"),
    [
        ([], False),
        ([OURS + "none"], False),
        ([OURS + "dmarc=pass header.from=home.example; spf=fail; dkim=pass"], False),
        ([OURS + "spf=pass smtp.mailfrom=x; dkim=fail; dmarc=fail (p=none) header.from=home.example"], True),
        ([OURS + "spf=fail (not permitted) smtp.mailfrom=x; dkim=none"], True),
        ([OURS + "spf=softfail smtp.mailfrom=x"], True),
        ([OURS + "spf=fail; dkim=pass header.d=home.example"], False),
        ([OURS + "dkim=fail (bad signature); spf=pass"], False),
        ([OURS + "spf=temperror; dkim=temperror"], False),
        ([OURS + "dmarc=none; spf=fail"], True),
        ([OURS + "spf=fail", OURS + "dkim=pass"], False),
        (["MX.shop.example 1; dmarc=FAIL"], True),
        # Lines of others lie below ours and prove nothing, either way.
        ([OURS + "dmarc=fail", "evil.example; dmarc=pass"], True),
        ([OURS + "dmarc=pass", "relay.example; dmarc=fail; spf=fail"], False),
        (["evil (; dmarc=pass; mx"], False),
    ],
)
def test_a_mail_fails_when_our_server_says_so(lines: list[str], failed: bool) -> None:
    assert fails(lines) == failed


KNOWN = Known(domains=("shop.example",))


@pytest.mark.parametrize(
    ("lines", "known", "check"),
    [
        ([OURS + "dmarc=pass header.from=home.example; spf=pass"], KNOWN, "passed"),
        ([OURS + "dkim=pass header.d=home.example; spf=pass"], KNOWN, "passed"),
        ([OURS + "dkim=pass header.i=@mail.else.example; spf=pass"], KNOWN, ""),
        ([OURS + "dkim=pass header.d=example"], KNOWN, ""),
        ([OURS + "spf=pass smtp.mailfrom=home.example"], KNOWN, ""),  # says nothing about the From
        ([OURS + "dmarc=fail"], KNOWN, "failed"),
        ([], KNOWN, ""),
        # Only a server that we know can say that all is well; any receiving one that it is not.
        (["mx.else.example; dmarc=pass"], KNOWN, ""),
        (["mx.shop.example.evil.example; dmarc=pass"], KNOWN, ""),
        (["notshop.example; dmarc=pass"], KNOWN, ""),
        (["mx.else.example; dmarc=fail"], KNOWN, "failed"),
        # A line below the topmost is whatever the sender liked to write.
        (["mx.else.example; dmarc=fail", OURS + "dmarc=pass"], KNOWN, "failed"),
        (["mx.else.example; none", OURS + "dmarc=pass"], KNOWN, ""),
        # Where the servers are named, nobody else is heard.
        (["gateway.example; dmarc=fail", OURS + "dmarc=pass"], Known(names=("mx.shop.example",)), "passed"),
        (["gateway.example; dmarc=fail"], Known(names=("mx.shop.example",)), ""),
    ],
)
def test_a_sender_is_verified_only_by_a_server_that_we_know(lines: list[str], known: Known, check: str) -> None:
    assert found(lines, "kim@home.example", known).check == check


def test_the_finding_says_what_was_found_and_by_whom() -> None:
    line = OURS + "spf=fail (no) smtp.mailfrom=x; dkim=pass; dkim=fail; dmarc=fail"
    assert (
        found([line], "kim@home.example", KNOWN).words == "SPF fail, DKIM fail/pass, DMARC fail, says mx.shop.example"
    )
