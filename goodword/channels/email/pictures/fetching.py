"""One picture, fetched within limits: eight seconds, five megabytes, three turns, no cookies, no word of who asks."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin

import puremagic

from goodword.channels.email.pictures.targets import PORTS, Address, Refused, Target, addresses_of, is_public, target_of

TYPES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
TURNS = (301, 302, 303, 307, 308)
HEADERS = {
    "Accept": "image/webp,image/png,image/jpeg,image/gif",
    "Accept-Encoding": "identity",
    "User-Agent": "Goodword",
}


@dataclass(frozen=True)
class Picture:
    """The bytes of a picture and what they really are."""

    content: bytes
    type: str


@dataclass(frozen=True)
class Limits:
    """How much one picture may take; and who may be asked, by address and port."""

    seconds: float = 8.0
    size: int = 5 * 1024 * 1024
    turns: int = 3
    is_allowed: Callable[[Address], bool] = is_public
    ports: dict[str, int] = field(default_factory=lambda: dict(PORTS))


LIMITS = Limits()


def fetch(url: str, limits: Limits = LIMITS) -> Picture:
    """Fetches a picture; raises Refused for every other thing, and for every place that is not public.

    Each turn is judged anew. The address that was judged is the one connected to, so a name that points
    elsewhere a moment later changes nothing.
    """
    ends_at = time.monotonic() + limits.seconds
    for _ in range(limits.turns + 1):
        target = target_of(url, limits.ports)
        found = _ask(target, limits, ends_at)
        if isinstance(found, bytes):
            return Picture(found, type_of(found))
        url = urljoin(url, found)
    raise Refused("too many turns")


def type_of(content: bytes) -> str:
    """Returns what a picture is, by its bytes alone; raises Refused for all that is no picture browsers show safely."""
    try:
        found = str(puremagic.from_string(content[:4096], mime=True) or "")
    except (puremagic.PureError, ValueError, IndexError):
        found = ""
    if found not in TYPES:
        raise Refused("no picture")
    return found


def _ask(target: Target, limits: Limits, ends_at: float) -> bytes | str:
    """The bytes, or where the server sends us."""
    link = _Link(target, _checked(target, limits, ends_at), ends_at)
    try:
        link.request("GET", target.path, headers=HEADERS)
        answer = link.getresponse()
        if answer.status in TURNS:
            return answer.headers.get("Location") or _refuse("a turn to nowhere")
        if answer.status != http.client.OK:
            raise Refused(f"the server said {answer.status}")
        return _body(answer, link, limits)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Refused(f"{type(error).__name__}: {error}"[:200]) from None
    finally:
        link.finish()


def _refuse(why: str) -> str:
    raise Refused(why)


def _checked(target: Target, limits: Limits, ends_at: float) -> Address:
    """The address to connect to. One that is not allowed refuses the name as a whole."""
    found = addresses_of(target.host, target.port, _left(ends_at))
    if not found or not all(limits.is_allowed(address) for address in found):
        raise Refused("an address that is not public")
    return found[0]


class _Link(http.client.HTTPConnection):
    """A connection to one address that is cut at one moment, however slowly the bytes drip."""

    def __init__(self, target: Target, address: Address, ends_at: float) -> None:
        super().__init__(target.host, target.port)
        self.target, self.address, self.ends_at = target, address, ends_at
        self.default_port = PORTS[target.scheme]
        self.line: socket.socket | None = None
        self.end = threading.Timer(max(ends_at - time.monotonic(), 0.001), self._cut)
        self.end.daemon = True

    def connect(self) -> None:
        """Connects to the address that was judged; the name is only for the certificate."""
        self.sock = socket.create_connection((str(self.address), self.target.port), _left(self.ends_at))
        self.line = self.sock
        self.end.start()
        if self.target.scheme == "https":
            context = ssl.create_default_context()
            secured = context.wrap_socket(self.sock, server_hostname=self.target.host, do_handshake_on_connect=False)
            self.sock = self.line = secured
            secured.do_handshake()

    def finish(self) -> None:
        """Ends the connection and its alarm. Not `close`, which the library calls before the body is read."""
        self.end.cancel()
        self._cut()
        self.close()

    def _cut(self) -> None:
        if self.line:
            with suppress(OSError):
                socket.socket.shutdown(self.line, socket.SHUT_RDWR)


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise Refused("too slow")
    return left


def _body(answer: http.client.HTTPResponse, link: _Link, limits: Limits) -> bytes:
    said = answer.headers.get("Content-Length", "")
    if said.isdecimal() and int(said) > limits.size:
        raise Refused("too large")
    content = bytearray()
    while piece := answer.read1(65_536):
        content += piece
        if len(content) > limits.size:
            raise Refused("too large")
    _left(link.ends_at)  # a line that was cut looks like the end
    if said.isdecimal() and len(content) < int(said):
        raise Refused("cut short")
    return bytes(content)
