"""Requests under full load: 32 connections, each with one request on its way."""
import hashlib
import json
import signal
import time
import uuid

from . import guests
from .contender import Contender
from .errors import BenchError
from .floor import Floor
from .load import Request
from .processes import Program
from .workshop import Workshop

DEADLINE_MS = 100
SPINNERS = 4


def expect(answer: dict, name: str, value) -> None:
    if answer.get(name) != value:
        raise BenchError(f"the answer's {name} is {answer.get(name)!r} instead of {value!r}")


class Load(Contender):
    """A request of the shared server, repeated by `wrk`."""

    request: Request

    def prepare(self, workshop: Workshop) -> None:
        self.request = self.make_request(workshop)
        workshop.load.run(self.server(workshop).base, self.request, 1)

    def measure(self, workshop: Workshop) -> dict:
        return workshop.load.run(self.server(workshop).base, self.request, workshop.effort.seconds)

    def server(self, workshop: Workshop):
        return workshop.gateway()

    def make_request(self, workshop: Workshop) -> Request:
        raise NotImplementedError


class Health(Load):
    id = "e2e/healthz/get"

    def make_request(self, workshop: Workshop) -> Request:
        workshop.gateway().ask("GET", "/healthz")
        return Request("/healthz")


class InvokeNotFound(Load):
    id = "e2e/invoke_not_found/post"

    def make_request(self, workshop: Workshop) -> Request:
        return Request(f"/functions/{uuid.uuid4()}/invoke", "POST", '{"export":"add","args":[2,40]}', is_refused=True)


class InvokeAdd(Load):
    id = "e2e/invoke/add"

    def make_request(self, workshop: Workshop) -> Request:
        gateway = workshop.gateway()
        module = (workshop.root / "Examples" / "add" / "add.wat").read_bytes()
        function = gateway.deploy("add", module, "application/wat")
        call = {"export": "add", "args": [2, 40]}
        expect(gateway.invoke(function, call), "result", [42])
        return Request(f"/functions/{function}/invoke", "POST", json.dumps(call, separators=(",", ":")))


class InvokeSHA256(Load):
    id = "e2e/invoke/sha256_4k"

    def make_request(self, workshop: Workshop) -> Request:
        module = workshop.root / "Examples" / "build" / "sha256.wasm"
        if not module.exists():
            raise BenchError("the examples are not built; run scripts/build-examples")
        gateway = workshop.gateway()
        function = gateway.deploy("sha256", module.read_bytes())
        text = "TensorWasm measures itself here. " * 125
        call = {"export": "sha256", "input": text[:4096]}
        digest = hashlib.sha256(text[:4096].encode()).hexdigest()
        expect(gateway.invoke(function, call), "stdout", digest + "\n")
        return Request(f"/functions/{function}/invoke", "POST", json.dumps(call, separators=(",", ":")))


class WasmtimeServeHello(Load):
    id = "peer/wasmtime_serve/hello"

    def server(self, workshop: Workshop):
        return workshop.peer()

    def make_request(self, workshop: Workshop) -> Request:
        return Request("/")


class FloorHello(Load):
    """What the machine's sockets allow: the bytes of `e2e/invoke/add`, with nothing behind them."""

    id = "floor/epoll/hello"

    def server(self, workshop: Workshop):
        if not hasattr(self, "program"):
            self.program = workshop.keep(Floor(workshop, workshop.server_core))
        return self.program

    def make_request(self, workshop: Workshop) -> Request:
        call = {"export": "add", "args": [2, 40]}
        return Request(f"/functions/{uuid.uuid4()}/invoke", "POST", json.dumps(call, separators=(",", ":")))


def endless_request(workshop: Workshop, deadline_ms: int) -> Request:
    function = workshop.gateway().deploy("endless", guests.endless())
    headers = {"X-TensorWasm-Deadline-Ms": str(deadline_ms)}
    return Request(f"/functions/{function}/invoke", "POST", '{"export":"run"}', headers, is_refused=True)


class AddBesideSpinners(InvokeAdd):
    id = "e2e/invoke/add_beside_spinners"
    representative = "median"
    key = "p99_us"

    def make_request(self, workshop: Workshop) -> Request:
        self.endless = self.endless_request(workshop)
        return super().make_request(workshop)

    def endless_request(self, workshop: Workshop) -> Request:
        return endless_request(workshop, 1_000)

    def measure(self, workshop: Workshop) -> dict:
        gateway = workshop.gateway()
        spinners = workshop.keep(Program(
            "spinners",
            workshop.load.command(gateway.base, self.endless, workshop.effort.seconds + 10, SPINNERS),
            workshop.load_core, workshop.scratch("spinners")))
        try:
            self.wait_for_instances(gateway, SPINNERS)
            return super().measure(workshop)
        finally:
            spinners.stop(signal.SIGINT)
            self.wait_for_instances(gateway, 0)

    @staticmethod
    def wait_for_instances(gateway, count: int) -> None:
        end = time.monotonic() + 10
        while gateway.live_instances() != count:
            if time.monotonic() > end:
                raise BenchError(f"the server did not come to {count} live instances")
            time.sleep(0.01)


def kernel_guest(workshop: Workshop) -> str:
    module = (workshop.root / "Benchmarks" / "guests" / "kernels.wat").read_bytes()
    return workshop.gateway().deploy("kernels", module, "application/wat")


class InvokeKernel(Load):
    """A call that loads a kernel from the cache, launches it and waits for it."""

    id = "e2e/invoke/kernel"

    def make_request(self, workshop: Workshop) -> Request:
        function = kernel_guest(workshop)
        call = {"export": "mark"}
        expect(workshop.gateway().invoke(function, call), "result", [42])
        return Request(f"/functions/{function}/invoke", "POST", json.dumps(call, separators=(",", ":")))


class AddBesideEndlessKernels(AddBesideSpinners):
    id = "e2e/invoke/add_beside_endless_kernels"

    def endless_request(self, workshop: Workshop) -> Request:
        headers = {"X-TensorWasm-Deadline-Ms": "1000"}
        return Request(
            f"/functions/{kernel_guest(workshop)}/invoke", "POST", '{"export":"run"}', headers, is_refused=True)


class KernelBesideEndlessKernels(InvokeKernel, AddBesideEndlessKernels):
    id = "e2e/invoke/kernel_beside_endless_kernels"

    def make_request(self, workshop: Workshop) -> Request:
        self.endless = self.endless_request(workshop)
        return InvokeKernel.make_request(self, workshop)

    def measure(self, workshop: Workshop) -> dict:
        return AddBesideEndlessKernels.measure(self, workshop)


class DeadlineOvershoot(Contender):
    """How long after its deadline an endless guest's answer arrives, several of them spinning at once."""

    id = "engine/deadline_overshoot"
    representative = "worst"
    key = "p99_us"

    def prepare(self, workshop: Workshop) -> None:
        self.request = endless_request(workshop, DEADLINE_MS)

    def measure(self, workshop: Workshop) -> dict:
        gateway = workshop.gateway()
        figures = workshop.load.run(gateway.base, self.request, workshop.effort.seconds, SPINNERS)
        late = {name: figures[name] - DEADLINE_MS * 1_000 for name in ("p50_us", "p95_us", "p99_us", "max_us")}
        return late | {"count": figures["count"]}
