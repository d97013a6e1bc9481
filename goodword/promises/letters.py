"""What a customer is told when a date moves: the news before it has passed, an apology after. Only ever a draft.

Each letter says what was promised, for when, the new date, and the way back; none of its sentences promises
anything but that date, so that nothing is heard twice in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from goodword.kit.text import first_words


@dataclass(frozen=True)
class Letter:
    """The sentences in one language; `late` is for a promise that is broken, `early` for one that still stands."""

    hello: str
    early: str
    late: str
    new: str
    back: str
    regards: str


LETTERS = {
    "en": Letter(
        hello="Hello {name},",
        early="I told you “{words}”, and the date was {old}. It is taking longer than I said, and I want you to hear "
        "it from me now rather than on the day.",
        late="I told you “{words}”, and the date was {old}. I did not keep my word. I am sorry: you relied on it.",
        new="The new date is {new}. It stays in my hands.",
        back="Does that date not suit you? A short answer to this mail is enough, and we find another way.",
        regards="Kind regards",
    ),
    "de": Letter(
        hello="Guten Tag {name},",
        early="ich hatte Ihnen zugesagt: „{words}“, und der Termin war {old}. Es dauert länger als gesagt; das sollen "
        "Sie jetzt von mir hören und nicht erst am Tag selbst.",
        late="ich hatte Ihnen zugesagt: „{words}“, und der Termin war {old}. Ich habe mein Wort nicht gehalten. Das "
        "tut mir leid, denn Sie haben sich darauf verlassen.",
        new="Der neue Termin ist {new}. Die Sache bleibt in meiner Hand.",
        back="Passt Ihnen das nicht? Eine kurze Antwort auf diese Mail genügt, und wir finden einen anderen Weg.",
        regards="Freundliche Grüße",
    ),
    "fr": Letter(
        hello="Bonjour {name},",
        early="je vous avais dit : « {words} », et la date était {old}. Cela prend plus de temps que prévu, et je "
        "tiens à vous le dire maintenant plutôt que le jour même.",
        late="je vous avais dit : « {words} », et la date était {old}. Je n'ai pas tenu parole. J'en suis vraiment "
        "désolé, car vous comptiez dessus.",
        new="La nouvelle date est {new}. L'affaire reste entre mes mains.",
        back="Cette date ne vous convient pas ? Une courte réponse à ce message suffit, et nous trouvons une autre "
        "solution.",
        regards="Cordialement",
    ),
    "es": Letter(
        hello="Hola {name}:",
        early="le dije: «{words}», y la fecha era {old}. Está tardando más de lo que dije, y quiero que lo sepa por "
        "mí ahora y no el mismo día.",
        late="le dije: «{words}», y la fecha era {old}. No he cumplido mi palabra. Lo siento, porque usted contaba "
        "con ello.",
        new="La nueva fecha es {new}. El asunto sigue en mis manos.",
        back="¿No le viene bien esa fecha? Basta una breve respuesta a este correo y buscamos otra manera.",
        regards="Un saludo",
    ),
}


def new_date_letter(
    language: str, name: str, words: str, old: str, new: str, writer: str, *, broken: bool, why: str = "",
    signature: str = "",
) -> str:  # fmt: skip
    """Returns the draft of a letter that moves a date; `old` and `new` are dates as people say them, `why` a reason.

    It ends with the `signature` of its writer, where there is one, so that none is added once more on its way.
    """
    letter = LETTERS.get(language.partition("-")[0].lower(), LETTERS["en"])
    said = first_words(words, 300).rstrip(" .!")
    hello = _greeting(letter, name)
    told = (letter.late if broken else letter.early).format(words=said, old=old)
    ending = signature.strip() or f"{letter.regards}\n{writer}"
    parts = [hello, told, why.strip(), letter.new.format(new=new), letter.back, ending]
    return "\n\n".join(part for part in parts if part)


def plain_letter(language: str, name: str, words: str, writer: str, signature: str = "") -> str:
    """Returns a letter with nothing but these words between its greeting and its end."""
    letter = LETTERS.get(language.partition("-")[0].lower(), LETTERS["en"])
    return "\n\n".join([_greeting(letter, name), words, signature.strip() or f"{letter.regards}\n{writer}"])


def _greeting(letter: Letter, name: str) -> str:
    return " ".join(letter.hello.format(name=name).split()).replace(" ,", ",").replace(" :", ":")
