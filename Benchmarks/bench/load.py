"""The load generator: `wrk` on its own core, one thread."""
import json
import pathlib
import re
import subprocess
from dataclasses import dataclass, field

from .errors import BenchError

SCRIPT = pathlib.Path(__file__).with_name("load.lua")
CONNECTIONS = 32


@dataclass(frozen=True)
class Request:
    """What is sent again and again, and whether the right answer is an error status."""

    path: str
    method: str = "GET"
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    is_refused: bool = False


class LoadGenerator:
    def __init__(self, program: pathlib.Path, core: int):
        self._program = program
        self._core = core

    def command(self, base: str, request: Request, seconds: int, connections: int = CONNECTIONS) -> list[str]:
        headers = [f"{name}: {value}" for name, value in request.headers.items()]
        return [
            str(self._program), "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s",
            "--timeout", "10s", "--script", str(SCRIPT), base,
            "--", request.method, request.path, request.body, *headers]

    def run(self, base: str, request: Request, seconds: int, connections: int = CONNECTIONS) -> dict:
        """Latencies in microseconds and answers a second, while `connections` requests are always on their way."""
        command = ["taskset", "-c", str(self._core), *self.command(base, request, seconds, connections)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 20, check=False)
        match = re.search(r"^FIGURES (.*)$", done.stdout, re.M)
        if done.returncode != 0 or not match:
            raise BenchError(f"wrk failed: {(done.stderr or done.stdout).strip()[-300:]}")
        figures = json.loads(match[1])
        if figures["count"] == 0:
            raise BenchError("no request was answered")
        if figures["broken"] or figures["refused"] != (figures["count"] if request.is_refused else 0):
            raise BenchError(
                f"of {figures['count']} answers {figures['refused']} had an error status; {figures['broken']} broke")
        return figures | {"per_second": figures["count"] / figures["seconds"]}
