"""What happens to acknowledged work when the disk is full, or may not be written."""
import subprocess
import time

from .client import Answer
from .crash import CrashTest
from .disks import Filler, make_read_only, make_writable
from .errors import HardeningError
from .guests import constant

#: Time under load before, during and after the trouble, in seconds.
STAGE = 4
#: Time after which the server works again once there is room, in seconds.
RECOVERY = 10


def full_disk(test: CrashTest) -> None:
    """Fills the disk under load, twice; the second time the server is killed and started while there is no room."""
    test.begin()
    time.sleep(STAGE)
    for is_killed in (False, True):
        filler = Filler(test.site.data.parent / "filler")
        filler.start()
        _expect_refusals(test)
        time.sleep(STAGE)
        _expect_refusals(test)
        if is_killed:
            test.kill()
            _start_without_room(test)
        filler.remove()
        if test.site.life.status is not None:
            test.site.start()
        _expect_recovery(test)
        test.look_at_sample()
        test.gate.open()
        time.sleep(STAGE)
    test.end()


def _create(test: CrashTest) -> Answer | None:
    # Another module each time, so that there is something to write.
    number = time.monotonic_ns()
    return test.client(test.site.wildcard).send(
        "POST", f"/functions?name=probe{number}", constant(number).encode(), kind="application/wat")


def _expect_refusals(test: CrashTest) -> None:
    """Something that has to be stored is refused in clear words, and everything that is stored can be read."""
    refusals = 0
    for _ in range(20):
        answer = _create(test)
        if answer is not None and answer.status == 503 and answer.kind in ("capacity_exhausted", "not_ready"):
            refusals += 1
            if answer.kind == "capacity_exhausted" and "retry-after" not in answer.headers:
                test.findings.add("unexpected", "a full disk is answered without Retry-After")
        elif answer is None or answer.status != 200:
            test.findings.add("unexpected", f"a creation on a full disk: {answer}")
    if refusals == 0:
        test.findings.add("unexpected", "nothing was refused although the disk is full")
    for path in ("/functions", "/jobs", "/healthz"):
        answer = test.clients[0].send("GET", path)
        if answer is None or answer.status != 200:
            test.findings.add("unexpected", f"GET {path} on a full disk: {answer}")


def _start_without_room(test: CrashTest) -> None:
    """Whether the server starts on a full disk is its choice; when not, it says why."""
    try:
        test.site.start()
        print("  started on a full disk")
    except HardeningError as error:
        print(f"  refused to start on a full disk: {error}")
        if "full" not in str(error) and "space" not in str(error):
            test.findings.add("unexpected", f"the start on a full disk fails without naming the cause: {error}")


def _expect_recovery(test: CrashTest) -> None:
    end = time.monotonic() + RECOVERY
    answer = None
    while time.monotonic() < end:
        answer = _create(test)
        if answer is not None and answer.status == 200:
            return
        time.sleep(0.1)
    test.findings.add("unexpected", f"{RECOVERY} s after there is room again: {answer}")


def read_only(test: CrashTest) -> None:
    """The file system turns read-only while the server is down, and back again."""
    disk = test.site.data.parent
    test.begin()
    time.sleep(STAGE)
    test.kill()
    make_read_only(disk)
    command = [str(test.site.program), "serve", "--check-only", "--data-dir", str(test.site.data)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    text = (done.stdout + done.stderr).strip()
    print(f"  on a read-only disk, status {done.returncode}: {text.splitlines()[-1] if text else ''}")
    if done.returncode == 0:
        test.findings.add("unexpected", "the check says that a read-only data directory is in order")
    elif "read-only" not in text.lower():
        test.findings.add("unexpected", f"a read-only directory is refused without naming the cause: {text[-300:]}")
    make_writable(disk)
    test.site.start()
    _expect_recovery(test)
    test.look_at_sample()
    test.gate.open()
    time.sleep(STAGE)
    test.end()
