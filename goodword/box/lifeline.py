"""A process that must not outlive its parent: it ends when the pipe on its standard input closes."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

ORDERLY_SECONDS = 12


def hold_on() -> None:
    """Ends this process (in order, then at once) when the one that started it is gone, even by kill -9."""
    threading.Thread(target=_wait, name="lifeline", daemon=True).start()


def _wait() -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(ORDERLY_SECONDS)
    os._exit(1)
