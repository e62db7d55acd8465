"""The command line of `scripts/schema-test`."""
import argparse
import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile

from .abuse import deploy
from .client import Client
from .errors import HardeningError
from .guests import ADD
from .server import Site

#: Checks of schemathesis that are not made, each with its reason.
EXCLUDED = {
    "positive_data_acceptance": "what fits the document may name what does not exist, or hold no valid module",
    "negative_data_rejection": "unknown fields and parameters are ignored by contract",
}
#: Statuses above 499 that are right answers, by operation.
EXPECTED_FAILURES = {
    "/functions/{id}/invoke": (500, 504), "/functions/{id}/invoke-stream": (500, 504),
}
#: How often a generated id or tenant is replaced by one that exists.
SHARE_OF_KNOWN = 0.5
#: Guests that are called: one that computes, one without arguments that reads its input.
START = '(module (memory (export "memory") 1) (func (export "_start")))'


def main(root: pathlib.Path) -> int:
    """The exit status of schemathesis, or 1 when the server died or wrote a secret; 2 when the test could not run."""
    wishes = _parse(root)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    packages = root / ".deps/hardening/python"
    if not packages.exists():
        print("schema-test: schemathesis is missing; `scripts/bootstrap --hardening` fetches it", file=sys.stderr)
        return 2
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tensor-wasm-schema-")))
        # The metrics are open, since a run has one token for all routes.
        site = Site(wishes.server, folder / "site", random.Random(wishes.seed),
                    settings={"TENSOR_WASM_API_METRICS_TOKEN": None, "TENSOR_WASM_LIMIT_DEADLINE_MS": "2000"})
        stack.callback(site.stop)
        try:
            site.start()
            configuration = _configure(site, folder)
        except HardeningError as error:
            print(f"schema-test: {error}", file=sys.stderr)
            return 2
        status = _run(site, configuration, packages, wishes)
        return _judge(site, _recording(folder)) or status


def _configure(site: Site, folder: pathlib.Path) -> pathlib.Path:
    """The configuration file, with ids of functions and of a job that exist."""
    client = Client(lambda: site.port, site.wildcard)
    functions = [deploy(client, name, text.encode()) for name, text in (("add", ADD), ("start", START))]
    answer = client.send("POST", f"/functions/{functions[1]}/invoke-async", {})
    if answer is None or answer.status != 202:
        raise HardeningError(f"no job is accepted: {answer}")
    job = answer.json["job_id"]
    lines = ["[dictionaries]", _dictionary("functions", functions), _dictionary("jobs", [job]),
             _dictionary("tenants", [str(site.wildcard.tenant)])]
    for path, ids in (("/functions/{id}", "functions"), ("/functions/{id}/invoke", "functions"),
                      ("/functions/{id}/invoke-async", "functions"), ("/functions/{id}/invoke-stream", "functions"),
                      ("/jobs/{id}", "jobs")):
        lines += ["[[operations]]", f"include-path = {json.dumps(path)}", "[operations.parameters]",
                  f'"path.id" = {{ dictionary = "{ids}", probability = {SHARE_OF_KNOWN} }}',
                  f'"header.X-TensorWasm-Tenant" = {{ dictionary = "tenants", probability = {SHARE_OF_KNOWN} }}']
        if path in EXPECTED_FAILURES:
            statuses = ["2xx", "4xx", *map(str, EXPECTED_FAILURES[path])]
            lines += ["[operations.checks]", f"not_a_server_error.expected-statuses = {json.dumps(statuses)}"]
    path = folder / "schemathesis.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _dictionary(name: str, values: list[str]) -> str:
    return f"{name} = {{ values = {json.dumps(values)} }}"


def _run(site: Site, configuration: pathlib.Path, packages: pathlib.Path, wishes: argparse.Namespace) -> int:
    command = [
        sys.executable, "-B", "-m", "schemathesis.cli", "--config-file", str(configuration), "--no-color", "run",
        f"http://127.0.0.1:{site.port}/openapi.json", "--header", f"Authorization: Bearer {site.wildcard.text}",
        "--checks", "all", "--exclude-checks", ",".join(EXCLUDED), "--seed", str(wishes.seed),
        "--max-time", str(wishes.seconds), "--request-timeout", "10", "--generation-database", "none",
        "--phases", wishes.phases, "--warnings", "off", "--continue-on-failure",
        "--report", "vcr", "--report-vcr-path", str(_recording(configuration.parent))]
    environment = os.environ | {"PYTHONPATH": str(packages)}
    # Some time beyond its own limit, in case it does not keep it.
    return subprocess.run(command, env=environment, cwd=configuration.parent, timeout=wishes.seconds + 120,
                          check=False).returncode


def _recording(folder: pathlib.Path) -> pathlib.Path:
    """Where all requests and answers are kept; schemathesis itself blots out the token that it sends."""
    return folder / "answers.yaml"


def _judge(site: Site, recording: pathlib.Path) -> int:
    faults = [f"an answer holds {name}" for name in sorted(site.watch.find_in_file(recording))]
    if site.life.status is not None:
        faults.append(f"the server ended with status {site.life.status}")
    site.stop()
    faults += site.crashes() + [f"a secret is written: {line}" for line in site.leaks()]
    for fault in faults:
        print(f"schema-test: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _parse(root: pathlib.Path) -> argparse.Namespace:
    reasons = "; ".join(f"{check}, because {reason}" for check, reason in EXCLUDED.items())
    parser = argparse.ArgumentParser(prog="schema-test", description=__doc__, epilog=f"Checks not made: {reasons}.")
    parser.add_argument("--server", type=pathlib.Path, default=root / ".build/debug/tensor-wasm",
                        help="the program to test (default: the debug build)")
    parser.add_argument("--seconds", type=int, default=110, help="length of the run (default: 110)")
    parser.add_argument("--seed", type=int, default=1, help="of what is generated (default: 1)")
    parser.add_argument("--phases", default="examples,coverage,fuzzing,stateful", help="phases of schemathesis")
    return parser.parse_args()
