"""Small files for the stories: a page as PDF and a picture as PNG, written byte by byte."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A file that goes with a mail."""

    filename: str
    content_type: str
    content: bytes


def page(filename: str, title: str, *lines: str) -> Paper:
    """Returns one page of plain text as a PDF (Latin letters only)."""
    rows = [f"BT /F1 20 Tf 72 760 Td ({_escaped(title)}) Tj ET"]
    rows += [f"BT /F1 11 Tf 72 {720 - 18 * number} Td ({_escaped(line)}) Tj ET" for number, line in enumerate(lines)]
    stream = "\n".join(rows).encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return Paper(filename, "application/pdf", _assembled(objects))


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + end + trailer


def picture(filename: str, warm: tuple[int, int, int], cool: tuple[int, int, int], size: int = 160) -> Paper:
    """Returns a soft two-coloured picture, as blurred as a photo taken in a hurry."""
    steps = [bytes(int(c + (w - c) * near / 255) for w, c in zip(warm, cool, strict=True)) for near in range(256)]
    rows = bytearray()
    for row in range(size):
        rows.append(0)
        for column in range(size):
            away = ((row - size * 0.55) ** 2 + (column - size * 0.45) ** 2) ** 0.5 / (size * 0.6)
            rows += steps[255 - min(int(away * 255), 255)]
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return Paper(filename, "image/png", b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
