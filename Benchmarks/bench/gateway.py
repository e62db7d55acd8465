"""Our server as a contender, and what a client does with it."""
import base64
import http.client
import json
import pathlib
import re

from .errors import BenchError
from .processes import Program


class Gateway(Program):
    _connection: http.client.HTTPConnection | None = None

    def __init__(self, program: pathlib.Path, core: int, folder: pathlib.Path, settings: dict[str, str]):
        command = [str(program), "serve", "--addr", "127.0.0.1:0", "--data-dir", str(folder / "data")]
        super().__init__("tensor-wasm", command, core, folder, {"TENSOR_WASM_DRAIN_DELAY_MS": "0"} | settings)
        try:
            self.port = int(self.wait_for(r"listens on http://127\.0\.0\.1:(\d+)")[1])
        except BaseException:
            self.stop()
            raise
        self.base = f"http://127.0.0.1:{self.port}"
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def stop(self, *request) -> None:
        if self._connection:
            self._connection.close()
        super().stop(*request)

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> bytes:
        """The body of the answer, which must be a success."""
        headers = {"Content-Type": kind} if body is not None else {}
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise BenchError(f"{method} {path}: {error!r}") from error
        if not 200 <= answer.status < 300:
            raise BenchError(f"{method} {path}: {answer.status} {content[:300]!r}")
        return content

    def deploy(self, name: str, module: bytes, kind: str = "application/wasm") -> str:
        return json.loads(self.ask("POST", f"/functions?name={name}", module, kind))["id"]

    @staticmethod
    def creation(name: str, module: bytes) -> bytes:
        return json.dumps({"name": name, "wasm_b64": base64.b64encode(module).decode()}).encode()

    def invoke(self, function: str, call: dict) -> dict:
        return json.loads(self.ask("POST", f"/functions/{function}/invoke", json.dumps(call).encode()))

    def live_instances(self) -> int:
        match = re.search(rb"^tensor_wasm_active_instances (\d+)", self.ask("GET", "/metrics"), re.M)
        if not match:
            raise BenchError("the metrics do not tell the live instances")
        return int(match[1])
