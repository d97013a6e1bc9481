"""A desk with one of everything that an address can name: the demo's, and what its stories leave out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from goodword.asks import actions as asks
from goodword.asks import links as ask_links
from goodword.asks.actions import Question
from goodword.asks.models import File
from goodword.cases import actions as cases
from goodword.cases import filling, labelling, linking, proposing
from goodword.cases.actions import Draft
from goodword.cases.inbound import InboundFile
from goodword.cases.models import Attachment, Case, Message
from goodword.channels.email.models import Arrival, Breaker, Mailbox, Outgoing
from goodword.channels.email.remote import token_of as picture_token
from goodword.closing import contacts
from goodword.closing.models import ContactKind
from goodword.finding.actions import save_view
from goodword.handovers import actions as handovers
from goodword.handovers.brief import Brief
from goodword.hours.actions import add_holiday
from goodword.hours.models import Calendar
from goodword.kit import files
from goodword.people import actions as people
from goodword.people import skills
from goodword.people.models import Agent, Customer, Team
from goodword.people.partners import Details, set_partner
from goodword.people.passwords import set_password
from goodword.policies.actions import Words, publish
from goodword.portal.forms import sign_answer
from goodword.promises import dependencies, listening
from goodword.promises.actions import Told, make
from goodword.promises.links import link_for, token_of
from goodword.promises.models import Kind
from goodword.promises.queries import kind_named
from goodword.promises.sources import add_source
from goodword.remedies import actions as remedies
from goodword.remedies.models import RemedyKind
from goodword.sending import links as file_links
from goodword.sending.actions import Moment, plan
from goodword.web import assets, uploads
from tests.access.coming_in import coming_in
from tests.access.following import following

PASSWORD = "a good word for everybody"
SAYS = Brief("It leaks", "A new one", "Glue", "A call", "Send it")
Things = dict[str, dict[str, object]]


def cast(at: datetime) -> dict[str, Agent]:
    """Who tries the doors: one of each role, all of the demo but the auditor."""
    known = {name: Agent.objects.get(email=f"{name}@larchandlane.example") for name in ("ada", "lena", "mara", "olek")}
    nora = people.add_agent("nora@larchandlane.example", "Nora Eide", "auditor", at, password=PASSWORD)
    set_password(known["olek"].email, PASSWORD, at)
    known["olek"].refresh_from_db()
    return {
        "agent": known["ada"], "lead": known["lena"], "admin": known["mara"], "colleague": known["olek"],
        "auditor": nora,
    }  # fmt: skip


def things(who: dict[str, Agent], at: datetime) -> Things:
    """What stands for each placeholder, by the beginning of the address; the longest beginning counts."""
    ada, lena, mara = who["agent"], who["lead"], who["admin"]
    case = Case.objects.filter(owner=ada, status="open").earliest("pk")
    other = Case.objects.exclude(pk=case.pk).earliest("pk")
    promise = make(case, Told(kind_named("callback"), "I will call you tomorrow", at + timedelta(days=1)), ada, at)
    link = token_of(link_for(case, at))
    return {
        "insight/": {"key": "kept", "pk": case.pk},
        "cases/<int:pk>": {"pk": case.pk, "number": 0, "tie": linking.link(case, other, "related", at, ada).pk},
        "promises/": {"pk": promise.pk},
        "heard/": {"pk": _heard(case, ada, at)},
        "messages/": _message(),
        "customers/": {"pk": case.customer_id},
        "attachments/": {"pk": Attachment.objects.earliest("pk").pk, "number": 1},
        "policies/": {"slug": publish(Words("Returns", "Within thirty days."), at, mara).slug},
        "portal/": {"token": link, "promise": promise.pk, "said": sign_answer(link, "received", promise.pk)},
        "portal/help/": {"slug": "where-is-my-parcel"},
        "inbox/": {"name": "open", "token": "none", "pk": save_view("Late", "promise:late", at, mara, shared=True).pk},
        "demo/post/": {"number": Outgoing.objects.exclude(recipients=[]).earliest("pk").pk},
        "assets/": {"version": assets.shelf().version, "name": "css/desk.css"},
        "webhooks/": {"provider": "postmark"},
        "accounts/": {"uidb36": user_pk_to_url_str(ada), "key": default_token_generator.make_token(ada)},
        "api/v1/cases/": {"pk": case.pk},
        "api/v1/promises/": {"pk": promise.pk},
        "people": {role: person.pk for role, person in who.items()},
        "api/v1/customers/": {"pk": Customer.objects.earliest("pk").pk},
        **_asks(case, promise, ada, lena, at),
        **_sendings(case, ada, at),
        **_course(case, ada, lena, mara, at),
        **_settings(ada, lena, mara, at),
        **following(lena, mara, at),
    }


def _message() -> dict[str, object]:
    message = Message.objects.filter(arrivals__isnull=False).earliest("pk")
    return {"pk": message.pk, "token": picture_token(message.pk, "https://127.0.0.1/a.png")}


def _asks(case: Case, promise: Any, ada: Agent, lena: Agent, at: datetime) -> Things:
    """An ask of Lena to Ada, for which a promise waits, and one to a partner with a file in its answer."""
    held = asks.make(case, Question("Is there one left?", ada), lena, at)
    dependencies.depend(promise, held, at, lena)
    partner = set_partner(Details("Fjell Works", "hello@fjell.example"), at, lena)
    answered = asks.make(case, Question("When?", partner), ada, at)
    key = files.keep(b"a page", "files")
    File.objects.create(ask=answered, key=key, filename="a.txt", content_type="text/plain", size=6)
    return {
        "asks/": {"pk": held.pk, "promise": promise.pk},
        "asks/<int:pk>/files/": {"pk": answered.pk, "number": answered.files.get().pk},
        "portal/asks/": {"token": ask_links.token_of(ask_links.link_for(answered, None, at))},
        "partners/": {"pk": partner.pk},
    }


def _sendings(case: Case, ada: Agent, at: datetime) -> Things:
    """A reply that waits, a file that went as a link, and a letter of the desk's own."""
    reply = plan(case, ada, Draft(text="Tomorrow."), at, Moment(at + timedelta(hours=20), is_chosen=True))
    link = file_links.link_for(Attachment.objects.earliest("pk"), at)
    letter = Message.objects.filter(is_ours=True, contact=None).earliest("pk")
    contact = contacts.count(letter, case.customer_id, ContactKind.SURVEY, at)
    picture = InboundFile(files.keep(b"\x89PNG\r\n\x1a\n", "files"), "a.png", "image/png", 8)
    return {
        "replies/": {"pk": reply.pk},
        "cases/<int:pk>/files/": {"pk": case.pk, "token": uploads.again([picture], case.pk)[0].token},
        "portal/files/": {"token": file_links.token_of(link)},
        "portal/quiet/": {"token": contacts.token_of(contact)},
        "settings/mailboxes/sign-in/": {"issuer": "google"},
    }


def _course(case: Case, ada: Agent, lena: Agent, mara: Agent, at: datetime) -> Things:
    category = proposing.set_category("Goods", ["Which one?"], at, mara)
    proposing.categorise(case, category, at, ada)
    case.refresh_from_db()
    proposing.diagnose(case, "Which one?", "The blue one", at, ada)
    if not case.wanted_outcome:
        case.wanted_outcome = "A new one"
        case.save(update_fields=["wanted_outcome"])
    course = proposing.propose(case, "It leaks", "A new one", "Friday", ada, at, ada)
    kind = RemedyKind.objects.earliest("pk")
    remedy = remedies.propose(case, remedies.Proposal(kind, 500, "It leaks"), at, mara)
    offer = handovers.offer(case, lena, SAYS, at, ada)
    return {
        "resolutions/": {"pk": course.pk},
        "remedies/": {"pk": remedy.pk},
        "handovers/": {"pk": offer.pk},
        "settings/categories/": {"pk": category.pk},
        "settings/fields/": {"pk": filling.set_field(None, at, mara, name="Size", kind="number").pk},
        "settings/tags/": {"pk": labelling.add_tag("vip", at, mara).pk},
        "settings/remedies/": {"pk": kind.pk},
    }


def _heard(case: Case, ada: Agent, at: datetime) -> int:
    """Words of Ada's that were heard as a promise."""
    return listening.listen(cases.log_call(case, ada, "reached", "I will call you tomorrow at 3 pm.", at))[0].pk


def _settings(ada: Agent, lena: Agent, mara: Agent, at: datetime) -> Things:
    absence = people.plan_absence(ada, at + timedelta(days=9), at + timedelta(days=12), None, at, ada)
    calendar = Calendar.objects.earliest("pk")
    free = add_holiday(calendar, at.date() + timedelta(days=30), "The shop's birthday", at=at, by=mara)
    gone = people.add_agent("gone@larchandlane.example", "Gil Gone", "agent", at)
    source = add_source("The bank", "payment", at, mara)[0]
    return {
        **coming_in(ada, gone, at),
        "skills/": {"pk": skills.say(ada, "tent poles", at, ada).pk},
        "settings/absences/": {"pk": absence.pk},
        "settings/kinds/": {"pk": Kind.objects.earliest("pk").pk},
        "settings/sources/": {"pk": source.pk},
        "webhooks/sources/": {"key": source.key},
        "settings/mailboxes/": {"pk": Mailbox.objects.earliest("pk").pk},
        "settings/mail/stopped/": {
            "pk": Breaker.objects.create(address="robot@post.example", words="In circles.", stopped_at=at).pk,
        },
        "settings/mail/in/": {"pk": Arrival.objects.earliest("pk").pk},
        "settings/mail/out/": {"pk": Outgoing.objects.earliest("pk").pk},
        "settings/hours/": {"pk": calendar.pk, "day": free.day},
        "settings/people/": {"pk": gone.pk},
        "settings/teams/": {"pk": Team.objects.earliest("pk").pk},
    }
