"""STARTTLS at the mail door: a real handshake, a renewed certificate, and mail without it."""

from __future__ import annotations

import datetime as dt
import os
import smtplib
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from goodword.channels.email import listener
from goodword.channels.email.certificate import Certificate
from goodword.channels.email.models import Arrival, Mailbox
from tests.channels.conftest import HELP, KIM, raw

pytestmark = pytest.mark.django_db(transaction=True)
Files = tuple[Path, Path]


def write_certificate(chain: Path, key: Path, serial: int) -> None:
    """Signs one by itself, for localhost."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(secret.public_key())
        .serial_number(serial).not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(secret, hashes.SHA256())
    )  # fmt: skip
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    key.write_bytes(secret.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    chain.write_bytes(made.public_bytes(pem))
    os.utime(chain, ns=(serial, serial))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    chain, key = tmp_path / "mail.pem", tmp_path / "mail.key"
    write_certificate(chain, key, 1)
    return chain, key


@pytest.fixture
def doors(help_box: Mailbox, files: Files) -> Iterator[dict[str, int]]:
    """Both doors, open, with that certificate."""
    stop, opened, ports = threading.Event(), threading.Event(), dict[str, int]()

    def ready(found: list[int]) -> None:
        ports.update(zip(("smtp", "lmtp"), found, strict=True))
        opened.set()

    addresses = [("smtp", "127.0.0.1", 0), ("lmtp", "127.0.0.1", 0)]
    thread = threading.Thread(target=listener.serve, args=(addresses, stop, ready, Certificate(*files)))
    thread.start()
    assert opened.wait(10)
    yield ports
    stop.set()
    thread.join(10)


def deliver(kind: type[smtplib.SMTP], port: int, trusted: Path | None, mail: bytes) -> int:
    """Hands a mail over, encrypted if a certificate is trusted; returns the serial number of the one shown."""
    serial = 0
    with kind("localhost", port, timeout=10) as client:
        client._host = "localhost"  # type: ignore[attr-defined]
        if trusted:
            client.starttls(context=ssl.create_default_context(cafile=str(trusted)))
            shown = client.sock.getpeercert()  # type: ignore[union-attr]
            serial = int(str(shown["serialNumber"]), 16)
        client.sendmail(KIM, [HELP], mail)
    return serial


@pytest.mark.parametrize(("door", "kind"), [("smtp", smtplib.SMTP), ("lmtp", smtplib.LMTP)])
def test_mail_comes_in_encrypted_by_either_door(
    doors: dict[str, int], files: Files, door: str, kind: type[smtplib.SMTP]
) -> None:
    assert deliver(kind, doors[door], files[0], raw()) == 1
    assert Arrival.objects.get().outcome == "started"


def test_mail_without_encryption_is_taken_too(doors: dict[str, int]) -> None:
    deliver(smtplib.SMTP, doors["smtp"], None, raw())
    assert Arrival.objects.get().outcome == "started"


def test_a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_is_not(
    doors: dict[str, int], files: Files
) -> None:
    chain, key = files
    write_certificate(chain, key, 2)
    assert deliver(smtplib.SMTP, doors["smtp"], chain, raw(message_id="<2@home>")) == 2
    good = chain.read_bytes()
    chain.write_text("half a file")
    trusted = chain.with_name("good.pem")
    trusted.write_bytes(good)
    assert deliver(smtplib.SMTP, doors["smtp"], trusted, raw("More.", message_id="<3@home>")) == 2


def test_encrypted_connections_are_counted_once(doors: dict[str, int], files: Files) -> None:
    for number in range(3):
        deliver(smtplib.SMTP, doors["smtp"], files[0], raw(f"Mail {number}.", message_id=f"<{number}@home>"))
    deliver(smtplib.SMTP, doors["smtp"], None, raw("The last.", message_id="<last@home>"))
    assert listener._Bounded.open_now <= 1


def test_a_certificate_that_cannot_be_used_refuses_to_start(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("nothing")
    with pytest.raises(ssl.SSLError):
        Certificate(wrong, None)
