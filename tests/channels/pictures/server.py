"""A real web server on this machine that serves pictures, sends elsewhere, drips and never ends, as it is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 200


class Elsewhere(ThreadingHTTPServer):
    """The server, and the requests that came to it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.turns: dict[str, str] = {}

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class _Answers(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        turn = self.server.turns.get(self.path)
        try:
            if turn:
                self.send_response(302)
                self.send_header("Location", turn)
                self.end_headers()
            else:
                getattr(self, "_" + self.path.strip("/").partition("?")[0].replace(".", "_"), self._missing)()
        except OSError:
            pass

    def _send(self, content: bytes, kind: str = "image/png", length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Set-Cookie", "seen=1")
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)

    def _missing(self) -> None:
        self.send_error(404)

    def _photo_png(self) -> None:
        self._send(PNG)

    def _page(self) -> None:
        self._send(b"<html><script>alert(1)</script>", "image/png")

    def _drawing(self) -> None:
        self._send(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "image/png")

    def _says_large(self) -> None:
        self._send(PNG, length=50_000_000)

    def _short(self) -> None:
        self._send(PNG, length=5_000)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PNG)
        for _ in range(2_000):
            self.wfile.write(b"0" * 65_536)

    def _dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"0")
            time.sleep(0.05)

    def _dripping_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(200):
            self.wfile.write(b"0")
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def running() -> Iterator[Elsewhere]:
    """Runs the server on a port of its own."""
    server = Elsewhere()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)
