"""A worker that is killed at a step: a child process that follows its own calls and dies, unasked, at the one named.

The code under test knows nothing of it: the child watches itself as a profiler does, and sends itself SIGKILL.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from django.db import connections

CALL, RETURN = "call", "return"


def killed_at(steps: str, work: Callable[[], object]) -> bool:
    """Runs work in a child that dies at the last of these steps; returns whether it did die there.

    `steps` is such as "Line.hand_over SMTP.send>": `>` waits until the function returns, else it dies as it begins.
    """
    connections.close_all()  # a connection that two processes share would be nobody's
    child = os.fork()
    if child == 0:
        _die_at(steps.split(), work)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _die_at(steps: list[str], work: Callable[[], object]) -> None:
    """Never returns: what is left of the test run in this process is not to go on."""

    def follow(frame: FrameType, event: str, _arg: object) -> None:
        if event not in (CALL, RETURN) or not steps:
            return
        wanted = CALL if not steps[0].endswith(">") else RETURN
        if event == wanted and frame.f_code.co_qualname == steps[0].rstrip(">"):
            steps.pop(0)
            if not steps:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.setprofile(follow)
        work()
    finally:
        os._exit(0)


def in_a_child(work: Callable[[], object]) -> int:
    """Runs work in a child, whose limits and failures are its own; returns 0 where it did not raise, else 1."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        failed = 1
        try:
            work()
            failed = 0
        finally:
            os._exit(failed)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
