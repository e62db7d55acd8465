"""Deploying a function, one after the other: every module is new to the server, so that each is compiled."""
import time

from . import guests
from .contender import Contender
from .workshop import Workshop

MOST = 1_000


def percentiles(samples: list[float]) -> dict:
    """Nearest rank, of seconds, in microseconds."""
    ordered = sorted(samples)
    ranks = {name: max(-(-len(ordered) * percent // 100), 1) for name, percent in
             (("p50_us", 50), ("p95_us", 95), ("p99_us", 99), ("max_us", 100))}
    return {name: ordered[rank - 1] * 1e6 for name, rank in ranks.items()}


class CreateFunction(Contender):
    id = "e2e/create_function/post"

    def measure(self, workshop: Workshop) -> dict:
        gateway = workshop.gateway()
        samples: list[float] = []
        start = time.perf_counter()
        end = start + workshop.effort.seconds
        while time.perf_counter() < end and len(samples) < MOST:
            number = workshop.number()
            body = gateway.creation(f"created-{number}", guests.constant(number))
            sent = time.perf_counter()
            gateway.ask("POST", "/functions", body)
            samples.append(time.perf_counter() - sent)
        elapsed = time.perf_counter() - start
        return percentiles(samples) | {"count": len(samples), "per_second": len(samples) / elapsed}
