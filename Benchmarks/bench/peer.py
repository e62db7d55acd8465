"""`wasmtime serve` with a component that answers `hello`, a fresh instance for every request."""
import http.client
import pathlib
import socket

from .errors import BenchError
from .processes import Program

COMPONENT = pathlib.Path(__file__).parent.parent / "guests" / "hello.wat"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class WasmtimeServe(Program):
    def __init__(self, program: pathlib.Path, core: int, folder: pathlib.Path):
        self.port = free_port()
        super().__init__("wasmtime-serve", [
            str(program), "serve", "--addr", f"127.0.0.1:{self.port}", "--max-instance-reuse-count", "1",
            "-O", "pooling-allocator=y", str(COMPONENT)], core, folder)
        self.base = f"http://127.0.0.1:{self.port}"
        try:
            self.wait_for(r"Serving HTTP on")
            self._check()
        except BaseException:
            self.stop()
            raise

    def _check(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/")
            answer = connection.getresponse()
            if (answer.status, content := answer.read()) != (200, b"hello"):
                raise BenchError(f"wasmtime serve answered {answer.status} {content[:100]!r}")
        finally:
            connection.close()
