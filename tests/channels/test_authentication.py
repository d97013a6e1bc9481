"""What the receiving server found about a sender: only its own lines count, and no line is no failure."""

from __future__ import annotations

import pytest

from goodword.channels.email.authentication import fails

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
