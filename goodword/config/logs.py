"""Logs by structlog: JSON lines for machines or plain lines for people, never with secrets or mail contents."""

from __future__ import annotations

import logging
from typing import Any

import structlog


def configure(wanted: dict[str, str]) -> None:
    """Sets up logging for the process, at the level and in the form of GOODWORD_LOG."""
    number = logging.getLevelNamesMapping()[wanted["level"].upper()]
    renderer: Any = structlog.processors.JSONRenderer() if wanted["form"] == "json" else structlog.dev.ConsoleRenderer()
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(number),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(number)
    for chatty in ("procrastinate", "uvicorn", "flufl.bounce", "mail.log"):
        logging.getLogger(chatty).setLevel(max(number, logging.WARNING))
