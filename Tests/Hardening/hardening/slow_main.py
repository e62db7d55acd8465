"""The command line of `scripts/slow-clients`."""
import argparse
import contextlib
import json
import pathlib
import random
import signal
import statistics
import sys
import tempfile
import time

from . import attacks, bombs
from .abuse import deploy
from .client import Client
from .errors import HardeningError
from .findings import Findings, table
from .guests import ADD
from .load import QUIET_CONNECTIONS, QUIET_RATE
from .paced import Sender, Traffic, compile_program, request
from .server import Site

#: P99 beside slow clients in relation to P99 alone.
WANTED = 2.0
#: Connections that say nothing; that send slowly.
IDLE, SLOW = 10_000, 2_000
#: Threads of each restless attack over HTTP/2.
THREADS = 2


class SlowTest:
    def __init__(self, root: pathlib.Path, site: Site, wishes: argparse.Namespace):
        self.site, self.wishes, self.findings = site, wishes, Findings()
        self._paced = compile_program(root / "Tests/Hardening/paced/paced.c", root / ".build/hardening/paced")
        self._slow_http = root / ".deps/hardening/bin/slowhttptest"
        site.start()
        self.client = Client(lambda: site.port, site.wildcard)
        self.function = deploy(self.client, "add", ADD.encode())
        self._path = f"/functions/{self.function}/invoke"
        call = request("POST", self._path, site.wildcard, b'{"export":"run","args":[2,40]}')
        self._traffic = Traffic([call], QUIET_RATE, QUIET_CONNECTIONS)
        self._numbers = 0

    def attack(self, name: str, tally: attacks.Tally) -> contextlib.AbstractContextManager[None]:
        port, token = self.site.port, self.site.wildcard
        url = f"http://127.0.0.1:{port}/openapi.json"
        reset = attacks.rapid_reset(port, token, self._path, tally)
        makers = {
            "idle connections": lambda: attacks.idle(port, self.wishes.idle, tally),
            "slow heads": lambda: attacks.slow_http(self._slow_http, "-H", url, SLOW, self.site.folder),
            "slow bodies": lambda: attacks.dribble(port, SLOW, token, self._path, tally),
            "slow bodies, no token": lambda: attacks.slow_http(
                self._slow_http, "-B", f"http://127.0.0.1:{port}{self._path}", SLOW, self.site.folder),
            "slow reading": lambda: attacks.slow_http(self._slow_http, "-X", url, SLOW, self.site.folder),
            "rapid reset": lambda: attacks.repeating(*[reset] * THREADS),
            "ping flood": lambda: attacks.repeating(
                *[attacks.frame_flood(port, *attacks.PING_PAYLOAD, tally)] * THREADS),
            "settings flood": lambda: attacks.repeating(
                *[attacks.frame_flood(port, *attacks.SETTINGS_PAYLOAD, tally)] * THREADS),
            "endless headers": lambda: attacks.repeating(*[attacks.endless_headers(port, tally)] * THREADS),
        }
        return makers[name]()

    PATIENT = ("idle connections", "slow heads", "slow bodies", "slow bodies, no token", "slow reading")
    #: As fast as the machine is: what they must lead to is a closed connection. Their ratio is told, not judged.
    RESTLESS = ("rapid reset", "ping flood", "settings flood", "endless headers")
    NAMES = PATIENT + RESTLESS

    def measure(self) -> dict:
        self._numbers += 1
        folder = self.site.folder / f"sender-{self._numbers}"
        return Sender(self._paced, self.site.port, self._traffic, self.wishes.seconds, folder, measured=True).outcome().figures()

    def run(self, name: str) -> dict:
        """Alternating rounds alone and beside one attack."""
        tally, alone, beside = attacks.Tally(), [], []
        for _ in range(self.wishes.rounds):
            alone.append(self.measure())
            with self.attack(name, tally):
                time.sleep(1)
                beside.append(self.measure())
            time.sleep(0.5)
        for figures in alone + beside:
            if figures["refused"] or figures["broken"]:
                self.findings.add("refused", f"{name}: a healthy client had {figures['refused']} refusals, "
                                             f"{figures['broken']} broken connections")
        if self.site.life.status is not None:
            raise HardeningError(f"{name}: the server ended with status {self.site.life.status}")
        ratio = statistics.median(one["p99_us"] / other["p99_us"] for other, one in zip(alone, beside))
        p99_alone, p99_beside = (statistics.median(one["p99_us"] for one in rounds) for rounds in (alone, beside))
        if name in self.RESTLESS and not any(key.startswith("GOAWAY") for key in tally.counts):
            self.findings.add("endured", f"{name}: no connection was closed with GOAWAY; {tally}")
        if name in self.PATIENT and ratio > WANTED:
            self.findings.add("slow", f"{name}: P99 is {ratio:.2f} times what it is alone")
        return {"p99_alone_us": p99_alone, "p99_beside_us": p99_beside, "ratio": ratio, "seen": str(tally),
                "memory": self.site.life.memory()}


def main(root: pathlib.Path) -> int:
    """0 when nothing was found, 1 when something was, 2 when the test could not run."""
    wishes = _parse(root)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    limit = attacks.raise_descriptor_limit(wishes.idle + attacks.SPARE_DESCRIPTORS)
    if limit < wishes.idle + attacks.SPARE_DESCRIPTORS:
        wishes.idle = limit - attacks.SPARE_DESCRIPTORS
        print(f"only {limit} descriptors are allowed: {wishes.idle} idle connections")
    content: dict = {}
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tensor-wasm-slow-")))
        site = Site(wishes.server, folder, random.Random(wishes.seed))
        stack.callback(site.stop)
        try:
            test = SlowTest(root, site, wishes)
            test.measure()
            for name in wishes.only or SlowTest.NAMES:
                content[name] = figures = test.run(name)
                print(f"{name:22} P99 {figures['p99_alone_us']:8,.0f} µs alone, {figures['p99_beside_us']:8,.0f} µs "
                      f"beside, ratio {figures['ratio']:.2f}; {figures['memory']['mib']:.0f} MiB; {figures['seen']}",
                      flush=True)
            content["bombs"] = bombs.throw(site, test.function, test.findings)
            print(table(list(content["bombs"].items())))
        except HardeningError as error:
            print(f"slow-clients: {error}", file=sys.stderr)
            return 2
        site.stop()
        for line in site.crashes():
            test.findings.add("died", line)
    for line in test.findings.lines():
        print(line, file=sys.stderr)
    if wishes.json:
        wishes.json.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return 1 if test.findings else 0


def _parse(root: pathlib.Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="slow-clients", description=__doc__)
    parser.add_argument("--server", type=pathlib.Path, default=root / ".build/release/tensor-wasm",
                        help="the program to test (default: the release build)")
    parser.add_argument("--rounds", type=int, default=3, help="alone and beside each attack (default: 3)")
    parser.add_argument("--seconds", type=float, default=5, help="length of a round (default: 5)")
    parser.add_argument("--idle", type=int, default=IDLE, help=f"idle connections (default: {IDLE})")
    parser.add_argument("--only", nargs="+", choices=SlowTest.NAMES, help="these attacks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=pathlib.Path, help="where to write all figures")
    return parser.parse_args()
