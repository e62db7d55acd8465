"""Facts about the machine, and which of its cores are used for what."""
import os
import pathlib
import platform
import resource
import subprocess


def _read(path: str) -> str:
    try:
        return pathlib.Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def _field(text: str, name: str) -> str:
    for line in text.splitlines():
        if line.split(":")[0].strip() == name:
            return line.split(":", 1)[1].strip()
    return "unknown"


def _siblings(core: int) -> set[int]:
    """The hardware threads that share a physical core with `core`, itself included."""
    text = _read(f"/sys/devices/system/cpu/cpu{core}/topology/thread_siblings_list").strip()
    siblings: set[int] = {core}
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        siblings |= set(range(int(first), int(last or first) + 1))
    return siblings


def choose_cores() -> tuple[int, int]:
    """The server's core and the load generator's: two physical ones where the machine has them."""
    cores = sorted(os.sched_getaffinity(0))
    server = cores[0]
    others = [core for core in cores if core != server]
    apart = [core for core in others if core not in _siblings(server)]
    return server, (apart or others or [server])[0]


def _version(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except OSError:
        return "unknown"
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else "unknown"


def foreign_seconds() -> float:
    """Processor time since boot, on all cores, that neither idled nor went to this program or its ended children."""
    values = [int(value) for value in _read("/proc/stat").partition("\n")[0].split()[1:9]]
    if len(values) < 8:
        return 0.0
    user, nice, system, _, _, interrupts, soft_interrupts, stolen = values
    busy = (user + nice + system + interrupts + soft_interrupts + stolen) / os.sysconf("SC_CLK_TCK")
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return busy - sum(usage.ru_utime + usage.ru_stime for usage in used)


def facts(root: pathlib.Path, tools: dict[str, pathlib.Path]) -> dict:
    server, load = choose_cores()
    return {
        "processor": _field(_read("/proc/cpuinfo"), "model name"),
        "cores": os.cpu_count(),
        "server_core": server,
        "load_core": load,
        "cores_share_a_physical_core": load in _siblings(server),
        "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20,
        "kernel": platform.release(),
        "load_average": os.getloadavg(),
        "versions": {
            "commit": _version(["git", "-C", str(root), "rev-parse", "--short", "HEAD"]),
            "tensor_wasm": _version([str(tools["server"]), "--version"]),
            "wasmtime_serve": _version([str(tools["peer"]), "--version"]),
            "wrk": _version([str(tools["wrk"]), "--version"]).split(" [")[0],
            "python": platform.python_version(),
        },
    }
