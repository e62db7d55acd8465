"""Kills the server at random moments under load, starts it again, and asks for everything it has acknowledged."""
import random
import signal
import statistics
import time

from .client import Client
from .datadir import inspect
from .findings import Findings, table
from .ledger import JobEntry, Ledger, Wish
from .server import Site
from .verdict import Holding, judge
from .workload import Gate, Worker

#: Clients, half of them for each tenant.
CLIENTS = 6
#: A server lives this long under load before it is killed, in seconds.
SHORTEST_LIFE, LONGEST_LIFE = 0.05, 2.5
#: Acknowledged functions and jobs that are looked for after each start.
SAMPLE = 20
#: Jobs that are read one by one at the end; all are compared from the lists.
MOST_SINGLE_READS = 2_000
#: Time for all jobs to end once nothing disturbs them, in seconds.
PATIENCE = 120


class CrashTest:
    def __init__(self, site: Site, findings: Findings, generator: random.Random):
        self.site, self.findings, self._random = site, findings, generator
        self.ledger, self.gate = Ledger(), Gate()
        self.kills = 0
        self.workers = [
            Worker(site, site.tokens[number % 2], self.ledger, findings, self.gate, generator.getrandbits(32))
            for number in range(CLIENTS)]
        self.clients = [self.client(token) for token in site.tokens]

    def client(self, token) -> Client:
        return Client(lambda: self.site.port, token, self.site.watch, lambda text: self.findings.add("leak", text))

    # The course of the test

    def begin(self) -> None:
        self.site.start()
        for worker in self.workers:
            worker.start()
        self.gate.open()

    def live(self) -> None:
        """Some time under load, then a violent end and a new start."""
        time.sleep(self._random.uniform(SHORTEST_LIFE, LONGEST_LIFE))
        self.kill()
        self.site.start()
        self.look_at_sample()
        self.gate.open()

    def kill(self) -> None:
        """Ends the server in the middle of whatever it does; clients then wait for the next one."""
        if self.site.life.status is not None:
            self.findings.add("died", f"the server ended by itself with status {self.site.life.status}")
        self.site.life.stop(signal.SIGKILL)
        self.gate.close()
        self.kills += 1

    def end(self) -> None:
        """Lets everything come to rest, and compares."""
        self.gate.end()
        for worker in self.workers:
            worker.join(60)
            worker.finish()
        self._await_ends()
        before = self._compare()
        self._read_singly()
        self.site.stop()
        if self.site.life.status != 0:
            self.findings.add("died", f"the server ended with status {self.site.life.status} when it was asked to end")
        self.findings.extend(inspect(self.site.data))
        self.site.start()
        if before != self._holdings():
            self.findings.add("changed", "after an orderly end and a start, the lists are not what they were")
        self._call_all()
        self.site.stop()
        for line in self.site.leaks():
            self.findings.add("leak", line)
        for line in self.site.crashes():
            self.findings.add("died", line)

    # Comparisons

    def look_at_sample(self) -> None:
        """A few acknowledged things, at once after a start. No client is at work, so nothing changes meanwhile."""
        functions = [entry for entry in self.ledger.functions if entry.is_alive]
        for entry in self._random.sample(functions, min(SAMPLE, len(functions))):
            answer = self._client_of(entry.owner.tenant).send("GET", f"/functions/{entry.id}")
            if answer is None or answer.status != 200 or answer.json["name"] != entry.name:
                self.findings.add("missing", f"function {entry.id} after a start: {answer}")
        jobs = [entry for entry in self.ledger.jobs if entry.ids]
        for entry in self._random.sample(jobs, min(SAMPLE, len(jobs))):
            self._look_at_job(entry)

    def _look_at_job(self, entry: JobEntry) -> None:
        answer = self._client_of(entry.function.owner.tenant).send("GET", f"/jobs/{entry.id}")
        if answer is None or answer.status != 200:
            self.findings.add("missing", f"job {entry.id}: {answer}")
        elif fault := self.ledger.see(entry, answer.json):
            self.findings.add("changed", fault)
        elif entry.cancellation is Wish.ACKNOWLEDGED and answer.json["status"] != "cancelled":
            self.findings.add("undead", f"job {entry.id} was cancelled and is {answer.json['status']}")

    def _client_of(self, tenant: int) -> Client:
        return next(client for client in self.clients if client.token.tenant == tenant)

    def _await_ends(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answers = [client.send("GET", "/jobs?status=pending&limit=1") for client in self.clients]
            if all(answer and answer.status == 200 and not answer.json["jobs"] for answer in answers):
                return
            time.sleep(0.2)
        self.findings.add("unfinished", f"jobs are pending {PATIENCE} s after the last disturbance")

    def _holdings(self) -> list[Holding | None]:
        """What each tenant has; nothing where a list is not answered."""
        holdings: list[Holding | None] = []
        for client in self.clients:
            functions, jobs = client.pages("/functions", "functions"), client.pages("/jobs", "jobs")
            if functions is None or jobs is None:
                self.findings.add("unexpected", f"a list of tenant {client.token.tenant} is not answered")
            holdings.append(Holding(functions, jobs) if functions is not None and jobs is not None else None)
        return holdings

    def _compare(self) -> list[Holding | None]:
        holdings = self._holdings()
        for client, holding in zip(self.clients, holdings):
            if holding is None:
                continue
            tenant = client.token.tenant
            functions = [entry for entry in self.ledger.functions if entry.owner.tenant == tenant]
            jobs = [entry for entry in self.ledger.jobs if entry.function.owner.tenant == tenant]
            self.findings.extend(judge(functions, jobs, holding))
            records = {record["id"]: record for record in holding.jobs}
            for entry in jobs:
                if entry.id in records and (fault := self.ledger.see(entry, records[entry.id])):
                    self.findings.add("changed", fault)
        return holdings

    def _read_singly(self) -> None:
        jobs = [entry for entry in self.ledger.jobs if entry.ids]
        for entry in self._random.sample(jobs, min(MOST_SINGLE_READS, len(jobs))):
            self._look_at_job(entry)

    def _call_all(self) -> None:
        for entry in self.ledger.functions:
            if not entry.is_alive:
                continue
            client = self._client_of(entry.owner.tenant)
            answer = client.send("POST", f"/functions/{entry.id}/invoke", {"export": "run", "args": [1]})
            factor = (entry.factor + entry.offset) % (1 << 32)
            expected = factor - (1 << 32) if factor >= 1 << 31 else factor
            if answer is None or answer.status != 200 or answer.json["result"] != [expected]:
                self.findings.add("missing", f"function {entry.id} does not run: {answer}")

    # The report

    def table(self) -> str:
        ledger, counts = self.ledger, self.findings.counts
        functions, jobs = ledger.functions, ledger.jobs
        ends = [entry.seen[0] for entry in jobs if entry.seen]
        return table([
            ("kills", self.kills),
            ("requests sent", f"{ledger.sent}, {ledger.unanswered} of them without an answer"),
            ("functions acknowledged", sum(bool(entry.ids) for entry in functions)),
            ("functions unacknowledged", sum(not entry.ids for entry in functions)),
            ("deletions acknowledged", sum(entry.deletion is Wish.ACKNOWLEDGED for entry in functions)),
            ("jobs acknowledged", sum(bool(entry.ids) for entry in jobs)),
            ("  with a key", sum(bool(entry.ids and entry.key) for entry in jobs)),
            ("  completed, failed, cancelled", ", ".join(str(ends.count(end)) for end in
                                                         ("completed", "failed", "cancelled"))),
            ("jobs unacknowledged", sum(not entry.ids for entry in jobs)),
            ("cancellations acknowledged", sum(entry.cancellation is Wish.ACKNOWLEDGED for entry in jobs)),
            ("missing", counts["missing"] + counts["unfinished"]),
            ("doubled or invented", counts["doubled"] + counts["invented"]),
            ("half-written or wrong", counts["half-written"] + counts["wrong"] + counts["inconsistent"]),
            ("changed after the end", counts["changed"] + counts["undead"]),
            ("stray files", counts["stray"]),
            ("secrets in output", counts["leak"]),
            ("all findings", len(self.findings)),
            ("median start, seconds", f"{statistics.median(self.site.starts):.3f} of {len(self.site.starts)}"),
        ])
