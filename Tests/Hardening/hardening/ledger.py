"""What was asked of the server and what it acknowledged, kept by a process that is never killed."""
import threading
from dataclasses import dataclass, field
from enum import Enum

from .guests import affine_result
from .server import Token

TERMINAL = ("completed", "failed", "cancelled")


class Wish(Enum):
    """How far a deletion or a cancellation has come."""

    NONE = "none"
    #: Sent, and nobody knows whether it was done.
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    #: Answered with 409: there was an end already.
    REFUSED = "refused"


@dataclass(eq=False)
class FunctionEntry:
    """A function that was asked for. Name and factor are its own, so that it can be recognised without its id."""

    owner: Token
    name: str
    factor: int
    offset: int
    key: str | None
    ids: set[str] = field(default_factory=set)
    digest: str = ""
    deletion: Wish = Wish.NONE

    @property
    def id(self) -> str | None:
        return next(iter(self.ids), None)

    @property
    def is_alive(self) -> bool:
        return bool(self.ids) and self.deletion is Wish.NONE


@dataclass(eq=False)
class JobEntry:
    """A job that was asked for. Its number is its own, and its result tells the number."""

    function: FunctionEntry
    number: int
    export: str
    key: str | None
    ids: set[str] = field(default_factory=set)
    cancellation: Wish = Wish.NONE
    #: The end that a client has seen, as (status, result); it must stay.
    seen: tuple[str, str] | None = None

    @property
    def id(self) -> str | None:
        return next(iter(self.ids), None)

    @property
    def expected(self) -> tuple[str, object]:
        """Status and result, or the kind of the failure, of a job that nobody disturbs."""
        if self.export == "spin":
            return "failed", "invoke_timeout"
        if self.export == "trap":
            return "failed", "wasmtime"
        return "completed", [affine_result(self.function.factor, self.function.offset, self.number)]


class Ledger:
    """Entries of all clients. A client changes only its own entries, except for what it has seen of jobs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self.functions: list[FunctionEntry] = []
        self.jobs: list[JobEntry] = []
        self.sent = 0
        self.unanswered = 0

    def next_number(self) -> int:
        with self._lock:
            self._number += 1
            return self._number

    def add_function(self, entry: FunctionEntry) -> None:
        with self._lock:
            self.functions.append(entry)

    def add_job(self, entry: JobEntry) -> None:
        with self._lock:
            self.jobs.append(entry)

    def count(self, is_answered: bool) -> None:
        with self._lock:
            self.sent += 1
            self.unanswered += not is_answered

    def see(self, entry: JobEntry, record: dict) -> str | None:
        """Keeps the end that a record shows. Returns what is wrong when another end was seen before."""
        shown = (record["status"], str(record.get("result")))
        with self._lock:
            before = entry.seen
            if record["status"] in TERMINAL:
                entry.seen = entry.seen or shown
        if before and shown != before:
            return f"job {record['id']} was {before} and is {shown}"
        return None
