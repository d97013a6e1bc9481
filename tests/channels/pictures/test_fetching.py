"""Fetching pictures: from public places only, within limits, without a word of who asks."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator

import pytest

from goodword.channels.email.pictures import Limits, Refused, fetch
from goodword.channels.email.pictures.targets import addresses_of, is_public, target_of
from tests.channels.pictures.server import PNG, Elsewhere, running


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    with running() as server:
        yield server


def allowing(server: Elsewhere, **more: object) -> Limits:
    """Limits under which this machine may be asked: its real address is all that stands in the way."""
    given: dict[str, object] = {
        "is_allowed": lambda address: str(address) == "127.0.0.1", "ports": {"http": server.port, "https": 443},
    } | more  # fmt: skip
    return Limits(**given)  # type: ignore[arg-type]


def why_not(url: str, limits: Limits) -> str:
    with pytest.raises(Refused) as refused:
        fetch(url, limits)
    return str(refused.value)


def test_a_picture_of_an_allowed_place_is_fetched(elsewhere: Elsewhere) -> None:
    picture = fetch(f"{elsewhere.url}/photo.png?size=2", allowing(elsewhere))
    assert (picture.content, picture.type) == (PNG, "image/png")
    assert elsewhere.asked[0][0] == "/photo.png?size=2"


def test_nothing_is_told_about_who_asks(elsewhere: Elsewhere) -> None:
    elsewhere.turns = {"/first": f"{elsewhere.url}/photo.png"}
    fetch(f"{elsewhere.url}/first", allowing(elsewhere))
    for _, headers in elsewhere.asked:
        assert set(headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent"}
        assert headers["User-Agent"] == "Goodword"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0",
        "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "127.0.0.1.", "LOCALHOST",
        "１２７.0.0.1", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    ],
)  # fmt: skip
def test_this_machine_is_refused_however_it_is_written(elsewhere: Elsewhere, host: str) -> None:
    limits = Limits(seconds=3, ports={"http": elsewhere.port, "https": 443})
    why_not(f"http://{host}:{elsewhere.port}/photo.png", limits)
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "127.8.8.8", "192.0.2.1",
        "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
        "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "::10.0.0.1",
        "2002:a00:1::", "2002:7f00:1::1", "2001:db8::1", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    ],
)  # fmt: skip
def test_no_address_inside_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/x.png", "http://169.254.169.254/latest/meta-data/", "http://[::1]/x.png", "file:///etc/passwd",
           "ftp://127.0.0.1/x.png", "gopher://127.0.0.1/", "//192.168.0.1/x.png", "http://127.0.0.1:22/"],
)  # fmt: skip
def test_a_turn_to_a_place_inside_is_refused(elsewhere: Elsewhere, to: str) -> None:
    elsewhere.turns = {"/out": to}
    started = time.monotonic()
    why_not(f"{elsewhere.url}/out", allowing(elsewhere, ports={"http": elsewhere.port, "https": 443}))
    assert time.monotonic() - started < 2
    assert [path for path, _ in elsewhere.asked] == ["/out"]


def test_a_turn_back_to_this_machine_is_refused_by_the_address_itself(elsewhere: Elsewhere) -> None:
    """The first place is allowed, the second is the same server by a name whose address is not."""
    elsewhere.turns = {"/out": f"http://127.0.0.2:{elsewhere.port}/photo.png"}
    assert why_not(f"{elsewhere.url}/out", allowing(elsewhere)) == "an address that is not public"
    assert [path for path, _ in elsewhere.asked] == ["/out"]


def test_three_turns_are_followed_and_no_fourth(elsewhere: Elsewhere) -> None:
    elsewhere.turns = {"/1": "/2", "/2": "/3", "/3": "/photo.png", "/0": "/1"}
    assert fetch(f"{elsewhere.url}/1", allowing(elsewhere)).content == PNG
    assert why_not(f"{elsewhere.url}/0", allowing(elsewhere)) == "too many turns"


def test_the_address_that_was_judged_is_the_one_that_is_asked(elsewhere: Elsewhere) -> None:
    """A name that points elsewhere a moment later (DNS rebinding) changes nothing: each turn resolves once."""
    judged: list[str] = []

    def only_once(address: object) -> bool:
        judged.append(str(address))
        return str(address) == "127.0.0.1" and len(judged) == 1

    picture = fetch(f"http://127.0.0.1:{elsewhere.port}/photo.png", allowing(elsewhere, is_allowed=only_once))
    assert picture.content == PNG
    assert judged == ["127.0.0.1"]


def test_a_name_with_one_address_inside_is_refused_as_a_whole(elsewhere: Elsewhere) -> None:
    if len(addresses_of("localhost", 80)) < 2:
        limits = allowing(elsewhere, is_allowed=lambda _: False)
    else:
        limits = allowing(elsewhere)
    assert why_not(f"http://localhost:{elsewhere.port}/photo.png", limits) == "an address that is not public"


def test_other_ports_schemes_and_passwords_are_refused() -> None:
    for url in (
        "http://shop.example:8080/x.png", "https://shop.example:80/x.png", "http://a:b@shop.example/x.png",
        "http://a@shop.example/x.png", "ftp://shop.example/x.png", "javascript:alert(1)", "data:image/png;base64,AA",
        "http:///x.png", "http://shop.example/a b", "http://shop.example/\r\nHost: x", "http://[::1%25eth0]/x.png",
        "http://shop.example:99999/", "http://" + "a" * 70 + ".example/", "http://shop.example/" + "a" * 4_000,
    ):  # fmt: skip
        with pytest.raises(Refused):
            target_of(url)


def test_only_what_really_is_a_picture_is_taken(elsewhere: Elsewhere) -> None:
    for path in ("page", "drawing"):
        assert why_not(f"{elsewhere.url}/{path}", allowing(elsewhere)) == "no picture"
    assert why_not(f"{elsewhere.url}/missing", allowing(elsewhere)) == "the server said 404"


def test_what_is_too_large_is_cut(elsewhere: Elsewhere) -> None:
    assert why_not(f"{elsewhere.url}/says_large", allowing(elsewhere)) == "too large"
    assert why_not(f"{elsewhere.url}/endless", allowing(elsewhere)) == "too large"
    assert fetch(f"{elsewhere.url}/photo.png", allowing(elsewhere, size=len(PNG))).content == PNG
    assert why_not(f"{elsewhere.url}/photo.png", allowing(elsewhere, size=len(PNG) - 1)) == "too large"


def test_half_a_picture_is_none(elsewhere: Elsewhere) -> None:
    why_not(f"{elsewhere.url}/short", allowing(elsewhere))


@pytest.mark.parametrize("path", ["dripping", "dripping_head"])
def test_what_is_too_slow_is_cut_although_bytes_keep_coming(elsewhere: Elsewhere, path: str) -> None:
    started = time.monotonic()
    why_not(f"{elsewhere.url}/{path}", allowing(elsewhere, seconds=0.5))
    assert time.monotonic() - started < 2
