"""The shape of a benchmark."""
from .workshop import Workshop


class Contender:
    """One line of the report: it is prepared once, then measured in rounds that alternate with the others'."""

    id: str
    #: Which round stands for all: the `best` one is the least disturbed, the `worst` one holds a promise, `median`
    #: is for figures that depend on how work happens to fall together.
    representative = "best"
    #: The figure that decides which round is best: more is better for rates, less for everything else.
    key = "per_second"
    #: Whether one round says everything.
    once = False

    def prepare(self, workshop: Workshop) -> None:
        """Starts and deploys what the rounds need, and checks one answer."""

    def measure(self, workshop: Workshop) -> dict:
        """One round. Latencies end in `_us`, rates in `per_second`, memory in `mib`."""
        raise NotImplementedError

    def choose(self, rounds: list[dict]) -> dict:
        ordered = sorted(rounds, key=lambda figures: figures[self.key], reverse=self.key == "per_second")
        position = {"best": 0, "median": len(ordered) // 2, "worst": len(ordered) - 1}[self.representative]
        return ordered[position]
