"""Pictures from elsewhere, fetched by the desk, so that nobody learns who reads a mail. Pure."""

from goodword.channels.email.pictures.fetching import LIMITS, Limits, Picture, fetch
from goodword.channels.email.pictures.targets import Refused

__all__ = ["LIMITS", "Limits", "Picture", "Refused", "fetch"]
