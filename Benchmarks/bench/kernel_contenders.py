"""Kernels on our CPU device and on POCL, and what a dispatch costs beside its kernel. One core for each."""
import json
import os
import subprocess
import sys

from .contender import Contender
from .errors import BenchError
from .percentiles import percentiles
from .workshop import Workshop

KERNELS = ("vector_add", "saxpy", "softmax", "sgemm_tiled", "mandelbrot", "histogram")
COUNTS = (1, 10, 100, 1000)
DISPATCHES = tuple(f"dispatch/{way}/{count}" for way in ("serial", "concurrent_cap64") for count in COUNTS)
CHECKS = ("ptx/check/8MiB",)
#: For the whole of our program, which runs everything that is wanted of it.
MOST_SECONDS = 300


def figures(samples: list[float]) -> dict:
    """Of samples in microseconds."""
    if not samples:
        raise BenchError("no sample was taken")
    return percentiles([sample / 1e6 for sample in samples]) | {"best_us": min(samples), "count": len(samples)}


class KernelProgram:
    """`kernel-bench` measures several benchmarks in one run; the contenders of a round share that run."""

    def __init__(self):
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
            raise BenchError(f"kernel-bench did not measure {name}")
        return outcome[name]

    def _run(self, workshop: Workshop) -> dict[str, list[float]]:
        output = workshop.run_pinned([str(workshop.tools["kernels"]), *self.names], MOST_SECONDS)
        lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        return {line["name"]: line["samples_us"] for line in lines}


class OwnKernel(Contender):
    key = "best_us"

    def __init__(self, name: str, program: KernelProgram):
        self.id = name
        self.program = program
        self.rounds = 0
        if not name.startswith("kernel/"):
            self.key, self.representative = "p95_us", "median"

    def prepare(self, workshop: Workshop) -> None:
        if not workshop.tools["kernels"].exists():
            raise BenchError("kernel-bench is not built; `make bench` builds it")
        self.program.names.append(self.id)

    def measure(self, workshop: Workshop) -> dict:
        self.rounds += 1
        return figures(self.program.samples(workshop, self.id, self.rounds - 1))


class PoclKernel(Contender):
    """The same kernel in OpenCL, on one thread. Its result is compared with numpy's before a launch is timed."""

    key = "best_us"

    def __init__(self, kernel: str):
        self.kernel = kernel
        self.id = f"kernel/{kernel}/pocl"

    def measure(self, workshop: Workshop) -> dict:
        packages = workshop.root / ".deps" / "bench" / "python"
        if not packages.exists():
            raise BenchError("pyopencl is missing; `scripts/bootstrap --bench` fetches it")
        program = workshop.root / "Benchmarks" / "opencl" / "measure.py"
        environment = os.environ | {
            "PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1", "PYOPENCL_NO_CACHE": "1",
            "POCL_MAX_PTHREAD_COUNT": "1", "POCL_CACHE_DIR": str(workshop.scratch("pocl"))}
        done = subprocess.run(
            ["taskset", "-c", str(workshop.server_core), sys.executable, str(program), self.kernel,
             str(workshop.effort.seconds / 4)],
            capture_output=True, text=True, timeout=MOST_SECONDS, check=False, env=environment)
        if done.returncode != 0:
            raise BenchError(f"POCL: {(done.stderr or done.stdout).strip()[-300:]}")
        line = json.loads(done.stdout)
        return figures(line["samples_us"]) | {"build_us": line["build_us"], "first_us": line["first_us"]}


def kernel_contenders() -> list[Contender]:
    program = KernelProgram()
    own = {name: OwnKernel(name, program) for name in (*(f"kernel/{name}" for name in KERNELS), *DISPATCHES, *CHECKS)}
    beside = [entry for name in KERNELS for entry in (own[f"kernel/{name}"], PoclKernel(name))]
    return beside + [own[name] for name in (*DISPATCHES, *CHECKS)]
