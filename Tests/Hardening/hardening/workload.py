"""One client of the crash test: asks for this and that, and writes down what was acknowledged."""
import random
import threading
import time
from collections.abc import Callable

from .client import Answer, Client
from .findings import Findings
from .guests import affine, affine_result
from .ledger import TERMINAL, FunctionEntry, JobEntry, Ledger, Wish
from .server import Site, Token

#: Refusals that say "not now"; nothing was done then.
BUSY = ("capacity_exhausted", "tenant_capacity_exhausted", "not_ready", "rate_limited")
#: Functions that a client keeps; beyond it deletes.
MOST_FUNCTIONS = 25
#: The longest that a job rests, in milliseconds.
LONGEST_REST = 200
#: The deadline of a job that would never end, in milliseconds.
SPIN_DEADLINE = 1_500


class Gate:
    """Open while a server is there that is to be asked."""

    def __init__(self) -> None:
        self._is_open = threading.Event()
        self.is_over = threading.Event()

    def open(self) -> None:
        self._is_open.set()

    def close(self) -> None:
        self._is_open.clear()

    def end(self) -> None:
        self.is_over.set()
        self._is_open.set()

    def wait(self) -> bool:
        """Returns when it is open; whether there is anything left to do."""
        self._is_open.wait()
        return not self.is_over.is_set()


class Worker(threading.Thread):
    def __init__(self, site: Site, token: Token, ledger: Ledger, findings: Findings, gate: Gate, seed: int):
        super().__init__(daemon=True)
        self._site, self._ledger, self._findings, self._gate = site, ledger, findings, gate
        self._random = random.Random(seed)
        self._client = Client(
            lambda: site.port, token, site.watch, lambda text: findings.add("leak", text), seconds=30)
        self._token = token
        self._functions: list[FunctionEntry] = []
        self._jobs: list[JobEntry] = []
        #: Requests with a key that nobody answered yet: they are sent again until somebody does.
        self._pending: list[Callable[[], bool]] = []
        self._operations: list[tuple[Callable[[], None], int]] = [
            (self._create, 8), (self._delete, 4), (self._invoke, 18), (self._submit, 40), (self._cancel, 8),
            (self._read_job, 12), (self._read_list, 5), (self._look_at_others, 5)]

    def run(self) -> None:
        actions, weights = zip(*self._operations)
        try:
            while self._gate.wait():
                self._pending = [action for action in self._pending if not action()]
                self._random.choices(actions, weights)[0]()
        except Exception as error:  # noqa: BLE001 - a client that dies silently would leave a test that tests nothing
            self._findings.add("client", f"a client of the test failed: {error!r}")
        finally:
            self._client.close()

    def finish(self) -> None:
        """Sends again what has a key and no answer, now that nothing disturbs any more."""
        end = time.monotonic() + 30
        while self._pending and time.monotonic() < end:
            self._pending = [action for action in self._pending if not action()]
        if self._pending:
            self._findings.add("unanswered", f"{len(self._pending)} requests with a key are not answered")
        self._client.close()

    # Requests

    def _send(self, *request, **fields) -> Answer | None:
        answer = self._client.send(*request, **fields)
        self._ledger.count(answer is not None)
        if answer is None:
            time.sleep(0.01)
        elif answer.kind in BUSY:
            time.sleep(0.05)
        return answer

    def _expect(self, answer: Answer | None, what: str, *statuses: int) -> bool:
        """Whether the answer is one of those wanted; another one that is no refusal for lack of room is a finding."""
        if answer is None or answer.kind in BUSY:
            return False
        if answer.status in statuses:
            return True
        self._findings.add("unexpected", f"{what}: {answer}")
        return False

    def _key(self) -> tuple[str | None, dict[str, str]]:
        if self._random.random() < 0.5:
            return None, {}
        key = f"k{self._random.getrandbits(64):x}"
        return key, {"Idempotency-Key": key}

    def _repeat(self, key: str | None, action: Callable[[], bool]) -> None:
        """Sends a request; again, when it has a key, until it is answered, and now and then once more."""
        is_answered = action()
        if key and (not is_answered or self._random.random() < 0.3):
            self._pending.append(action)

    # Functions

    def _create(self) -> None:
        if sum(entry.is_alive for entry in self._functions) >= MOST_FUNCTIONS:
            return
        key, headers = self._key()
        number = self._ledger.next_number()
        entry = FunctionEntry(
            self._token, f"f{number}", self._random.getrandbits(31) | 1, self._random.getrandbits(31), key)
        self._ledger.add_function(entry)
        self._functions.append(entry)
        module = affine(entry.factor, entry.offset).encode()

        def action() -> bool:
            path = f"/functions?name={entry.name}"
            answer = self._send("POST", path, module, headers, kind="application/wat")
            if not self._expect(answer, f"POST {path}", 200):
                return False
            entry.ids.add(answer.json["id"])
            entry.digest = answer.json["digest"]
            return True

        self._repeat(key, action)

    def _alive(self) -> FunctionEntry | None:
        alive = [entry for entry in self._functions if entry.is_alive]
        return self._random.choice(alive) if alive else None

    def _delete(self) -> None:
        entry = self._alive()
        # A request with a key that is still repeated must find the function that it made.
        if entry is None or sum(other.is_alive for other in self._functions) < 3:
            return
        entry.deletion = Wish.SENT
        answer = self._send("DELETE", f"/functions/{entry.id}")
        if self._expect(answer, f"DELETE /functions/{entry.id}", 204):
            entry.deletion = Wish.ACKNOWLEDGED

    def _invoke(self) -> None:
        entry = self._alive()
        if entry is None:
            return
        number = self._random.getrandbits(32)
        answer = self._send("POST", f"/functions/{entry.id}/invoke", {"export": "run", "args": [number]})
        if self._expect(answer, f"invoke {entry.id}", 200):
            expected = [affine_result(entry.factor, entry.offset, number)]
            if answer.json["result"] != expected:
                self._findings.add("wrong", f"{entry.id} gave {answer} instead of {expected}")

    # Jobs

    def _submit(self) -> None:
        function = self._alive()
        if function is None:
            return
        key, headers = self._key()
        export = self._random.choices(("run", "rest", "spin", "trap"), (60, 30, 4, 6))[0]
        entry = JobEntry(function, self._ledger.next_number(), export, key)
        arguments = [entry.number] if export == "run" else []
        if export == "rest":
            arguments = [entry.number, self._random.randrange(LONGEST_REST)]
        if export == "spin":
            headers |= {"X-TensorWasm-Deadline-Ms": str(SPIN_DEADLINE)}
        self._ledger.add_job(entry)
        path, body = f"/functions/{function.id}/invoke-async", {"export": export, "args": arguments}

        def action() -> bool:
            answer = self._send("POST", path, body, headers)
            if answer and answer.status == 404 and function.deletion is not Wish.NONE:
                # Deleted while the request was repeated: nobody will ever answer it otherwise.
                return True
            if not self._expect(answer, f"POST {path}", 202):
                return False
            entry.ids.add(answer.json["job_id"])
            return True

        self._repeat(key, action)
        if entry.ids:
            self._jobs.append(entry)
            if key and self._random.random() < 0.05:
                self._conflict(path, headers)

    def _conflict(self, path: str, headers: dict[str, str]) -> None:
        answer = self._send("POST", path, {"export": "run", "args": [0]}, headers)
        if self._expect(answer, "another request under a used key", 409) and answer.kind != "idempotency_conflict":
            self._findings.add("unexpected", f"another request under a used key: {answer}")

    def _cancel(self) -> None:
        recent = [entry for entry in self._jobs[-10:] if entry.cancellation is Wish.NONE]
        if not recent:
            return
        entry = self._random.choice(recent)
        entry.cancellation = Wish.SENT
        answer = self._send("DELETE", f"/jobs/{entry.id}")
        if self._expect(answer, f"DELETE /jobs/{entry.id}", 202, 409):
            entry.cancellation = Wish.ACKNOWLEDGED if answer.status == 202 else Wish.REFUSED

    def _read_job(self) -> None:
        if not self._jobs:
            return
        entry = self._random.choice(self._jobs)
        answer = self._send("GET", f"/jobs/{entry.id}")
        if self._expect(answer, f"GET /jobs/{entry.id}", 200):
            if fault := self._ledger.see(entry, answer.json):
                self._findings.add("changed", fault)

    def _read_list(self) -> None:
        what = self._random.choice(("functions", "jobs"))
        answer = self._send("GET", f"/{what}?limit=50")
        if not self._expect(answer, f"GET /{what}", 200) or not answer.json[what]:
            return
        listed = self._random.choice(answer.json[what])
        single = self._send("GET", f"/{what}/{listed['id']}")
        # Another client may have deleted it in between.
        if not self._expect(single, f"GET /{what}/{listed['id']}", 200, *((404,) if what == "functions" else ())):
            return
        has_settled = what == "functions" or listed["status"] in TERMINAL
        if single.status == 200 and has_settled and single.json != listed:
            self._findings.add("inconsistent", f"the list shows {listed}, alone it is {single.json}")

    # Tenants

    def _look_at_others(self) -> None:
        others = [entry for entry in self._ledger.functions[-50:]
                  if entry.owner.tenant != self._token.tenant and entry.ids]
        if not others:
            return
        entry = self._random.choice(others)
        answer = self._send("GET", f"/functions/{entry.id}")
        self._expect(answer, "a function of another tenant", 404)
        answer = self._send("GET", "/jobs", headers={"X-TensorWasm-Tenant": str(entry.owner.tenant)})
        self._expect(answer, "a tenant outside the token's scope", 403)
