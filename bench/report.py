"""How a measurement speaks: one JSON object on standard output, and where it was measured."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": _processor(), "cores": os.cpu_count(), "memory_gb": round(memory / 2**30),
        "system": platform.platform(), "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }  # fmt: skip


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def say(words: str) -> None:
    """Tells a person how far it has come."""
    print(words, file=sys.stderr, flush=True)


def report(what: str, *, size: Any, figure: float, unit: str, floor: float, ratio: float, **more: Any) -> None:
    """Prints the one object. `floor` is the same work done plainly, in the same unit and the same run."""
    said = {
        "what": what, "size": size, "figure": _short(figure), "unit": unit, "floor": _short(floor),
        "ratio": _short(ratio), **more, "machine": machine(),
    }  # fmt: skip
    print(json.dumps(said, ensure_ascii=False))


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def _short(value: float) -> float:
    return float(f"{value:.4g}")
