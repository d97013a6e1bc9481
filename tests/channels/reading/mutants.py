"""Mails broken on purpose: those of these tests, cut, doubled, swapped and spoiled. The same for the same seed."""

from __future__ import annotations

import random

from tests.channels.reading.samples import blocks, multipart, raw_letter

INTERESTING = (
    b"\n\n",
    b"\r\n",
    b"\r",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"--B\n",
    b"--B--\n",
    b'"',
    b"<",
    b">",
    b"(",
    b")",
    b"\\",
    b"=?utf-8?B?",
    b"?=",
    b"=?x?Q?=\xff",
    b"=",
    b"&#x110000;",
    b"&",
    b"<!--",
    b"<script>",
    b"<blockquote>",
    b"\x1b$B",
    b":",
    b";",
    b"%",
    b"boundary=",
    b'boundary=""',
    b"Content-Type: multipart/mixed\n",
    b"Content-Type: message/rfc822\n\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: x-uuencode\n",
    b"begin 644 a\n",
    b"charset=utf-7",
    b"charset=idna",
    b"charset=utf-16",
    b"charset=rot13",
    b"Content-Disposition: attachment; filename*0*=utf-8''%",
    b"\t",
    b" ",
    b"From: ",
    b"To: undisclosed:;",
    b"Date: 99 Foo 99999",
    b"> ",
    b"On 1/14/25 10:30, Desk wrote:\n",
    b"-- \n",
    b"\xed\xa0\x80",
    b"Final-Recipient: ",
    b"Action: failed\n",
    b"format=flowed; delsp=yes",
    b"\xe2\x80\xae",
    b"A" * 1000,
    b"1" * 300,
)
SEEDS = tuple(
    [text.encode() for text in blocks("reports.txt").values()]
    + [raw_letter(text, kind="text/html; charset=utf-8") for text in blocks("html_replies.txt").values()]
    + [raw_letter(f"Yes.\n\n{text}\n> old\n") for text in blocks("attributions.txt").values()]
    + [
        multipart(
            "Content-Type: text/plain; format=flowed\n\none \ntwo",
            "Content-Type: text/html; charset=koi8-r\n\n<p>one</p>",
            "Content-Type: image/png; name*=utf-8''%C3%A4.png\nContent-ID: <a@b>\n\nPNG",
            "Content-Type: message/rfc822\n\nFrom: ben@customer.example\n\ninner",
        ),
        raw_letter("R3LDtsOfZQ==", "Content-Transfer-Encoding: base64\n"),
        raw_letter("Gr=C3=B6=\n=C3=9Fe", "Content-Transfer-Encoding: quoted-printable\n"),
        raw_letter("begin 644 a.txt\n#86)C\n`\nend\n", "Content-Transfer-Encoding: x-uuencode\n"),
    ]
)


def mutant(chance: random.Random, times: int) -> bytes:
    """One of the seeds, changed so many times."""
    mail = chance.choice(SEEDS)
    for _ in range(times):
        mail = _changed(mail, chance)
    return mail[:200_000]


def _changed(mail: bytes, chance: random.Random) -> bytes:
    at, to = sorted(chance.randrange(len(mail) + 1) for _ in range(2))
    kind = chance.randrange(8)
    if kind == 0:  # something nasty goes in
        return mail[:at] + chance.choice(INTERESTING) + mail[at:]
    if kind == 1:  # a piece is lost
        return mail[:at] + mail[min(to, at + 200) :]
    if kind == 2:  # a piece comes twice
        return mail[:to] + mail[at:to][:2000] * chance.randrange(1, 4) + mail[to:]
    if kind == 3:  # a byte is another
        return mail[:at] + bytes([chance.randrange(256)]) + mail[at + 1 :]
    if kind == 4:  # the end is missing
        return mail[:at] if at > 20 else mail
    if kind == 5:  # a piece of another mail
        other = chance.choice(SEEDS)
        start = chance.randrange(len(other))
        return mail[:at] + other[start : start + chance.randrange(400)] + mail[at:]
    if kind == 6:  # lines in another order
        lines = mail.split(b"\n")
        chance.shuffle(lines)
        return b"\n".join(lines)
    return mail.replace(
        chance.choice((b"\n", b" ", b":", b"B", b"=")), chance.choice(INTERESTING), chance.randrange(1, 4)
    )
