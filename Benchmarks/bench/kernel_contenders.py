"""Kernels on our CPU device and on POCL, and what a dispatch costs beside its kernel. One core for each."""
import json
import os
import subprocess
import sys

from .contender import Contender
from .errors import BenchError
from .own_program import MOST_SECONDS, OwnBenchmark, OwnProgram, figures
from .workshop import Workshop

KERNELS = ("vector_add", "saxpy", "softmax", "sgemm_tiled", "mandelbrot", "histogram")
COUNTS = (1, 10, 100, 1000)
DISPATCHES = tuple(f"dispatch/{way}/{count}" for way in ("serial", "concurrent_cap64") for count in COUNTS)
CHECKS = ("ptx/check/8MiB",)


class OwnKernel(OwnBenchmark):
    """A whole kernel, of which the launch counts that was least disturbed."""

    key = "best_us"
    representative = "best"


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
    program = OwnProgram("kernels")
    own = {name: OwnKernel(name, program) for name in (f"kernel/{kernel}" for kernel in KERNELS)}
    beside = [entry for name in KERNELS for entry in (own[f"kernel/{name}"], PoclKernel(name))]
    return beside + [OwnBenchmark(name, program) for name in (*DISPATCHES, *CHECKS)]
