"""Where a picture may be fetched: public web addresses only, decided on the very address that is connected to."""

from __future__ import annotations

import ipaddress
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Ways to write an IPv4 address inside an IPv6 one, through which a gateway would reach it.
_CARRIES_IPV4 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))


class Refused(Exception):
    """A picture is not fetched; the text says why, for the log."""


@dataclass(frozen=True)
class Target:
    """An address of the web, taken apart. `host` is what the server is asked for, never what is connected to."""

    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str, ports: dict[str, int] | None = None) -> Target:
    """Takes an address apart; raises Refused for all but plain http and https on their own ports."""
    if len(url) > LONGEST or any(letter <= " " or letter == "\x7f" for letter in url):
        raise Refused("no address")
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise Refused("no address") from None
    if parts.scheme not in PORTS or not host or "@" in parts.netloc or "%" in host:
        raise Refused("no address of the web")
    wanted = (ports or PORTS)[parts.scheme]
    if port not in (None, wanted):
        raise Refused("another port")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, wanted, path.encode("ascii", "backslashreplace").decode("ascii"))


def addresses_of(host: str, port: int, seconds: float = 8.0) -> list[Address]:
    """Resolves a name once, as the connection would: also 0x7f.1, 017700000001 and 2130706433 come out as addresses."""
    found: list[str] = []
    asking = threading.Thread(target=_resolve, args=(host, port, found), daemon=True)
    asking.start()
    asking.join(seconds)  # the system's resolver takes no limit of its own
    known = [ipaddress.ip_address(one.partition("%")[0]) for one in list(found)]
    if not known:
        raise Refused("no such host")
    return list(dict.fromkeys(known))


def _resolve(host: str, port: int, found: list[str]) -> None:
    with suppress(OSError, UnicodeError):
        found += [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: Address) -> bool:
    """Says whether an address lies in the open internet, whatever it is wrapped in."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in _CARRIES_IPV4):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved
