"""The command line of `scripts/crash-test`."""
import argparse
import contextlib
import pathlib
import random
import signal
import sys
import tempfile
import time

from .crash import CrashTest
from .disk_trouble import full_disk, read_only
from .disks import small_disk
from .errors import HardeningError
from .findings import Findings
from .server import Site

#: Size of the disk that is filled.
DISK_MEBIBYTES = 96


def main(root: pathlib.Path) -> int:
    """0 when nothing was found, 1 when something was, 2 when the test could not run."""
    wishes = _parse(root)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    seed = wishes.seed if wishes.seed is not None else time.time_ns() % (1 << 32)
    print(f"seed {seed}", flush=True)
    generator, findings = random.Random(seed), Findings()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tensor-wasm-crash-")))
        try:
            data = None
            if wishes.full_disk or wishes.read_only:
                data = stack.enter_context(small_disk(folder / "disk", DISK_MEBIBYTES)) / "data"
            site = Site(wishes.server, folder / "site", generator, data=data)
            stack.callback(site.stop)
            test = CrashTest(site, findings, generator)
            stack.callback(test.gate.end)
            _run(test, wishes)
        except HardeningError as error:
            print("\n".join(findings.lines()), file=sys.stderr)
            print(f"crash-test: {error}", file=sys.stderr)
            return 2
        print(test.table())
        if findings and wishes.keep:
            (folder / "site").rename(wishes.keep)
    for line in findings.lines():
        print(line, file=sys.stderr)
    return 1 if findings else 0


def _run(test: CrashTest, wishes: argparse.Namespace) -> None:
    if wishes.full_disk:
        return full_disk(test)
    if wishes.read_only:
        return read_only(test)
    test.begin()
    for number in range(wishes.kills):
        test.live()
        if (number + 1) % 20 == 0 or number + 1 == wishes.kills:
            print(f"  {number + 1} kills, {len(test.ledger.jobs)} jobs, {len(test.findings)} findings", flush=True)
    test.end()


def _parse(root: pathlib.Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="crash-test", description=__doc__)
    parser.add_argument("--server", type=pathlib.Path, default=root / ".build/debug/tensor-wasm",
                        help="the program to test (default: the debug build)")
    parser.add_argument("--kills", type=int, default=20, help="violent ends (default: 20)")
    parser.add_argument("--seed", type=int, help="repeats the decisions of a run; its moments are never the same")
    parser.add_argument("--keep", type=pathlib.Path, help="where to leave the server's files when something was found")
    trouble = parser.add_mutually_exclusive_group()
    trouble.add_argument("--full-disk", action="store_true", help="fill the disk instead of killing (needs root)")
    trouble.add_argument("--read-only", action="store_true", help="a read-only disk instead of killing (needs root)")
    return parser.parse_args()
