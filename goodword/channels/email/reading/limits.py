"""How much of a mail is looked at: every loop of the reader ends at one of these (issue: any input, 2 s, 300 MB).

The raw mail is always stored by the caller; a limit only bounds what is *shown*, so nothing is ever lost by it.
"""

from __future__ import annotations

MAIL_BYTES = 64 * 1024 * 1024
"""A larger mail is set aside unread, as "too large to show"."""

PARTS = 10_000
"""MIME parts that are told apart; what follows stays inside the last one."""

FALSE_BOUNDARIES = 100_000
"""Lines of one part that begin like its boundary and are none."""

DEPTH = 120
"""Nesting of multiparts and returned messages; deeper content stays a closed attachment."""

SCANNED_BYTES = 400 * 1024 * 1024
"""Bytes searched for boundaries in all levels together, so that depth times size stays bounded."""

HEADER_BYTES = 4 * 1024 * 1024
"""The head of one part; a longer one ends there."""

HEADERS = 2_000
"""Header fields of one part."""

HEADER_VALUE_BYTES = 64 * 1024
"""One header value; the rest of a longer one is not read."""

RECIPIENTS = 2_000
"""Addresses read from one header."""

TEXT_CHARACTERS = 1_000_000
"""Characters of the visible text."""

HTML_CHARACTERS = 3_000_000
"""Characters of HTML that are kept and turned into text."""

HTML_TAGS = 100_000
"""Tags looked at when HTML becomes text."""

REPLY_LINES = 5_000
"""Lines in which the beginning of quoted text is looked for."""

ATTACHMENTS_BYTES = 64 * 1024 * 1024
"""Decoded attachments kept in memory, all together."""

TOO_LARGE = "too large to show"
"""The words under which a mail, or the rest of one, is set aside."""
