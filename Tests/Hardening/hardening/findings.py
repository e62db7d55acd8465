"""What a test has found, and the tables it ends with."""
import threading
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that must not be. `kind` is a word for the table, `text` says what and where."""

    kind: str
    text: str


class Findings:
    """Collects from several threads; keeps the first of each kind and counts the rest."""

    KEPT = 8

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[Finding] = []
        self.counts: Counter[str] = Counter()

    def add(self, kind: str, text: str) -> None:
        with self._lock:
            self.counts[kind] += 1
            if self.counts[kind] <= self.KEPT:
                self._kept.append(Finding(kind, text))

    def extend(self, findings: list[Finding]) -> None:
        for finding in findings:
            self.add(finding.kind, finding.text)

    def __len__(self) -> int:
        return sum(self.counts.values())

    def lines(self) -> list[str]:
        with self._lock:
            shown = [f"{finding.kind}: {finding.text}" for finding in self._kept]
            hidden = {kind: count - self.KEPT for kind, count in self.counts.items() if count > self.KEPT}
        return shown + [f"{kind}: {count} more" for kind, count in hidden.items()]


def table(rows: list[tuple[str, object]]) -> str:
    """Names and values, one pair a line, aligned."""
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name.ljust(width)}  {value}" for name, value in rows)
