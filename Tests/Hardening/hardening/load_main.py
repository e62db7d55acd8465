"""The command line of `scripts/load-test`."""
import argparse
import contextlib
import datetime
import json
import pathlib
import random
import signal
import sys
import tempfile

from .errors import HardeningError
from .findings import table
from .load import QUIET_RATE, TIMES, Neighbours, Tools, compare
from .server import Site

#: P99 beside the abuse in relation to P99 alone: wanted, and where it is to go.
WANTED, HEADING = 1.5, 1.1
#: The quiet tenant stays below the default limits: 10 calls a second.
LIMITED_RATE = 8


def main(root: pathlib.Path) -> int:
    """0 when the ratio is as wanted, 1 when it is not, 2 when the test could not run."""
    wishes = _parse(root)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    content: dict = {"started": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                     "seconds": wishes.seconds, "rounds": wishes.rounds}
    try:
        tools = Tools.prepare(root)
        print(f"quiet tenant: {QUIET_RATE} calls a second; the other: {TIMES} times as many of "
              f"{wishes.only or 'four kinds'}", flush=True)
        content["unlimited"] = _series(wishes, tools, {}, QUIET_RATE, "rate limits off")
        if wishes.with_limits:
            defaults = {"TENSOR_WASM_LIMIT_RATE_PER_TENANT": None}
            content["limited"] = _series(wishes, tools, defaults, LIMITED_RATE, "default rate limits")
    except HardeningError as error:
        print(f"load-test: {error}", file=sys.stderr)
        return 2
    if wishes.json:
        wishes.json.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return 0 if content["unlimited"]["ratio"] <= WANTED else 1


def _series(wishes: argparse.Namespace, tools: Tools, settings: dict[str, str | None], rate: float, title: str) -> dict:
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tensor-wasm-load-")))
        generator = random.Random(wishes.seed)
        site = Site(wishes.server, folder, generator, settings=settings)
        stack.callback(site.stop)
        neighbours = Neighbours(site, tools, generator, wishes.seconds, rate)
        stack.callback(neighbours.close)
        abuse = {name: traffic for name, traffic in neighbours.abuse.items()
                 if not wishes.only or name.split()[-1] == wishes.only}
        neighbours.measure({})
        alone, awake, beside = [], [], []
        for _ in range(wishes.rounds):
            alone.append(neighbours.measure({}))
            awake.append(neighbours.measure_awake())
            beside.append(neighbours.measure(abuse))
        figures = compare(alone, awake, beside)
        print(f"\n{title}, {wishes.rounds} alternating rounds of {wishes.seconds:g} s\n{_table(figures, beside[-1])}")
        return figures | {"alone": alone, "awake": awake, "beside": beside}


def _table(figures: dict, last: dict) -> str:
    def times(who: str, name: str) -> str:
        p50, p99 = (figures[f"{who}_{figure}_{name}_us"] for figure in ("p50", "p99"))
        return f"{p50:,.0f} µs, {p99:,.0f} µs"

    def ratio(name: str) -> str:
        return f"{figures['ratio' + name]:.2f}; rounds " + ", ".join(f"{one:.2f}" for one in figures["ratios" + name])

    rows: list[tuple[str, object]] = [
        ("quiet tenant alone, P50 and P99", times("quiet", "alone")),
        ("alone on busy processors", times("quiet", "awake")),
        ("beside the other", times("quiet", "beside")),
        ("P99 beside / alone", f"{ratio('')} (wanted ≤ {WANTED}, heading for {HEADING})"),
        ("P99 beside / on busy processors", ratio("_awake")),
        ("floor, alone", times("floor", "alone")),
        ("floor, on busy processors", times("floor", "awake")),
        ("floor, beside", times("floor", "beside")),
        ("quiet calls refused or broken", figures["quiet_refused"]),
    ]
    rows += [(f"  {name}", f"{one['answers_per_second']:,.0f} answers/s {one['statuses']}, {one['skipped']} held back")
             for name, one in last["abuse"].items()]
    return table(rows)


def _parse(root: pathlib.Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="load-test", description=__doc__)
    parser.add_argument("--server", type=pathlib.Path, default=root / ".build/release/tensor-wasm",
                        help="the program to test (default: the release build)")
    parser.add_argument("--rounds", type=int, default=5, help="alone and beside, each (default: 5)")
    parser.add_argument("--seconds", type=float, default=8, help="length of a round (default: 8)")
    parser.add_argument("--only", choices=("loops", "memories", "kernels", "uploads"), help="one kind of abuse alone")
    parser.add_argument("--with-limits", action="store_true", help="a second series with the default rate limits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=pathlib.Path, help="where to write all figures")
    return parser.parse_args()
