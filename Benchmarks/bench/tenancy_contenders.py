"""What every call pays for the quotas of its tenant."""
from .contender import Contender
from .own_program import OwnBenchmark, OwnProgram

LOOKUPS = tuple(f"tenant_registry/lookup/{tenants}" for tenants in (1, 16, 256))
RESERVATIONS = ("tenant_registry/consume_release/256KiB",)


def tenancy_contenders() -> list[Contender]:
    program = OwnProgram("tenancy")
    return [OwnBenchmark(name, program) for name in (*LOOKUPS, *RESERVATIONS)]
