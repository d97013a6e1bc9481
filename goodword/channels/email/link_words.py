"""The words around the customer's link, as a person would write them, in the customer's language."""

from __future__ import annotations

WORDS = {
    "en": "You can see what I promised, and how it stands, here at any time:",
    "de": "Was ich Ihnen zugesagt habe und wie es damit steht, sehen Sie jederzeit hier:",
    "fr": "Vous pouvez voir à tout moment ce que je vous ai promis, et où cela en est :",
    "es": "Aquí puede ver en cualquier momento lo que le he prometido y cómo va:",
}
LARGE = {
    "en": "Too large for a mail, to download until {until}:",
    "de": "Zu groß für eine Mail, zum Herunterladen bis {until}:",
    "fr": "Trop volumineux pour un e-mail, à télécharger jusqu'au {until} :",
    "es": "Demasiado grande para un correo, para descargar hasta el {until}:",
}


def large_files(language: str, until: str) -> str:
    """Returns the words before the links to files that were too large for the mail."""
    return LARGE.get(language.split("-", maxsplit=1)[0].lower(), LARGE["en"]).format(until=until)


def with_link(text: str, link: str, language: str, signature: str, files: str = "") -> str:
    """Returns a text with links to files, the customer's link and the signature, each where it is not there yet."""
    parts = [text.rstrip()] if text.strip() else []
    if files:
        parts.append(files)
    if link:
        words = WORDS.get(language.split("-", maxsplit=1)[0].lower(), WORDS["en"])
        parts.append(f"{words}\n{link}")
    signed = signature.strip()
    if signed and not text.rstrip().endswith(signed):
        parts.append(signed)
    return "\n\n".join(parts) + "\n"
