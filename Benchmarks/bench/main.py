"""Runs the benchmarks: prepares all, alternates their rounds, reports."""
import datetime
import os
import pathlib
import signal
import subprocess
import sys
import time

from . import machine, options, report
from .catalogue import contenders
from .contender import Contender
from .errors import BenchError
from .workshop import Workshop

# The share of the machine's time from which on other programs are mentioned; kernel threads serving us count too.
DISTURBED = 0.05


def main(root: pathlib.Path, arguments: list[str] | None = None) -> int:
    """0 also when a ratio falls short, which the report tells; 1 when a contender could not be run."""
    everything = contenders()
    names = [contender.id for contender in everything]
    wishes = options.parse(arguments, names)
    if wishes.list:
        print("\n".join(names))
        return 0
    chosen = options.selected(names, wishes.only)
    tools = {
        "server": root / ".build/release/tensor-wasm", "wrk": root / ".deps/bench/bin/wrk",
        "peer": root / ".deps/bench/bin/wasmtime", "kernels": root / ".build/release/kernel-bench",
        "tenancy": root / ".build/release/tenancy-bench"}
    missing = [str(tools[name].relative_to(root)) for name in ("server", "wrk", "peer") if not tools[name].exists()]
    if missing:
        print(f"bench: {', '.join(missing)} missing; `make bench` builds and fetches what is needed", file=sys.stderr)
        return 1
    # An end by signal takes the same way out as an error, so that no server outlives the run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    return _run(root, tools, options.effort(wishes), [entry for entry in everything if entry.id in chosen])


def _run(root: pathlib.Path, tools: dict, effort, chosen: list[Contender]) -> int:
    started = datetime.datetime.now(datetime.timezone.utc)
    begin, foreign = time.monotonic(), machine.foreign_seconds()
    facts = machine.facts(root, tools)
    cores = machine.choose_cores()
    os.sched_setaffinity(0, {cores[1]})
    workshop = Workshop(root, tools, cores, effort)
    try:
        rounds, failures = measure(workshop, chosen)
    finally:
        workshop.close()
    figures = {entry.id: entry.choose(rounds[entry.id]) for entry in chosen if rounds.get(entry.id)}
    seconds = time.monotonic() - begin
    facts["foreign_seconds"] = machine.foreign_seconds() - foreign
    path = report.save(root / "bench-results", started, {
        "started": started.isoformat(timespec="seconds"), "seconds": seconds, "machine": facts,
        "effort": vars(effort), "figures": figures, "rounds": rounds, "failures": failures})
    print(report.table(figures, failures, [entry.id for entry in chosen]))
    print(f"\n{facts['processor']}, {facts['cores']} cores; server on core {cores[0]}, load on core {cores[1]}; "
          f"{seconds:.0f} s; {path.relative_to(root)}")
    if facts["foreign_seconds"] > max(DISTURBED * seconds * facts["cores"], 1):
        print(f"disturbed: other programs used {facts['foreign_seconds']:.0f} s of processor time meanwhile")
    return 1 if failures else 0


def measure(workshop: Workshop, chosen: list[Contender]) -> tuple[dict[str, list[dict]], dict[str, str]]:
    """Every contender's rounds; one that fails is left out from then on, and the others go on."""
    rounds: dict[str, list[dict]] = {}
    failures: dict[str, str] = {}

    def attempt(contender: Contender, stage: str, action) -> None:
        if contender.id in failures:
            return
        if sys.stderr.isatty():
            print(f"\r\033[K{stage} {contender.id}", end="", file=sys.stderr, flush=True)
        try:
            action()
        except (BenchError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
            failures[contender.id] = " ".join(f"{stage}: {error}".split())[:300]
            rounds.pop(contender.id, None)

    # A server of its own is measured before the shared ones run beside it.
    for contender in chosen:
        if contender.once:
            attempt(contender, "once", lambda: rounds.setdefault(contender.id, []).append(contender.measure(workshop)))
    repeated = [contender for contender in chosen if not contender.once]
    for contender in repeated:
        attempt(contender, "prepare", lambda: contender.prepare(workshop))
    for number in range(1, workshop.effort.rounds + 1):
        for contender in repeated:
            attempt(contender, f"round {number}",
                    lambda: rounds.setdefault(contender.id, []).append(contender.measure(workshop)))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return rounds, failures
