"""The two models against simulators with known truth, where those are at hand beside the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FAIRNESS = Path(__file__).resolve().parents[3] / "shared" / "data" / "fairness"
COMMAND = f"{Path(sys.executable).parent / 'goodword'} insight"

pytestmark = pytest.mark.skipif(not FAIRNESS.is_dir(), reason="the simulators (../shared/data/fairness) are not here")


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-W", "ignore", *words],
        cwd=FAIRNESS,
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
    )


def test_the_laws_of_fair_ratings_hold(tmp_path: Path) -> None:
    done = run("lawsA.py", f"{COMMAND} ratings", str(tmp_path / "laws"), folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ratings_reach_what_was_asked_of_them(tmp_path: Path) -> None:
    words = ("acceptA.py", "--cmd", f"{COMMAND} ratings", "--seeds", "4001-4008", "--configs", "20x100")
    done = run(*words, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_forecasts_reach_what_was_asked_of_them(tmp_path: Path) -> None:
    done = run("acceptB.py", "--cmd", f"{COMMAND} forecast", "--seeds", "4001-4003", "--n", "300", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
