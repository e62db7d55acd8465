"""Compares what a server holds with what it has acknowledged, as values: testing this needs no server."""
from collections import Counter, defaultdict
from dataclasses import dataclass

from .findings import Finding
from .guests import affine_argument
from .ledger import TERMINAL, FunctionEntry, JobEntry, Wish

#: Beginnings of a job after which the server gives it up.
MOST_ATTEMPTS = 16


@dataclass(frozen=True)
class Holding:
    """What the server holds of one tenant: the records of its lists."""

    functions: list[dict]
    jobs: list[dict]


def judge(functions: list[FunctionEntry], jobs: list[JobEntry], holding: Holding) -> list[Finding]:
    """What is wrong with one tenant's functions and jobs when nothing is in progress any more."""
    return _judge_functions(functions, holding.functions) + _judge_jobs(functions, jobs, holding.jobs)


def _judge_functions(entries: list[FunctionEntry], records: list[dict]) -> list[Finding]:
    findings = _repeated_ids(records, "function")
    by_name: dict[str, list[dict]] = defaultdict(list)
    for record in records:
        by_name[record["name"]].append(record)
    known = {entry.name: entry for entry in entries}
    findings += [Finding("invented", f"function {name} was never asked for") for name in by_name if name not in known]
    for entry in entries:
        held = by_name.get(entry.name, [])
        if len(entry.ids) > 1:
            findings.append(Finding("doubled", f"one key gave the functions {sorted(entry.ids)}"))
        if len(held) > 1:
            findings.append(Finding("doubled", f"{entry.name} exists {len(held)} times"))
        if entry.ids and entry.deletion is Wish.NONE and not any(record["id"] in entry.ids for record in held):
            findings.append(Finding("missing", f"function {entry.id} ({entry.name}) was acknowledged and is gone"))
        if held and entry.deletion is Wish.ACKNOWLEDGED:
            findings.append(Finding("undead", f"function {entry.id} ({entry.name}) was deleted and is there"))
        for record in held:
            if entry.digest and record["digest"] != entry.digest:
                findings.append(Finding("half-written", f"function {record['id']} has another digest than it had"))
    return findings


def _judge_jobs(functions: list[FunctionEntry], entries: list[JobEntry], records: list[dict]) -> list[Finding]:
    findings = _repeated_ids(records, "job")
    by_id = {record["id"]: record for record in records}
    entry_of = {job: entry for entry in entries for job in entry.ids}
    for entry in entries:
        if len(entry.ids) > 1:
            findings.append(Finding("doubled", f"one key gave the jobs {sorted(entry.ids)}"))
        for job in entry.ids:
            if job not in by_id:
                findings.append(Finding("missing", f"job {job} was acknowledged and is gone"))
            else:
                findings += judge_job(entry, by_id[job])
    strangers = [record for record in records if record["id"] not in entry_of]
    return findings + _judge_strangers(functions, entries, strangers) + _doubled_results(functions, records)


def judge_job(entry: JobEntry, record: dict) -> list[Finding]:
    """What is wrong with the record of an acknowledged job after it should have ended."""
    job, status = record["id"], record["status"]
    if record["function_id"] not in entry.function.ids and entry.function.ids:
        return [Finding("wrong", f"job {job} is said to call another function")]
    if status not in TERMINAL:
        return [Finding("unfinished", f"job {job} is {status} still")]
    if entry.cancellation is Wish.ACKNOWLEDGED:
        return [] if status == "cancelled" else [Finding("undead", f"job {job} was cancelled and is {status}")]
    if status == "cancelled":
        known = entry.cancellation is Wish.SENT
        return [] if known else [Finding("wrong", f"job {job} is cancelled, which nobody asked for")]
    if record["attempts"] < 1:
        return [Finding("wrong", f"job {job} ended after {record['attempts']} attempts")]
    return _judge_end(entry, record)


def _judge_end(entry: JobEntry, record: dict) -> list[Finding]:
    status, result = record["status"], record.get("result") or {}
    if not isinstance(result, dict):
        return [Finding("half-written", f"job {record['id']} has the result {result!r}")]
    outcome = result.get("result") if status == "completed" else result.get("kind")
    if (status, outcome) == entry.expected:
        return []
    if status == "failed" and outcome == "not_found" and entry.function.deletion is not Wish.NONE:
        return []
    if status == "failed" and record["attempts"] > MOST_ATTEMPTS:
        return []
    return [Finding("wrong", f"job {record['id']} is {(status, outcome)}, expected {entry.expected}")]


def _judge_strangers(functions: list[FunctionEntry], entries: list[JobEntry], records: list[dict]) -> list[Finding]:
    """Jobs that no answer named: each must be one that was asked for and not acknowledged."""
    allowance: Counter[FunctionEntry] = Counter(entry.function for entry in entries if not entry.ids)
    owner = {function: entry for entry in functions for function in entry.ids}
    findings = []
    for record in records:
        function = owner.get(record["function_id"])
        if function is None or allowance[function] == 0:
            findings.append(Finding("invented", f"job {record['id']} was never asked for"))
        else:
            allowance[function] -= 1
    return findings


def _doubled_results(functions: list[FunctionEntry], records: list[dict]) -> list[Finding]:
    owner = {function: entry for entry in functions for function in entry.ids}
    numbers: dict[int, str] = {}
    findings = []
    for record in records:
        function = owner.get(record["function_id"])
        values = (record.get("result") or {}).get("result")
        if function is None or not isinstance(values, list):
            continue
        number = affine_argument(function.factor, function.offset, values[0])
        if number in numbers:
            findings.append(Finding("doubled", f"jobs {numbers[number]} and {record['id']} are the same request"))
        numbers[number] = record["id"]
    return findings


def _repeated_ids(records: list[dict], what: str) -> list[Finding]:
    counts = Counter(record["id"] for record in records)
    return [Finding("doubled", f"{what} {name} is in the list {count} times")
            for name, count in counts.items() if count > 1]
