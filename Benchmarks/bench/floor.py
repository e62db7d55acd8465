"""The floor under any HTTP server of this machine: a C program with one read and one write a request."""
import shutil
import subprocess

from .errors import BenchError
from .peer import free_port
from .processes import Program
from .workshop import Workshop


def build_floor(workshop: Workshop):
    """Compiles the program unless it is newer than its source."""
    source = workshop.root / "Benchmarks" / "floor" / "epoll_hello.c"
    program = workshop.folder / "epoll_hello"
    if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
        return program
    compiler = shutil.which("clang")
    if not compiler:
        raise BenchError("no clang on PATH; it comes with the Swift toolchain")
    done = subprocess.run(
        [compiler, "-O2", "-Wall", "-o", str(program), str(source)],
        capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise BenchError(f"the floor does not compile: {done.stderr.strip()[-500:]}")
    return program


class Floor(Program):
    def __init__(self, workshop: Workshop, core: int):
        port = free_port()
        super().__init__("floor", [str(build_floor(workshop)), str(port)], core, workshop.scratch("floor"))
        self.base = f"http://127.0.0.1:{port}"
        try:
            self.wait_for("listening")
        except BaseException:
            self.stop()
            raise
