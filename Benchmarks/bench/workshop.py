"""What a run has at hand: tools, cores, and the servers, which are started when first needed and always ended."""
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from .errors import BenchError
from .gateway import Gateway
from .load import LoadGenerator
from .peer import WasmtimeServe
from .processes import Program


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    rounds: int
    seconds: int


class Workshop:
    def __init__(self, root: pathlib.Path, tools: dict[str, pathlib.Path], cores: tuple[int, int], effort: Effort):
        self.root = root
        self.tools = tools
        self.server_core, self.load_core = cores
        self.effort = effort
        self.load = LoadGenerator(tools["wrk"], self.load_core)
        self.folder = root / ".build" / "bench"
        self._scratch = self.folder / "run"
        self._programs: list[Program] = []
        self._shared: dict[str, Program] = {}
        self._numbers = 0
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch.mkdir(parents=True)

    def number(self) -> int:
        """A number that no other call of this run gets."""
        self._numbers += 1
        return self._numbers

    def file(self, name: str, content: bytes) -> pathlib.Path:
        path = self._scratch / name
        path.write_bytes(content)
        return path

    def new_gateway(self, settings: dict[str, str] | None = None) -> Gateway:
        """A server of its own with nothing deployed; the caller stops it, or the end of the run does."""
        folder = self._scratch / f"gateway-{self.number()}"
        gateway = Gateway(self.tools["server"], self.server_core, folder, settings or {})
        self._programs.append(gateway)
        return gateway

    def gateway(self) -> Gateway:
        """The server all HTTP benchmarks share."""
        if "gateway" not in self._shared:
            self._shared["gateway"] = self.new_gateway()
        return self._shared["gateway"]

    def peer(self) -> WasmtimeServe:
        if "peer" not in self._shared:
            self._shared["peer"] = WasmtimeServe(self.tools["peer"], self.server_core, self._scratch / "peer")
            self._programs.append(self._shared["peer"])
        return self._shared["peer"]

    def keep(self, program: Program) -> Program:
        """Ends `program` with the run, whatever happens."""
        self._programs.append(program)
        return program

    def scratch(self, name: str) -> pathlib.Path:
        return self._scratch / name

    def run_pinned(self, command: list[str], seconds: float = 60) -> str:
        """The output of a program that runs alone on the server's core."""
        try:
            done = subprocess.run(
                ["taskset", "-c", str(self.server_core), *command], capture_output=True, text=True, timeout=seconds,
                check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BenchError(f"{command[0]}: {error}") from error
        if done.returncode != 0:
            reason = (done.stderr or done.stdout).strip()[-300:]
            raise BenchError(f"{command[0]} ended with {done.returncode}: {reason}")
        return done.stdout

    def close(self) -> None:
        for program in reversed(self._programs):
            program.stop()
        shutil.rmtree(self._scratch, ignore_errors=True)
