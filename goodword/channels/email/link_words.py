"""The words around the customer's link, as a person would write them, in the customer's language."""

from __future__ import annotations

WORDS = {
    "en": "You can see what I promised, and how it stands, here at any time:",
    "de": "Was ich Ihnen zugesagt habe und wie es damit steht, sehen Sie jederzeit hier:",
    "fr": "Vous pouvez voir à tout moment ce que je vous ai promis, et où cela en est :",
    "es": "Aquí puede ver en cualquier momento lo que le he prometido y cómo va:",
}


def with_link(text: str, link: str, language: str, signature: str) -> str:
    """Returns a text with the link (if any) and the signature (if it does not end with it already)."""
    parts = [text.rstrip()] if text.strip() else []
    if link:
        words = WORDS.get(language.split("-", maxsplit=1)[0].lower(), WORDS["en"])
        parts.append(f"{words}\n{link}")
    signed = signature.strip()
    if signed and not text.rstrip().endswith(signed):
        parts.append(signed)
    return "\n\n".join(parts) + "\n"
