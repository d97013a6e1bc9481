"""The receipt for a form, in the language of its page. Short: that it arrived, how it is answered, where to look."""

from __future__ import annotations

RECEIPTS = {
    "en": (
        "Hello {name},",
        "Thank you for writing to us. Your message has arrived, and a person will answer it at this address.",
        "You can add something or a file here at any time: {page}",
        "You have not written to us? Then somebody mistyped their address, and you need not do anything.",
    ),
    "de": (
        "Guten Tag {name},",
        "danke für Ihre Nachricht. Sie ist angekommen, und ein Mensch antwortet Ihnen an diese Adresse.",
        "Hier können Sie jederzeit etwas ergänzen oder eine Datei hinzufügen: {page}",
        "Sie haben uns nicht geschrieben? Dann hat sich jemand bei der Adresse vertippt, und Sie müssen nichts tun.",
    ),
    "fr": (
        "Bonjour {name},",
        "merci de nous avoir écrit. Votre message est bien arrivé, et une personne vous répondra à cette adresse.",
        "Vous pouvez à tout moment ajouter quelque chose ou un fichier ici : {page}",
        "Vous ne nous avez pas écrit ? Quelqu’un s’est alors trompé d’adresse, et vous n’avez rien à faire.",
    ),
    "es": (
        "Hola {name}:",
        "gracias por escribirnos. Su mensaje ha llegado y una persona le responderá a esta dirección.",
        "Puede añadir algo o un archivo aquí en cualquier momento: {page}",
        "¿No nos ha escrito? Entonces alguien se equivocó de dirección y no tiene que hacer nada.",
    ),
}


def receipt(language: str, name: str, house: str, page: str) -> str:
    """Returns the text of a receipt."""
    lines = RECEIPTS.get(language.partition("-")[0].lower(), RECEIPTS["en"])
    hello = " ".join(lines[0].format(name=name).split()).replace(" ,", ",").replace(" :", ":")
    return "\n\n".join([hello, *(line.format(page=page) for line in lines[1:]), *([house] if house else [])])
