"""The whole desk on one machine: database, web and worker, started in order and ended together."""

from __future__ import annotations

import http.client
import os
import shlex
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress

import click

from goodword.box import prepared
from goodword.box.desk import settle
from goodword.box.folder import held, make_folder
from goodword.box.postgres import CannotRun, Server, Urls, cluster_in
from goodword.box.supervise import PAUSES, Child, end_all, goodword, keep_running
from goodword.config.env import Env, read
from goodword.config.values import local_url

PORTS_TO_TRY = 20
READY_SECONDS = 120


def run(*, demo: bool) -> None:
    """Runs the desk until Ctrl-C or SIGTERM; raises CannotRun with the reason when it cannot start."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    env = read(os.environ)
    with ExitStack() as stack:
        stack.enter_context(held(make_folder(env.data)))
        door = stack.enter_context(_listen(env))
        server = _embedded(env, stack)
        urls = server.urls if server else Urls(env.owner_url, env.database_url)
        settle(env.data, urls)
        _prepare(env, urls, demo=demo, stop=stop)
        web = Child("web server", goodword("web", "--lifeline", "--fd", str(door.fileno())), (door.fileno(),))
        worker = Child("worker", goodword("worker", "--lifeline"))
        stack.callback(end_all, [web, worker])
        web.start()
        _await_first_page(door, web, stop)
        if not stop.is_set():
            worker.start()
            _greet(urls, demo=demo)
        keep_running([web, worker], stop.wait, _revive(server))
        click.echo("Stopping ...", err=True)


def _embedded(env: Env, stack: ExitStack) -> Server | None:
    if env.database_url:
        return None
    cluster = cluster_in(env.data)
    if not cluster.data.exists():
        click.echo("Making the database ...", err=True)
        if not cluster.folder.is_relative_to(env.data):
            click.echo(
                f"{env.data} is closed to other users, and PostgreSQL does not run as root: "
                f"the database is in {cluster.folder}.",
                err=True,
            )
    cluster.ensure()
    server = Server(cluster)
    stack.callback(server.stop)
    server.start()
    return server


def _revive(server: Server | None) -> Callable[[], None]:
    """Returns what brings the embedded database back when it has died; web and worker wait for it by themselves.

    One that dies while it starts is tried again, after growing pauses: what is on the disk is waiting for it.
    """
    failures, not_before = 0, 0.0

    def look() -> None:
        nonlocal failures, not_before
        if server is None or server.alive() or time.monotonic() < not_before:
            return
        if not server.cluster.data.exists():
            raise CannotRun(f"The data folder {server.cluster.data} is gone.")
        click.echo("The database ended; starting it again.", err=True)
        try:
            server.start()
            failures = 0
        except CannotRun as reason:
            not_before = time.monotonic() + PAUSES[min(failures, len(PAUSES) - 1)]
            failures += 1
            click.echo(str(reason), err=True)

    return look


def _listen(env: Env) -> socket.socket:
    """Takes the port first, so that a taken one is found at once and a restart of the web server loses no visitor."""
    host, port = env.listen
    chosen = "GOODWORD_LISTEN" in os.environ
    for number in range(port, port + 1 if chosen else port + PORTS_TO_TRY):
        with suppress(OSError):
            door = socket.create_server(
                (host, number), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=256
            )
            os.environ["GOODWORD_LISTEN"] = f"[{host}]:{_port(door)}" if ":" in host else f"{host}:{_port(door)}"
            return door
    raise CannotRun(f"Nothing can listen on {host}:{port}; another program may. Choose another port with --port.")


def _port(door: socket.socket) -> int:
    return int(door.getsockname()[1])


def _prepare(env: Env, urls: Urls, *, demo: bool, stop: threading.Event) -> None:
    """Migrates, collects static files and builds the demo, in a process of its own and only when something is new."""
    if prepared.is_current(env.data, urls.app, demo=demo):
        return
    child = Child("preparation", goodword("migrate", "--lifeline", "--everything", *(["--demo"] if demo else [])))
    child.start()
    assert child.process is not None  # noqa: S101  it has just been started
    while child.process.poll() is None and not stop.wait(0.05):
        pass
    if stop.is_set():
        end_all([child])
        raise CannotRun("Stopped.")
    if child.process.returncode:
        raise CannotRun("The desk was not started.")


def _await_first_page(door: socket.socket, web: Child, stop: threading.Event) -> None:
    """Asks for the first answer; the question waits at the door until the web server opens it."""
    answered = threading.Event()

    def ask() -> None:
        host = door.getsockname()[0]
        with suppress(OSError, http.client.HTTPException):
            asking = http.client.HTTPConnection(_reachable(host), _port(door), timeout=READY_SECONDS)
            asking.request("GET", "/healthz", headers={"Host": "localhost"})
            asking.getresponse().read()
            answered.set()

    threading.Thread(target=ask, daemon=True).start()
    while not answered.is_set() and not stop.wait(0.02):
        if web.process is None or web.process.poll() is not None:
            raise CannotRun("The web server did not start.")


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def _greet(urls: Urls, *, demo: bool) -> None:
    env = read(os.environ)
    click.echo(f"\nGoodword is running: {env.base_url}")
    if (local := local_url(*env.listen)) != env.base_url:
        click.echo(f"On this machine: {local}")
    if demo:
        from goodword.demo.people import CUSTOMER_DOOR, PASSWORD, sign_ins

        click.echo(f"\nA demo. The password of everybody is: {PASSWORD}")
        for name, address, _, role in sign_ins():
            click.echo(f"  {address:<28} {name}, {role}")
        click.echo(f"\nThe page of one of its customers: {env.base_url}{CUSTOMER_DOOR}")
    elif not prepared.has_people(urls.app):
        click.echo("\nNobody can sign in yet. Make the first admin, in another terminal:")
        click.echo(f"  {_command()} user add you@example.com --name 'Your Name' --role admin")
    click.echo("\nCtrl-C stops it.")


def _command() -> str:
    data = os.environ["GOODWORD_DATA"]
    return f"GOODWORD_DATA={shlex.quote(data)} goodword"
