"""The pages of a PDF as pictures, drawn by a process of their own within bounds (see `pdf_child`)."""

from __future__ import annotations

import subprocess
import sys
import threading

from goodword.kit import files

LARGEST = 50 * 1024 * 1024
MOST_PAGES = 30
SECONDS = 12
AT_ONCE = threading.BoundedSemaphore(2)
COMMAND = (sys.executable, "-I", "-m", "goodword.kit.pdf_child")


def pages_of(key: str) -> int | None:
    """Returns how many pages the PDF kept under a key has; None for what is none, is gone, or cannot be read."""
    said = _asked(key, 0)
    return int(said) if said and said.isdigit() else None


def page_of(key: str, number: int) -> bytes | None:
    """Returns one page as a PNG; None where there is none, or where it takes too long or too much."""
    return _asked(key, number) if 1 <= number <= MOST_PAGES else None


def _asked(key: str, number: int) -> bytes | None:
    try:
        with files.opened(key) as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    if len(content) > LARGEST or not files.is_pdf(content[:1024]):
        return None
    if not AT_ONCE.acquire(timeout=SECONDS):
        return None
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, and a number
            [*COMMAND, str(number)], input=content, capture_output=True, check=False, timeout=SECONDS, env={}, cwd="/"
        )
    except subprocess.TimeoutExpired:
        return None
    finally:
        AT_ONCE.release()
    return done.stdout if done.returncode == 0 else None
