"""The web server: one process of uvicorn, as many of them as there are machines and more."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn

import goodword

GOODBYE_SECONDS = 2  # for requests still being answered


class _Server(uvicorn.Server):
    """Ends the event streams first when it stops; a browser opens them again by itself."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Says goodbye to the open screens, then waits for what is still being answered."""
        from goodword.live.hub import hub

        hub().close()
        await super().shutdown(sockets)


def run(listen: tuple[str, int], proxies: list[str], door: int | None = None, *, reload: bool = False) -> None:
    """Serves until SIGTERM or SIGINT, on a socket that was opened before (`door`) or on `listen`.

    With `reload`, for development, it begins anew when the code changes.
    """
    from uvicorn.supervisors import ChangeReload

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
        reload=reload,
        reload_dirs=[str(Path(goodword.__file__).parent)] if reload else None,
    )
    server = _Server(config)
    opened = [socket.socket(fileno=door)] if door is not None else None
    if reload:
        ChangeReload(config, target=server.run, sockets=opened or [config.bind_socket()]).run()
    else:
        server.run(sockets=opened)
