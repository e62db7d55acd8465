"""A client on one connection, which tells an answer from none."""
import http.client
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .leaks import LeakWatch
from .server import Token


@dataclass(frozen=True)
class Answer:
    """What came back. Without an answer there is no such value: nobody knows then what the server did."""

    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def kind(self) -> str:
        """The `kind` of an error, or nothing."""
        try:
            return self.json["error"]["kind"]
        except (ValueError, KeyError, TypeError):
            return ""

    def __str__(self) -> str:
        return f"{self.status} {self.body[:300]!r}"


class Client:
    def __init__(self, port: Callable[[], int], token: Token | None, watch: LeakWatch | None = None,
                 on_leak: Callable[[str], None] | None = None, seconds: float = 60):
        self._port = port
        self.token = token
        self._watch = watch
        self._on_leak = on_leak
        self._seconds = seconds
        self._connection: http.client.HTTPConnection | None = None
        self._used_port = 0

    def send(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None,
             kind: str = "application/json") -> Answer | None:
        """The answer, or nothing when the connection broke. `body` is bytes, or something to write as JSON."""
        content = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        fields = {"Content-Type": kind} if content is not None else {}
        if self.token:
            fields["Authorization"] = f"Bearer {self.token.text}"
            fields["X-TensorWasm-Tenant"] = str(self.token.tenant)
        try:
            connection = self._open()
            connection.request(method, path, content, fields | (headers or {}))
            answer = connection.getresponse()
            answer_body = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return None
        self._look(method, path, answer, answer_body)
        if answer.will_close:
            self.close()
        return Answer(answer.status, answer_body, {name.lower(): value for name, value in answer.getheaders()})

    def _open(self) -> http.client.HTTPConnection:
        port = self._port()
        if self._connection is None or port != self._used_port:
            self.close()
            self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=self._seconds)
            self._connection.connect()
            self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._used_port = port
        return self._connection

    def _look(self, method: str, path: str, answer: http.client.HTTPResponse, body: bytes) -> None:
        if not self._watch or not self._on_leak:
            return
        for name in self._watch.find(str(answer.headers).encode() + body):
            self._on_leak(f"the answer to {method} {path} holds {name}")

    def pages(self, path: str, member: str, limit: int = 1000) -> list[dict] | None:
        """Every item of a list, page by page."""
        items: list[dict] = []
        cursor = ""
        mark = "&" if "?" in path else "?"
        while True:
            answer = self.send("GET", f"{path}{mark}limit={limit}{cursor}")
            if answer is None or answer.status != 200:
                return None
            page = answer.json
            items += page[member]
            if not page["next_cursor"]:
                return items
            cursor = f"&cursor={page['next_cursor']}"

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None
