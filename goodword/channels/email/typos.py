"""The address that was probably meant: kim@gmial.com -> kim@gmail.com. Pure, a table and an edit distance."""

from __future__ import annotations

from collections.abc import Iterable

# The domains under which most private mail of the world is read, the most used first.
PROVIDERS = (
    "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com", "msn.com", "me.com",
    "googlemail.com", "proton.me", "protonmail.com", "mail.com", "ymail.com", "zoho.com", "fastmail.com", "hey.com",
    "gmx.de", "web.de", "t-online.de", "freenet.de", "gmx.net", "gmx.at", "gmx.ch", "posteo.de", "mailbox.org",
    "1und1.de", "arcor.de", "bluewin.ch", "hotmail.de", "yahoo.de", "outlook.de", "live.de", "icloud.de",
    "orange.fr", "free.fr", "wanadoo.fr", "laposte.net", "sfr.fr", "hotmail.fr", "yahoo.fr", "outlook.fr", "live.fr",
    "libero.it", "virgilio.it", "tiscali.it", "alice.it", "hotmail.it", "yahoo.it", "terra.es", "telefonica.net",
    "hotmail.es", "yahoo.es", "outlook.es", "ziggo.nl", "kpnmail.nl", "hetnet.nl", "planet.nl", "live.nl", "telenet.be",
    "skynet.be", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "sky.com", "virginmedia.com", "comcast.net",
    "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "rogers.com", "shaw.ca", "bigpond.com",
    "uol.com.br", "bol.com.br", "terra.com.br", "wp.pl", "onet.pl", "o2.pl", "interia.pl", "seznam.cz", "centrum.cz",
    "mail.ru", "yandex.ru", "rambler.ru", "bk.ru", "ukr.net", "qq.com", "163.com", "126.com", "naver.com", "daum.net",
    "rediffmail.com", "docomo.ne.jp", "ezweb.ne.jp", "yahoo.co.jp", "softbank.ne.jp",
)  # fmt: skip
_KNOWN = frozenset(PROVIDERS)
ENDINGS = {
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "xom": "com", "cm": "com", "om": "com",
    "co": "com", "coom": "com", "nte": "net", "ent": "net", "ne": "net", "rog": "org", "ogr": "org",
}  # fmt: skip
FARTHEST = 2


def likely_meant(address: str, known: Iterable[str] = ()) -> list[str]:
    """Returns what was probably meant instead of `address`, likeliest first, at most three.

    `known` are other addresses of the same customer: one that differs by a slip comes first.
    """
    local, at, domain = address.strip().lower().rpartition("@")
    if not at or not local or not domain:
        return []
    found = [other.lower() for other in known if 0 < distance(address.lower(), other.lower()) <= FARTHEST]
    found += [f"{_tidied(local)}@{one}" for one in _domains(domain)]
    if domain in _KNOWN and _tidied(local) != local:
        found.append(f"{_tidied(local)}@{domain}")
    return [one for one in dict.fromkeys(found) if one != address.lower()][:3]


def _domains(domain: str) -> list[str]:
    """The providers within a slip or two; else the same name under the ending that was meant."""
    tidy = domain.replace(",", ".").replace("..", ".").strip(".")
    if tidy in _KNOWN:
        return [tidy] if tidy != domain else []
    name, _, ending = tidy.rpartition(".")
    mended = f"{name}.{ENDINGS[ending]}" if ending in ENDINGS and name else ""
    if mended in _KNOWN:
        return [mended]
    near = [(distance(tidy, one), place, one) for place, one in enumerate(PROVIDERS) if _comparable(tidy, one)]
    close = [one for far, _, one in sorted(near) if far <= (1 if len(one) < 8 else FARTHEST)]
    # A domain of their own under .co or .cm may well be right: only a provider's name is mended there.
    own_name = [mended] if mended and ending not in ("co", "cm", "om", "ne") else []
    return close[:2] or own_name


def _comparable(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= FARTHEST


def _tidied(local: str) -> str:
    """Without what no address has: spaces, two dots in a row, a dot at either end, a www. before it."""
    tidy = local.removeprefix("www.").replace(" ", "").replace(",", ".")
    while ".." in tidy:
        tidy = tidy.replace("..", ".")
    return tidy.strip(".") or local


def distance(one: str, other: str) -> int:
    """Returns how many slips lie between two words: a letter more, less, another, or two swapped (Damerau)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, other_letter in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
