"""Looks at a data directory that no server has open."""
import hashlib
import pathlib
import sqlite3

from .findings import Finding

DATABASE = "tensor-wasm.sqlite"
#: What may lie in the directory itself. The log of the database stays when it is closed, and belongs to it.
USUAL = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "lock", "modules", "artifacts", "lost+found"}


def inspect(data: pathlib.Path) -> list[Finding]:
    """Stray files, damaged modules, a damaged database."""
    findings = [Finding("stray", f"{entry.name} is left in the data directory")
                for entry in data.iterdir() if entry.name not in USUAL]
    files = [path for path in data.rglob("*") if path.is_file()]
    findings += [Finding("stray", f"{path.relative_to(data)} is a temporary file")
                 for path in files if path.name.startswith(".tmp-")]
    modules = {path.stem: path for path in (data / "modules").rglob("*.wasm")}
    for digest, path in modules.items():
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            findings.append(Finding("half-written", f"{path.relative_to(data)} is not what its name says"))
    return findings + _inspect_database(data, set(modules))


def _inspect_database(data: pathlib.Path, modules: set[str]) -> list[Finding]:
    database = sqlite3.connect(f"file:{data / DATABASE}?mode=ro", uri=True)
    try:
        verdict = [row[0] for row in database.execute("PRAGMA integrity_check")]
        wanted = {row[0] for row in database.execute("SELECT DISTINCT digest FROM functions")}
        rest = database.execute(
            "SELECT count(*) FROM job_requests WHERE number IN "
            "(SELECT number FROM jobs WHERE finished_unix_ms IS NOT NULL)").fetchone()[0]
    except sqlite3.Error as error:
        return [Finding("half-written", f"the database: {error}")]
    finally:
        database.close()
    findings = [] if verdict == ["ok"] else [Finding("half-written", f"the database: {'; '.join(verdict)[:300]}")]
    if rest:
        findings.append(Finding("stray", f"the requests of {rest} jobs that have ended are kept"))
    findings += [Finding("missing", f"the module {digest} of a function is gone") for digest in wanted - modules]
    return findings + [Finding("stray", f"module {digest} belongs to no function") for digest in modules - wanted]
