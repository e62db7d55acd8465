"""What is wanted: limits of one figure, and ratios of two that were measured in the same run."""
from dataclasses import dataclass

from .kernel_contenders import CHECKS, DISPATCHES, KERNELS
from .tenancy_contenders import LOOKUPS, RESERVATIONS


@dataclass(frozen=True)
class Target:
    id: str
    figure: str
    #: The largest or smallest right value, by `at_least`; `None` where a comparison is shown and nothing is promised.
    wanted: float | None
    at_least: bool = False
    #: The contender whose figure divides ours; without one the figure itself is compared.
    against: str | None = None
    #: Where the project is going, shown beside what is wanted now.
    heading: float | None = None
    unit: str = ""
    #: Divides the figure before it is compared, to bring it into `unit`.
    scale: float = 1


TINY = "engine/spawn_call_drop/tiny"
TARGETS = [
    Target("e2e/invoke/add", "per_second", 3, at_least=True, against="peer/wasmtime_serve/hello", heading=6),
    Target("e2e/invoke/add", "per_second", 0.8, at_least=True, against="e2e/healthz/get"),
    Target("e2e/invoke_async/add", "per_second", 2_000, at_least=True, unit="/s"),
    Target(TINY, "p50_us", 1.3, against=TINY + "/c"),
    Target("engine/spawn_call_drop/wasi", "p50_us", 1.3, against="engine/spawn_call_drop/wasi/c"),
    Target("engine/spawn_call_drop/16MiB", "p50_us", 1.3, against="engine/spawn_call_drop/16MiB/c"),
    Target("engine/deadline_overshoot", "p99_us", 20, unit="ms", scale=1_000),
    Target("memory/idle_rss", "mib", 60, unit="MiB"),
    Target("memory/10000_functions", "mib", 40, unit="MiB"),
    *(Target(f"kernel/{name}", "best_us", None, against=f"kernel/{name}/pocl") for name in KERNELS),
    Target("kernel/sgemm_tiled", "p50_us", 1, unit="s", scale=1_000_000),
    *(Target(name, "p95_us", 10, unit="µs") for name in DISPATCHES),
    # The published objective; the line above is what is wanted of it.
    *(Target(name, "p95_us", 50, unit="µs") for name in DISPATCHES),
    *(Target(name, "p99_us", 5, unit="µs") for name in (*LOOKUPS, *RESERVATIONS)),
    *(Target(name, "max_us", 2, unit="s", scale=1_000_000) for name in CHECKS),
]


def judge(target: Target, figures: dict[str, dict]) -> dict | None:
    """The outcome, or `None` where a side was not measured."""
    own = figures.get(target.id)
    other = figures.get(target.against) if target.against else None
    if own is None or (target.against and other is None):
        return None
    value = own[target.figure] / (other[target.figure] if other else target.scale)
    if target.wanted is None:
        is_met = None
    else:
        is_met = value >= target.wanted if target.at_least else value <= target.wanted
    return {
        "id": target.id, "figure": target.figure, "against": target.against, "value": value, "unit": target.unit,
        "wanted": target.wanted, "at_least": target.at_least, "heading": target.heading, "is_met": is_met}
