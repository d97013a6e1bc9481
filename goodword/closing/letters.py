"""The words of a check (thanks, what was promised and done, the question, the way back, a name: R38) and of a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodword.kit.text import first_words


@dataclass(frozen=True)
class Letter:
    """The sentences of a check in one language."""

    hello: str
    about: str
    done: str
    question: str
    page: str
    again: str
    regards: str


LETTERS = {
    "en": Letter(
        hello="Hello {name},",
        about="thank you for telling us about “{subject}”. This is what we promised, and did:",
        done="– {words}",
        question="Did this really solve it? If anything is missing or not right, just answer this mail and I will see to it. "
        "If there is nothing more, a short “nothing more, thanks” is all we need.",
        page="Or tell us here:\n{link}",
        again="I wrote to you a few days ago and have not heard back, so I ask once more; after this I will not trouble you again.",
        regards="Kind regards",
    ),
    "de": Letter(
        hello="Guten Tag {name},",
        about="danke, dass Sie uns wegen „{subject}“ geschrieben haben. Das haben wir versprochen und getan:",
        done="– {words}",
        question="Ist damit wirklich alles gelöst? Wenn etwas fehlt oder nicht stimmt, antworten Sie einfach auf diese Mail. "
        "Wenn nichts mehr offen ist, genügt ein kurzes „nichts mehr, danke“.",
        page="Oder sagen Sie es uns hier:\n{link}",
        again="Ich habe Ihnen vor einigen Tagen geschrieben und frage nur noch dieses eine Mal nach.",
        regards="Freundliche Grüße",
    ),
    "fr": Letter(
        hello="Bonjour {name},",
        about="merci de nous avoir écrit au sujet de « {subject} ». Voici ce que nous avions promis, et fait :",
        done="– {words}",
        question="Est-ce vraiment résolu ? S'il manque quelque chose, répondez simplement à ce message. "
        "S'il n'y a plus rien, un court « plus rien, merci » nous suffit.",
        page="Ou dites-le-nous ici :\n{link}",
        again="Je vous ai écrit il y a quelques jours ; je vous le redemande une dernière fois.",
        regards="Cordialement",
    ),
    "es": Letter(
        hello="Hola {name}:",
        about="gracias por escribirnos sobre «{subject}». Esto es lo que prometimos e hicimos:",
        done="– {words}",
        question="¿Está realmente resuelto? Si falta algo, responda a este correo. "
        "Si no hay nada más, basta un breve «nada más, gracias».",
        page="O díganoslo aquí:\n{link}",
        again="Le escribí hace unos días; se lo pregunto una última vez.",
        regards="Un saludo",
    ),
}


def check_letter(
    language: str, name: str, subject: str, done: Sequence[str], writer: str, link: str,
    *, second: bool = False, signature: str = "",
) -> str:  # fmt: skip
    """Returns the text of a check in the customer's language, or in English where it is not known.

    It ends with the writer's own signature where there is one, else with regards and the name: never with both.
    """
    letter = LETTERS.get(language.split("-", maxsplit=1)[0].lower(), LETTERS["en"])
    parts = [_hello(letter, name), letter.about.format(subject=first_words(subject, 120))]
    if done:
        parts.append("\n".join(letter.done.format(words=first_words(words, 300)) for words in done))
    if second:
        parts.append(letter.again)
    parts += [letter.question, letter.page.format(link=link), signature.strip() or f"{letter.regards}\n{writer}"]
    return "\n\n".join(parts)


@dataclass(frozen=True)
class SurveyLetter:
    """The sentences of a survey in one language."""

    about: str
    question: str


SURVEYS = {
    "en": SurveyLetter(
        about="“{subject}” is settled, and I am glad of it. May I ask one thing, once?",
        question="How did we do? One click and, if you like, a sentence on what we should do better:\n{link}",
    ),
    "de": SurveyLetter(
        about="„{subject}“ ist erledigt, das freut mich. Darf ich Sie ein einziges Mal etwas fragen?",
        question="Wie waren wir? Ein Klick und, wenn Sie mögen, ein Satz dazu, was wir besser machen sollten:\n{link}",
    ),
    "fr": SurveyLetter(
        about="« {subject} » est réglé, et cela me réjouit. Puis-je vous poser une seule question, une seule fois ?",
        question="Comment avons-nous été ? Un clic et, si vous le voulez, une phrase sur ce que nous devrions améliorer :\n{link}",
    ),
    "es": SurveyLetter(
        about="«{subject}» está resuelto, y me alegro. ¿Puedo hacerle una sola pregunta, una sola vez?",
        question="¿Qué tal lo hicimos? Un clic y, si quiere, una frase sobre lo que deberíamos mejorar:\n{link}",
    ),
}


def survey_letter(language: str, name: str, subject: str, writer: str, link: str, signature: str = "") -> str:
    """Returns the text of a survey in the customer's language, or in English where it is not known."""
    code = language.split("-", maxsplit=1)[0].lower()
    letter, survey = LETTERS.get(code, LETTERS["en"]), SURVEYS.get(code, SURVEYS["en"])
    parts = [_hello(letter, name), survey.about.format(subject=first_words(subject, 120))]
    parts += [survey.question.format(link=link), signature.strip() or f"{letter.regards}\n{writer}"]
    return "\n\n".join(parts)


def _hello(letter: Letter, name: str) -> str:
    return (
        letter.hello.format(name=name) if name else letter.hello.format(name="").replace(" ,", ",").replace(" :", ":")
    )
