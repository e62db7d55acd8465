"""Measures a quiet tenant alone and beside an abusive one, in alternating rounds on one server."""
import contextlib
import pathlib
import random
import re
import statistics
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench.peer import free_port
from bench.processes import Program

from .abuse import deploy, kinds
from .client import Client
from .errors import HardeningError
from .guests import ADD
from .paced import Outcome, Sender, Traffic, compile_program, request, stand_back
from .server import ALL_CORES, Site

#: Calls a second of the quiet tenant, and how many times as much the other one sends.
QUIET_RATE, TIMES = 100, 100
#: Connections of the quiet tenant: a call that is late does not hold up the next one.
QUIET_CONNECTIONS = 64
#: Time between the begin of the abuse and of the measurement, in seconds.
RUN_UP = 1.0


@dataclass(frozen=True)
class Tools:
    """Compiled C programs, and the guest with endless kernels."""

    paced: pathlib.Path
    floor: pathlib.Path
    kernels: str

    @classmethod
    def prepare(cls, root: pathlib.Path) -> "Tools":
        folder = root / ".build" / "hardening"
        return cls(
            compile_program(root / "Tests/Hardening/paced/paced.c", folder / "paced"),
            compile_program(root / "Benchmarks/floor/epoll_hello.c", folder / "floor"),
            (root / "Benchmarks/guests/kernels.wat").read_text(encoding="utf-8"))


class Neighbours:
    """A server with a quiet and an abusive tenant, and beside it the least server there can be, for comparison."""

    def __init__(self, site: Site, tools: Tools, generator: random.Random, seconds: float, rate: float = QUIET_RATE):
        self.site, self._tools, self._seconds, self._rate = site, tools, seconds, rate
        self._number = 0
        site.start()
        quiet, abuser = site.tokens
        self._client = Client(lambda: site.port, quiet)
        function = deploy(self._client, "quiet", ADD.encode())
        body = b'{"export":"run","args":[2,40]}'
        self._call = request("POST", f"/functions/{function}/invoke", quiet, body)
        self.abuse = kinds(Client(lambda: site.port, abuser), abuser, tools.kernels, QUIET_RATE * TIMES, generator)
        port = free_port()
        self._floor = Program("floor", [str(tools.floor), str(port)], ALL_CORES, site.folder / "floor")
        self._floor.wait_for("listening")
        self._floor_port = port

    def close(self) -> None:
        self._floor.stop()
        self.site.stop()

    def _sender(self, port: int, traffic: Traffic, seconds: float, measured: bool) -> Sender:
        self._number += 1
        folder = self.site.folder / f"sender-{self._number}"
        return Sender(self._tools.paced, port, traffic, seconds, folder, measured)

    def measure(self, abuse: dict[str, Traffic]) -> dict:
        """One round: the quiet tenant and the floor at the same time, beside what is given."""
        attackers = {name: self._sender(self.site.port, traffic, self._seconds + RUN_UP + 60, False)
                     for name, traffic in abuse.items()}
        try:
            if attackers:
                time.sleep(RUN_UP)
            calls = Traffic([self._call], self._rate, QUIET_CONNECTIONS)
            quiet = self._sender(self.site.port, calls, self._seconds, True)
            floor = self._sender(self._floor_port, calls, self._seconds, True)
            outcome, ground = quiet.outcome(), floor.outcome()
        finally:
            for sender in attackers.values():
                sender.stop()
        begun = {name: _summary(sender.outcome(), self._seconds + RUN_UP) for name, sender in attackers.items()}
        self._await_rest()
        return {"quiet": outcome.figures(), "floor": ground.figures(), "abuse": begun}

    def measure_awake(self) -> dict:
        """A round without abuse, but with processors that never rest."""
        with _awake():
            return self.measure({})

    def _await_rest(self) -> None:
        """Returns when nothing of a round is left in the server."""
        headers = {"Authorization": f"Bearer {self.site.metrics_token}"}
        end = time.monotonic() + 60
        while time.monotonic() < end:
            answer = Client(lambda: self.site.port, None).send("GET", "/metrics", headers=headers)
            if answer and re.search(rb"^tensor_wasm_active_instances 0$", answer.body, re.M):
                return
            if self.site.life.status is not None:
                raise HardeningError(f"the server ended with status {self.site.life.status}")
            time.sleep(0.1)
        raise HardeningError("calls are alive a minute after their clients have left")


def _summary(outcome: Outcome, seconds: float) -> dict:
    answered = sum(map(len, outcome.latencies.values()))
    return {"answers_per_second": answered / seconds, "statuses": outcome.statuses, "skipped": outcome.skipped,
            "broken": outcome.broken}


@contextlib.contextmanager
def _awake() -> Iterator[None]:
    """Keeps every processor busy with what anybody else may interrupt at once.

    A virtual processor that works all the time is now and then taken away for some milliseconds, and one that rests is
    not. Whatever an abusive tenant does keeps processors busy; this is what that alone costs, without any server.
    """
    spinners: list[subprocess.Popen] = []
    try:
        for _ in ALL_CORES.split(","):
            spinners.append(subprocess.Popen(["sh", "-c", "while :; do :; done"], stdin=subprocess.DEVNULL))
            stand_back(spinners[-1])
        yield
    finally:
        for spinner in spinners:
            spinner.kill()
            spinner.wait()


def compare(alone: list[dict], awake: list[dict], beside: list[dict]) -> dict:
    """Medians over the rounds, and of each round beside to those alone that came before it."""
    rounds = {"alone": alone, "awake": awake, "beside": beside}

    def ratios(base: list[dict]) -> list[float]:
        return [one["quiet"]["p99_us"] / other["quiet"]["p99_us"] for one, other in zip(beside, base)]

    figures: dict = {
        f"{who}_{figure}_{name}_us": statistics.median(one[who][f"{figure}_us"] for one in several)
        for name, several in rounds.items() for who in ("quiet", "floor") for figure in ("p50", "p99")}
    return figures | {
        "ratio": statistics.median(ratios(alone)), "ratios": ratios(alone),
        "ratio_awake": statistics.median(ratios(awake)), "ratios_awake": ratios(awake),
        "quiet_refused": sum(
            one["quiet"]["refused"] + one["quiet"]["broken"] for several in rounds.values() for one in several),
    }
