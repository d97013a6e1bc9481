"""A door in front of a real IMAP server: it takes XOAUTH2 and no passwords, as those of Google and Microsoft do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.channels.conftest import Imap


class Relay:
    """Listens on a port of its own; who shows a good token is signed in behind by the password."""

    def __init__(self, behind: Imap, is_good: Callable[[str], bool]) -> None:
        self.behind, self.is_good = behind, is_good
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self.behind.port)) as server:
            threading.Thread(target=self._copy, args=(server, client), daemon=True).start()
            lines = client.makefile("rb")
            for line in lines:
                tag, _, command = line.decode().strip().partition(" ")
                if command.upper().startswith("LOGIN"):
                    client.sendall(f"{tag} NO [AUTHENTICATIONFAILED] no passwords here\r\n".encode())
                elif command.upper() != "AUTHENTICATE XOAUTH2":
                    server.sendall(line)
                else:
                    client.sendall(b"+ \r\n")
                    if self.is_good(lines.readline().decode().strip()):
                        server.sendall(f'{tag} LOGIN {self.behind.user} "{self.behind.password}"\r\n'.encode())
                    else:
                        client.sendall(f"{tag} NO [AUTHENTICATIONFAILED] invalid credentials\r\n".encode())

    @staticmethod
    def _copy(server: socket.socket, client: socket.socket) -> None:
        try:
            while content := server.recv(65536):
                client.sendall(content)
        except OSError:
            return
