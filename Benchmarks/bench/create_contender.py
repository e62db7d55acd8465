"""Deploying a function, one after the other: every module is new to the server, so that each is compiled."""
import time

from . import guests
from .contender import Contender
from .percentiles import percentiles
from .workshop import Workshop

MOST = 1_000


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
