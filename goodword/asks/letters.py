"""The words of an ask as a mail: short, as a person would write them. No Django, no database.

To partners they say the question, the asker's first name and who we are, and nothing else of ours or the customer's.
"""

from __future__ import annotations

from dataclasses import dataclass

from goodword.kit.text import first_words

MADE, REMINDED, LATE, STANDS_IN, EXTENDED, WITHDRAWN = (
    "made", "reminded", "late", "stands_in", "extended", "withdrawn",
)  # fmt: skip
WORDS_IN_SUBJECT = 70


@dataclass(frozen=True)
class Known:
    """What a letter says: whom it greets, who asks and for whom, what, by when, and the page for the answer."""

    name: str
    asker: str
    house: str
    question: str
    answer_by: str
    link: str
    is_approval: bool = False
    instead_of: str = ""


@dataclass(frozen=True)
class _Speech:
    """The sentences of one language. The keys of `opening` are occasions."""

    subject: str
    from_house: str
    hello: str
    opening: dict[str, str]
    needs_decision: str
    reply: str
    decide: str
    thanks: str


_SPEECH = {
    "en": _Speech(
        subject="A question from {who}: {words}",
        from_house="{asker} of {house}",
        hello="Hello {name},",
        opening={
            MADE: "I have a question for you:",
            REMINDED: "a short reminder of my question:",
            LATE: "the time that we had for this has passed, and I still need your answer:",
            STANDS_IN: "this was asked of {instead_of}, who cannot answer in time. You stand in:",
            EXTENDED: "you have more time for my question:",
            WITHDRAWN: "my question has been settled; you need not answer it any more:",
        },
        needs_decision="I need a yes or a no from you:",
        reply="Please answer by {answer_by}. Just reply to this mail, or write your answer here, without an account:",
        decide="Please decide by {answer_by}. Reply with yes or no as the first word, "
        "or decide here, without an account:",
        thanks="Thank you",
    ),
    "de": _Speech(
        subject="Eine Frage von {who}: {words}",
        from_house="{asker} ({house})",
        hello="Guten Tag {name},",
        opening={
            MADE: "ich habe eine Frage an Sie:",
            REMINDED: "eine kurze Erinnerung an meine Frage:",
            LATE: "die Zeit, die wir dafür hatten, ist vorbei, und ich brauche Ihre Antwort noch:",
            STANDS_IN: "{instead_of} kann das nicht rechtzeitig beantworten. Sie vertreten:",
            EXTENDED: "Sie haben mehr Zeit für meine Frage:",
            WITHDRAWN: "meine Frage hat sich erledigt; Sie müssen nicht mehr antworten:",
        },
        needs_decision="ich brauche ein Ja oder ein Nein von Ihnen:",
        reply="Bitte antworten Sie bis {answer_by}: einfach auf diese Mail, oder ohne Konto hier:",
        decide="Bitte entscheiden Sie bis {answer_by}: Antworten Sie mit Ja oder Nein als erstem Wort, "
        "oder ohne Konto hier:",
        thanks="Vielen Dank",
    ),
    "fr": _Speech(
        subject="Une question de {who} : {words}",
        from_house="{asker} ({house})",
        hello="Bonjour {name},",
        opening={
            MADE: "j’ai une question pour vous :",
            REMINDED: "un petit rappel de ma question :",
            LATE: "le délai est passé, et j’ai toujours besoin de votre réponse :",
            STANDS_IN: "c’était pour {instead_of}, qui ne peut pas répondre à temps. Vous prenez le relais :",
            EXTENDED: "vous avez plus de temps pour ma question :",
            WITHDRAWN: "ma question est réglée ; vous n’avez plus besoin d’y répondre :",
        },
        needs_decision="il me faut un oui ou un non de votre part :",
        reply="Merci de répondre au plus tard : {answer_by}. Répondez simplement à ce message, ou ici, sans compte :",
        decide="Merci de décider au plus tard : {answer_by}. Répondez par oui ou non en premier mot, "
        "ou ici, sans compte :",
        thanks="Merci",
    ),
    "es": _Speech(
        subject="Una pregunta de {who}: {words}",
        from_house="{asker} ({house})",
        hello="Hola, {name}:",
        opening={
            MADE: "tengo una pregunta para usted:",
            REMINDED: "un breve recordatorio de mi pregunta:",
            LATE: "el plazo ha pasado y todavía necesito su respuesta:",
            STANDS_IN: "esta pregunta era para {instead_of}, que no puede responder a tiempo. Le toca a usted:",
            EXTENDED: "tiene más tiempo para mi pregunta:",
            WITHDRAWN: "mi pregunta está resuelta; ya no hace falta que responda:",
        },
        needs_decision="necesito un sí o un no de su parte:",
        reply="Responda, por favor, a más tardar: {answer_by}. Basta con contestar a este correo, o aquí, sin cuenta:",
        decide="Decida, por favor, a más tardar: {answer_by}. Conteste con sí o no como primera palabra, "
        "o aquí, sin cuenta:",
        thanks="Gracias",
    ),
}


def subject_of(known: Known, language: str) -> str:
    """Returns the subject, the same for all letters of one ask, so that they stay together."""
    speech = _speech(language)
    return speech.subject.format(who=_who(known, speech), words=first_words(known.question, WORDS_IN_SUBJECT))


def letter(occasion: str, known: Known, language: str) -> str:
    """Returns the text of a letter on one of the occasions above."""
    speech = _speech(language)
    opening = speech.opening[occasion].format(instead_of=known.instead_of)
    if occasion == MADE and known.is_approval:
        opening = speech.needs_decision
    asked = "\n".join(f"    {line}" for line in known.question.strip().splitlines())
    how = (speech.decide if known.is_approval else speech.reply).format(answer_by=known.answer_by)
    parts = [speech.hello.format(name=known.name), opening, asked]
    if occasion != WITHDRAWN:
        parts.append(f"{how}\n{known.link}")
    parts.append("\n".join(line for line in (speech.thanks, known.asker, known.house) if line))
    return "\n\n".join(parts) + "\n"


def _who(known: Known, speech: _Speech) -> str:
    return speech.from_house.format(asker=known.asker, house=known.house) if known.house else known.asker


def _speech(language: str) -> _Speech:
    return _SPEECH.get(language.partition("-")[0].lower(), _SPEECH["en"])
