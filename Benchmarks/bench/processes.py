"""Programs under measurement: pinned to a core, waited for, and always ended by their own id."""
import os
import pathlib
import re
import signal
import subprocess
import time

from .errors import BenchError


class Program:
    """A running program whose output goes to a file."""

    def __init__(self, name: str, command: list[str], core: int, folder: pathlib.Path, settings=None):
        folder.mkdir(parents=True, exist_ok=True)
        self.name = name
        self.log = folder / f"{name}.log"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("TENSOR_WASM_")}
        with self.log.open("wb") as output:
            # The folder as working directory keeps a configuration file of the user's out of the measurement.
            self._process = subprocess.Popen(
                ["taskset", "-c", str(core), *command], stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, cwd=folder, env=environment | (settings or {}))
        self.pid = self._process.pid

    def wait_for(self, pattern: str, seconds: float = 30) -> re.Match:
        """Returns the first match of `pattern` in the output."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = self.log.read_text(encoding="utf-8", errors="replace")
            match = re.search(pattern, text)
            if match:
                return match
            if self._process.poll() is not None:
                raise BenchError(f"{self.name} ended with status {self._process.returncode}: {text[-500:].strip()}")
            time.sleep(0.01)
        raise BenchError(f"{self.name} was not ready within {seconds:.0f} s")

    def memory(self) -> dict[str, float]:
        """Resident memory in MiB: all of it, and the part that belongs to no file."""
        try:
            status = pathlib.Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        except OSError as error:
            raise BenchError(f"{self.name} is gone: {error}") from error
        kibibytes = {name: int(value) for name, value in re.findall(r"^(\w+):\s+(\d+) kB$", status, re.M)}
        return {"mib": kibibytes["VmRSS"] / 1024, "anonymous_mib": kibibytes["RssAnon"] / 1024}

    def stop(self, request=signal.SIGTERM) -> None:
        if self._process.poll() is not None:
            return
        self._process.send_signal(request)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
