"""The pure reader of mail: `read(raw)` gives a `ReadMail`. No Django, no database, no network, no clock."""

from goodword.channels.email.reading.mail import Kind, ReadAttachment, ReadMail
from goodword.channels.email.reading.read import read

__all__ = ["Kind", "ReadAttachment", "ReadMail", "read"]
