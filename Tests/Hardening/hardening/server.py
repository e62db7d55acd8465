"""The server under test: its settings, its secrets, and each of its lives."""
import os
import pathlib
import random
import re
import time
from dataclasses import dataclass, field

from bench.errors import BenchError
from bench.processes import Program

from .errors import HardeningError
from .leaks import LeakWatch

#: Every core that this program may use, as `taskset` takes them.
ALL_CORES = ",".join(map(str, sorted(os.sched_getaffinity(0))))


@dataclass(frozen=True)
class Token:
    """A bearer token, and a tenant of its scope."""

    text: str
    tenant: int


def make_secret(generator: random.Random) -> str:
    return f"{generator.getrandbits(160):040x}"


class Life(Program):
    """One run of the server, from its start to its end."""

    def __init__(self, program: pathlib.Path, arguments: list[str], folder: pathlib.Path, settings: dict[str, str],
                 cores: str):
        begin = time.monotonic()
        super().__init__("server", [str(program), "serve", *arguments], cores, folder, settings)
        try:
            self.port = int(self.wait_for(r"listens on https?://127\.0\.0\.1:(\d+)", 60)[1])
        except BaseException:
            self.stop()
            raise
        self.seconds_to_start = time.monotonic() - begin

    @property
    def status(self) -> int | None:
        """The exit status, or nothing while it runs."""
        return self._process.poll()


@dataclass
class Site:
    """A data directory with the servers that follow each other on it. Two tenants and one that sees all."""

    program: pathlib.Path
    folder: pathlib.Path
    generator: random.Random
    #: On top of those that every test has; without a value the server's default.
    settings: dict[str, str | None] = field(default_factory=dict)
    cores: str = ALL_CORES
    data: pathlib.Path | None = None

    def __post_init__(self) -> None:
        if not self.program.exists():
            raise HardeningError(f"{self.program} is missing; build it, or name another with --server")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.data = self.data or self.folder / "data"
        self.tokens = [Token(make_secret(self.generator), tenant) for tenant in (1, 2)]
        self.wildcard = Token(make_secret(self.generator), 0)
        self.metrics_token = make_secret(self.generator)
        self.watch = LeakWatch({
            "a token of tenant 1": self.tokens[0].text, "a token of tenant 2": self.tokens[1].text,
            "the token for all tenants": self.wildcard.text, "the token of the metrics": self.metrics_token})
        self.life: Life | None = None
        self.starts: list[float] = []

    def start(self) -> Life:
        """Starts the server and returns when it serves."""
        entries = [f"{token.text}:tenant={token.tenant}" for token in self.tokens]
        settings = {
            "TENSOR_WASM_API_TOKENS": ",".join([*entries, f"{self.wildcard.text}:tenant=*"]),
            "TENSOR_WASM_API_METRICS_TOKEN": self.metrics_token,
            "TENSOR_WASM_API_AUDIT_LOG": f"file:{self.folder / 'audit.log'}",
            "TENSOR_WASM_LIMIT_RATE_PER_TENANT": "0",
            "TENSOR_WASM_DRAIN_DELAY_MS": "0",
        } | self.settings
        arguments = ["--addr", "127.0.0.1:0", "--data-dir", str(self.data)]
        output = self.folder / f"output-{len(self.starts)}"
        try:
            given = {name: value for name, value in settings.items() if value is not None}
            self.life = Life(self.program, arguments, output, given, self.cores)
        except BenchError as error:
            raise HardeningError(str(error)) from error
        self.starts.append(self.life.seconds_to_start)
        return self.life

    @property
    def port(self) -> int:
        """Of the server that runs, or ran last."""
        if self.life is None:
            raise HardeningError("the server was not started")
        return self.life.port

    def stop(self) -> None:
        if self.life:
            self.life.stop()

    def leaks(self) -> list[str]:
        """Where a secret stands in what all lives have written: output, audit log, data directory."""
        lines = self.watch.find_in_folder(self.folder)
        return lines if self.data.is_relative_to(self.folder) else lines + self.watch.find_in_folder(self.data)

    def output(self) -> str:
        """What all lives have logged."""
        logs = sorted(self.folder.glob("output-*/server.log"), key=lambda path: path.stat().st_mtime)
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in logs)

    def crashes(self) -> list[str]:
        """Lines that only a process which died of its own fault writes."""
        return [line for line in self.output().splitlines()
                if re.search(r"Fatal error|Program crashed|Thread \d+.* crashed", line)]
