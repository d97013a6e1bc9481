"""A link by which somebody chooses their password: made by an admin, good once, for three days."""

from __future__ import annotations

from datetime import datetime

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR as GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from goodword.channels.email.outbound import queue_plain
from goodword.kit.tongues import in_tongue
from goodword.kit.tongues import later as _
from goodword.people.models import Agent

LETTER = _("""Hello {name},

{by} has opened the desk to you. Choose your password here, within three days:

{link}

Afterwards you sign in at {desk} with {email}.
""")


def link_for(person: Agent) -> str:
    """Returns an address at which this person chooses a password; it ends with its use, or after three days."""
    uid, key = user_pk_to_url_str(person), GENERATOR().make_token(person)
    return settings.BASE_URL + reverse("account_reset_password_from_key", args=[uid, key])


def invite(person: Agent, by: Agent, at: datetime) -> str:
    """Mails the link and returns it, for desks that cannot send mail yet."""
    link = link_for(person)
    with in_tongue(person.language):
        subject = gettext("Choose your password for the desk")
        text = LETTER.format(name=person.name, by=by.name, link=link, desk=settings.BASE_URL, email=person.email)
    cause = f"invitation:{person.pk}:{at.timestamp():.0f}"
    queue_plain(to=person.email, subject=subject, cause=cause, at=at, text=text)
    return link
