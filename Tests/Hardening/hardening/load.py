"""Measures a quiet tenant alone and beside an abusive one, in alternating rounds on one server."""
import pathlib
import random
import re
import statistics
import time
from dataclasses import dataclass

from bench.peer import free_port
from bench.processes import Program

from .abuse import deploy, kinds
from .client import Client
from .errors import HardeningError
from .guests import ADD
from .paced import Outcome, Sender, Traffic, compile_program, request
from .server import ALL_CORES, Site

#: Calls a second of the quiet tenant, and how many times as much the other one sends.
QUIET_RATE, TIMES = 100, 100
#: Connections of the quiet tenant: a call that is late does not hold up the next one.
QUIET_CONNECTIONS = 64
#: Time between the begin of the abuse and of the measurement, in seconds.
RUN_UP = 1.0
#: The attacker's clients yield to everybody else: on the same machine they would otherwise be the disturbance.
ATTACKER_NICENESS = 15


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

    def _sender(self, port: int, traffic: Traffic, seconds: float, niceness: int = 0) -> Sender:
        self._number += 1
        folder = self.site.folder / f"sender-{self._number}"
        return Sender(self._tools.paced, port, traffic, seconds, folder, niceness)

    def measure(self, abuse: dict[str, Traffic]) -> dict:
        """One round: the quiet tenant and the floor at the same time, beside what is given."""
        attackers = {name: self._sender(self.site.port, traffic, self._seconds + RUN_UP + 60, ATTACKER_NICENESS)
                     for name, traffic in abuse.items()}
        try:
            if attackers:
                time.sleep(RUN_UP)
            calls = Traffic([self._call], self._rate, QUIET_CONNECTIONS)
            quiet = self._sender(self.site.port, calls, self._seconds)
            floor = self._sender(self._floor_port, calls, self._seconds)
            outcome, ground = quiet.outcome(), floor.outcome()
        finally:
            for sender in attackers.values():
                sender.stop()
        begun = {name: _summary(sender.outcome(), self._seconds + RUN_UP) for name, sender in attackers.items()}
        self._await_rest()
        return {"quiet": outcome.figures(), "floor": ground.figures(), "abuse": begun}

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


def compare(alone: list[dict], beside: list[dict]) -> dict:
    """Medians over the rounds, and the ratio of neighbours: each round beside to the round alone before it."""
    ratios = [round_beside["quiet"]["p99_us"] / round_alone["quiet"]["p99_us"]
              for round_alone, round_beside in zip(alone, beside)]

    def median(rounds: list[dict], who: str, figure: str) -> float:
        return statistics.median(one[who][figure] for one in rounds)

    return {
        **{f"{figure}_alone_us": median(alone, "quiet", f"{figure}_us") for figure in ("p50", "p99")},
        **{f"{figure}_beside_us": median(beside, "quiet", f"{figure}_us") for figure in ("p50", "p99")},
        "floor_p99_alone_us": median(alone, "floor", "p99_us"),
        "floor_p99_beside_us": median(beside, "floor", "p99_us"),
        "ratio": statistics.median(ratios), "ratios": ratios,
        "quiet_refused": sum(one["quiet"]["refused"] + one["quiet"]["broken"] for one in alone + beside),
    }
