"""What every measurement shares: the project's own Python, a desk of its own to measure on, and the machine's name."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def in_venv() -> None:
    """Starts the script again under the project's Python, unless it runs there already."""
    python = ROOT / ".venv" / "bin" / "python"
    if Path(sys.prefix) != ROOT / ".venv" and python.exists():
        os.execv(python, [str(python), *sys.argv])


@contextmanager
def new_desk() -> Iterator[None]:
    """An empty desk on an embedded database of its own, as durable as a real one; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="goodword-bench-") as folder:
        os.environ |= {"GOODWORD_DATA": f"{folder}/desk", "GOODWORD_LOG": "error", "DATABASE_URL": ""}
        from goodword.box.desk import desk

        with desk(as_owner=True):
            from django.core.management import call_command

            call_command("migrate", verbosity=0)
            yield


def machine() -> str:
    """One line about the machine."""
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} x {model}, {memory} GB, {system}"
