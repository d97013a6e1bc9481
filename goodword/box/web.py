"""The web server: one process of uvicorn, as many of them as there are machines and more."""

from __future__ import annotations

import socket

# Open event streams end with the server; a browser opens them again by itself.
GOODBYE_SECONDS = 2


def run(listen: tuple[str, int], proxies: list[str], door: int | None = None) -> None:
    """Serves until SIGTERM or SIGINT, on a socket that was opened before (`door`) or on `listen`."""
    import uvicorn

    config = uvicorn.Config(
        "goodword.config.asgi:application",
        host=listen[0],
        port=listen[1],
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
        timeout_keep_alive=30,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=256,
    )
    sockets = [socket.socket(fileno=door)] if door is not None else None
    uvicorn.Server(config).run(sockets=sockets)
