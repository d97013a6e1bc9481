"""The people of the demo: a small shop for outdoor gear and a dozen of its customers. All of them invented."""

from __future__ import annotations

from dataclasses import dataclass

SHOP = "Larch & Lane"
INBOX = "help@larchandlane.example"
ZONE = "Europe/Berlin"
WEEK = [[[9 * 60, 17 * 60]]] * 5 + [[], []]
DEAD_DOMAIN = "gmial.example"  # where Paul's typo leads: mail to it comes back
SHOWN_CASE, SHOWN_CUSTOMER = "The lantern no longer charges", "Kim Hartley"
CUSTOMER_DOOR = "/demo/customer"  # leads to the page of SHOWN_CASE
SHOWN = ("ada", "lena", "mara")  # those who can sign in
PASSWORD = "a good word"  # noqa: S105  demo desks are marked as such and hold nothing real

AGENTS = (
    ("ada@larchandlane.example", "Ada Brandt", "agent"),
    ("ben@larchandlane.example", "Ben Okafor", "agent"),
    ("lena@larchandlane.example", "Lena Voss", "lead"),
    ("mara@larchandlane.example", "Mara Lindqvist", "admin"),
    ("olek@larchandlane.example", "Olek Nowak", "colleague"),
)


@dataclass(frozen=True)
class Guest:
    """A customer of the demo."""

    key: str
    name: str
    address: str
    zone: str = ZONE
    phone: str = ""
    language: str = "en"
    company: str = ""


GUESTS = (
    Guest("kim", "Kim Hartley", "kim.hartley@post.example", "Europe/London", "+44 20 7946 0018"),
    Guest("rosa", "Rosa Delgado", "rosa.delgado@correo.example", "Europe/Madrid", "+34 91 555 01 44"),
    Guest("tomas", "Tomáš Dvořák", "tomas@dvorak.example", "Europe/Prague"),
    Guest("ingrid", "Ingrid Solberg", "ingrid@solberg.example", "Europe/Oslo", "+47 22 55 01 73"),
    Guest("paul", "Paul Messner", "paul.messner@gmial.example", "Europe/Vienna", "+43 1 555 0199"),
    Guest("yuki", "Yuki Tanabe", "yuki@tanabe.example", "Asia/Tokyo"),
    Guest("grace", "Grace Achieng", "grace@ridgeschool.example", "Africa/Nairobi", "", "en", "Ridge School"),
    Guest("matteo", "Matteo Conti", "matteo.conti@posta.example", "Europe/Rome"),
    Guest("hanna", "Hanna Virtanen", "hanna@virtanen.example", "Europe/Helsinki"),
    Guest("sam", "Sam Whitfield", "sam@whitfield.example", "America/New_York", "+1 212 555 0123"),
    Guest("lotte", "Lotte Jansen", "lotte@jansen.example", "Europe/Amsterdam"),
    Guest("amir", "Amir Haddad", "amir@haddad.example", "Europe/Paris"),
)


def sign_ins() -> list[tuple[str, str, str, str]]:
    """Returns name, address, password and role of the three who show the desk: agent, lead and admin."""
    return [(name, email, PASSWORD, role) for email, name, role in AGENTS if email.partition("@")[0] in SHOWN]
