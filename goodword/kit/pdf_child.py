"""The process that reads a PDF, and nothing else: bytes in, the number of pages or one page as a PNG out.

What somebody sent is read where little can go wrong: within bounds of memory and time, without environment, files or
anything of the desk. Whatever goes wrong ends this process alone.
"""

from __future__ import annotations

import io
import math
import resource
import sys

MEMORY = 1024 * 1024 * 1024
SECONDS = 8
WIDEST = 1400  # pixels of a page, where its letters are to be read
MOST_PIXELS = 4_000_000


def main() -> None:
    """Reads a PDF from stdin: with the argument 0 writes how many pages there are, else that page."""
    import pypdfium2  # type: ignore[import-untyped]

    _bound()
    number = int(sys.argv[1])
    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    if number == 0:
        sys.stdout.write(str(len(document)))
        return
    page = document[number - 1]
    width, height = (max(1.0, side) for side in page.get_size())
    scale = min(WIDEST / width, math.sqrt(MOST_PIXELS / (width * height)))
    out = io.BytesIO()
    page.render(scale=scale, may_draw_forms=False).to_pil().save(out, "PNG")
    sys.stdout.buffer.write(out.getvalue())


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # elsewhere the memory of a process cannot be bounded so
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
