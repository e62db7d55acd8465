"""Benchmarks inside a program of ours, which prints its samples as one line of JSON for each."""
import json

from .contender import Contender
from .errors import BenchError
from .percentiles import percentiles
from .workshop import Workshop

#: For the whole of a program, which runs everything that is wanted of it.
MOST_SECONDS = 300


def figures(samples: list[float]) -> dict:
    """Of samples in microseconds."""
    if not samples:
        raise BenchError("no sample was taken")
    return percentiles([sample / 1e6 for sample in samples]) | {"best_us": min(samples), "count": len(samples)}


class OwnProgram:
    """It measures several benchmarks in one run; the contenders of a round share that run."""

    def __init__(self, tool: str):
        self.tool = tool
        self.names: list[str] = []
        self._rounds: list[dict[str, list[float]] | BenchError] = []

    def samples(self, workshop: Workshop, name: str, round_number: int) -> list[float]:
        if round_number == len(self._rounds):
            try:
                self._rounds.append(self._run(workshop))
            except (BenchError, ValueError, KeyError) as error:
                self._rounds.append(BenchError(str(error)))
        outcome = self._rounds[round_number]
        if isinstance(outcome, BenchError):
            raise outcome
        if name not in outcome:
            raise BenchError(f"{workshop.tools[self.tool].name} did not measure {name}")
        return outcome[name]

    def _run(self, workshop: Workshop) -> dict[str, list[float]]:
        output = workshop.run_pinned([str(workshop.tools[self.tool]), *self.names], MOST_SECONDS)
        lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        return {line["name"]: line["samples_us"] for line in lines}


class OwnBenchmark(Contender):
    """One of them, whose percentiles count unless told otherwise."""

    key = "p95_us"
    representative = "median"

    def __init__(self, name: str, program: OwnProgram):
        self.id = name
        self.program = program
        self.rounds = 0

    def prepare(self, workshop: Workshop) -> None:
        tool = workshop.tools[self.program.tool]
        if not tool.exists():
            raise BenchError(f"{tool.name} is not built; `make bench` builds it")
        self.program.names.append(self.id)

    def measure(self, workshop: Workshop) -> dict:
        self.rounds += 1
        return figures(self.program.samples(workshop, self.id, self.rounds - 1))
