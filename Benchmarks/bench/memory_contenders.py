"""Resident memory of a server of its own: idle, and after many deployments."""
import time

from . import guests
from .contender import Contender
from .gateway import Gateway
from .workshop import Workshop

SETTLED_SECONDS = 0.5


def settled(gateway: Gateway) -> dict[str, float]:
    """Memory once two readings in a row agree within 1 %; start-up and deployments leave work that ends soon."""
    last = gateway.memory()
    for _ in range(20):
        time.sleep(SETTLED_SECONDS)
        now = gateway.memory()
        if abs(now["mib"] - last["mib"]) < 0.01 * last["mib"]:
            return now
        last = now
    return last


class Memory(Contender):
    key = "mib"
    once = True

    def measure(self, workshop: Workshop) -> dict:
        gateway = workshop.new_gateway()
        try:
            return self.observe(gateway)
        finally:
            gateway.stop()

    def observe(self, gateway: Gateway) -> dict:
        raise NotImplementedError


class IdleMemory(Memory):
    id = "memory/idle_rss"

    def observe(self, gateway: Gateway) -> dict:
        return settled(gateway)


class FunctionsMemory(Memory):
    """What names cost: many functions of one module."""

    id = "memory/10000_functions"
    count = 10_000

    def observe(self, gateway: Gateway) -> dict:
        before = settled(gateway)
        start = time.monotonic()
        for number in range(self.count):
            gateway.deploy(f"function-{number}", self.module(number))
        seconds = time.monotonic() - start
        after = settled(gateway)
        return {name: after[name] - before[name] for name in before} | {"count": self.count, "seconds": seconds}

    def module(self, number: int) -> bytes:
        return guests.constant(0)


class ModulesMemory(FunctionsMemory):
    """What modules cost: as many as functions."""

    id = "memory/1000_modules"
    count = 1_000

    def module(self, number: int) -> bytes:
        return guests.constant(number)
