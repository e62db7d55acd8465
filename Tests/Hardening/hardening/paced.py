"""Clients at a fixed rate: the program in C that sends, and what it has measured."""
import contextlib
import os
import pathlib
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass

from bench.percentiles import percentiles

from .errors import HardeningError
from .server import Token

SOURCE = pathlib.Path(__file__).resolve().parents[1] / "paced" / "paced.c"


def compile_program(source: pathlib.Path, program: pathlib.Path) -> pathlib.Path:
    """Compiles one C file unless the program is newer."""
    if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
        return program
    compiler = shutil.which("clang")
    if not compiler:
        raise HardeningError("no clang on PATH; it comes with the Swift toolchain")
    program.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([compiler, "-O2", "-Wall", "-o", str(program), str(source)],
                          capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise HardeningError(f"{source.name} does not compile: {done.stderr.strip()[-500:]}")
    return program


def request(method: str, path: str, token: Token | None, body: bytes = b"",
            kind: str = "application/json") -> bytes:
    """A whole request as it goes over the wire."""
    fields = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if token:
        fields += [f"Authorization: Bearer {token.text}", f"X-TensorWasm-Tenant: {token.tenant}"]
    if body:
        fields += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*fields, "", ""]).encode() + body


@dataclass(frozen=True)
class Traffic:
    """What to send, how often, and whether the sender insists on each request."""

    requests: list[bytes]
    per_second: float
    connections: int
    is_patient: bool = True


@dataclass(frozen=True)
class Outcome:
    """Latencies in seconds, by status; and how many requests found no connection, or lost theirs."""

    latencies: dict[int, list[float]]
    skipped: int
    broken: int

    @property
    def statuses(self) -> dict[str, int]:
        counts = Counter({str(status): len(values) for status, values in sorted(self.latencies.items())})
        return dict(counts)

    def figures(self) -> dict:
        """Of the answers with status 200."""
        samples = self.latencies.get(200, [])
        if not samples:
            raise HardeningError(f"no request was answered with 200: {self.statuses}, {self.broken} broken")
        return percentiles(samples) | {
            "count": len(samples), "refused": sum(map(len, self.latencies.values())) - len(samples),
            "broken": self.broken}


def stand_back(process: subprocess.Popen) -> None:
    """From now on the process takes only processor time that nobody else wants."""
    os.sched_setscheduler(process.pid, os.SCHED_IDLE, os.sched_param(0))


def go_ahead(process: subprocess.Popen) -> None:
    """From now on the process waits for nobody, where the user may ask for that."""
    with contextlib.suppress(PermissionError):
        os.sched_setscheduler(process.pid, os.SCHED_RR, os.sched_param(1))


class Sender:
    """A running client.

    Clients stand for other machines: on this one a client that is `measured` does not wait for the processor, and any
    other takes only what the server and everybody else leave.
    """

    def __init__(self, program: pathlib.Path, port: int, traffic: Traffic, seconds: float, folder: pathlib.Path,
                 measured: bool):
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for number, content in enumerate(traffic.requests):
            path = folder / f"request-{number}"
            path.write_bytes(content)
            files.append(str(path))
        self._output = (folder / "answers").open("w+")
        command = [str(program), str(port), str(traffic.per_second), str(seconds), str(traffic.connections),
                   "wait" if traffic.is_patient else "skip", *files]
        self._process = subprocess.Popen(command, stdout=self._output, stdin=subprocess.DEVNULL)
        (go_ahead if measured else stand_back)(self._process)
        self._seconds = seconds

    def stop(self) -> None:
        """Asks for an early end."""
        if self._process.poll() is None:
            self._process.terminate()

    def outcome(self) -> Outcome:
        """Waits for the end."""
        try:
            self._process.wait(self._seconds + 40)
        except subprocess.TimeoutExpired as error:
            self._process.kill()
            self._process.wait()
            raise HardeningError("a client does not end") from error
        self._output.seek(0)
        latencies: dict[int, list[float]] = {}
        skipped = broken = 0
        is_whole = False
        for line in self._output:
            words = line.split()
            if words[0] == "SKIPPED":
                skipped, broken, is_whole = int(words[1]), int(words[3]), True
            else:
                latencies.setdefault(int(words[0]), []).append(int(words[1]) / 1e6)
        self._output.close()
        if not is_whole:
            raise HardeningError(f"a client ended with status {self._process.returncode}")
        return Outcome(latencies, skipped, broken)
