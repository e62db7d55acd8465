"""Spawn, call and drop of an instance: ours through `tensor-wasm bench`, and the same calls from C."""
import json
import shutil
import subprocess

from . import guests
from .contender import Contender
from .errors import BenchError
from .workshop import Workshop

CALLS = 20_000
WARM_UP = 500
MODULES = {"tiny": lambda: guests.constant(42), "wasi": guests.wasi, "16MiB": lambda: guests.with_memory(16, 1)}


def build_yardstick(workshop: Workshop):
    """Compiles the C program against the header and the library that the server uses."""
    source = workshop.root / "Benchmarks" / "engine" / "spawn.c"
    headers = workshop.root / "Sources" / "CWasmtime" / "include"
    library = workshop.root / ".deps" / "libwasmtime.artifactbundle"
    program = workshop.folder / "spawn"
    newest = max(file.stat().st_mtime for file in (source, headers / "CWasmtime.h", library / "libwasmtime.so"))
    if program.exists() and program.stat().st_mtime > newest:
        return program
    compiler = shutil.which("clang")
    if not compiler:
        raise BenchError("no clang on PATH; it comes with the Swift toolchain")
    done = subprocess.run([
        compiler, "-O2", "-Wall", "-Wno-nullability-completeness", "-I", str(headers),
        "-o", str(program), str(source), f"-L{library}", "-lwasmtime", "-lpthread", f"-Wl,-rpath,{library}",
    ], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise BenchError(f"the C program does not compile: {done.stderr.strip()[-500:]}")
    return program


class Spawn(Contender):
    key = "p50_us"

    def __init__(self, module: str, is_yardstick: bool):
        self.module = module
        self.is_yardstick = is_yardstick
        self.id = f"engine/spawn_call_drop/{module}" + ("/c" if is_yardstick else "")

    def prepare(self, workshop: Workshop) -> None:
        path = str(workshop.file(f"{self.module}.wasm", MODULES[self.module]()))
        if self.is_yardstick:
            self.command = [str(build_yardstick(workshop)), path, "run", str(CALLS), str(WARM_UP)]
        else:
            self.command = [
                str(workshop.tools["server"]), "bench", path, "--export", "run", "--iterations", str(CALLS),
                "--warmup", str(WARM_UP), "--output", "json"]

    def measure(self, workshop: Workshop) -> dict:
        figures = json.loads(workshop.run_pinned(self.command))
        return {name: float(figures[name]) for name in ("p50_us", "p95_us", "p99_us", "max_us")} | {"count": CALLS}
