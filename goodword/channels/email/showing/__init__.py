"""The HTML of a mail made fit to be shown: `clean(html, image_url=...)` gives a `Cleaned`. Pure, bounded, linear."""

from goodword.channels.email.showing.clean import Cleaned, clean

__all__ = ["Cleaned", "clean"]
