"""Jobs that are durable before they are acknowledged: how many a second, and how many until all have run."""
import json
import re
import time

from .contender import Contender
from .errors import BenchError
from .gateway import Gateway
from .load import Request
from .workshop import Workshop

#: Callers at a time: those who wait together share the writing to disk.
CALLERS = 128
#: More than a round creates: the callers are to find no full queue.
OUTSTANDING = 100_000


class InvokeAsync(Contender):
    """Creates jobs for one round; the rate of the whole includes waiting for the last one's end."""

    id = "e2e/invoke_async/add"

    def prepare(self, workshop: Workshop) -> None:
        limits = {f"TENSOR_WASM_LIMIT_{name}": str(OUTSTANDING) for name in ("JOBS", "JOBS_PER_TENANT")}
        self.gateway: Gateway = workshop.new_gateway(limits)
        module = (workshop.root / "Examples" / "add" / "add.wat").read_bytes()
        function = self.gateway.deploy("add", module, "application/wat")
        call = {"export": "add", "args": [2, 40]}
        self.request = Request(
            f"/functions/{function}/invoke-async", "POST", json.dumps(call, separators=(",", ":")))
        self.create(workshop, 1)

    def measure(self, workshop: Workshop) -> dict:
        return self.create(workshop, workshop.effort.seconds)

    def create(self, workshop: Workshop, seconds: int) -> dict:
        before = self.counted("jobs_total", 'outcome="completed"')
        begin = time.monotonic()
        figures = workshop.load.run(self.gateway.base, self.request, seconds, CALLERS)
        while self.counted("jobs_active"):
            if time.monotonic() - begin > seconds + 60:
                raise BenchError("jobs are outstanding a minute after the last was created")
            time.sleep(0.01)
        done = self.counted("jobs_total", 'outcome="completed"') - before
        # The load generator ends with requests on their way, which it does not count.
        if not figures["count"] <= done <= figures["count"] + CALLERS:
            raise BenchError(f"{figures['count']} jobs are acknowledged and {done} completed")
        return figures | {"completed_per_second": done / (time.monotonic() - begin)}

    def counted(self, family: str, labels: str = "") -> int:
        pattern = rf"^tensor_wasm_{family}(?:\{{{labels}\}})? (\d+)"
        match = re.search(pattern.encode(), self.gateway.ask("GET", "/metrics"), re.M)
        if not match:
            raise BenchError(f"the metrics do not tell {family}")
        return int(match[1])
