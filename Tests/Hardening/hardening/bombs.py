"""Bodies that would grow when somebody inflates them."""
import gzip
import zlib

from .client import Client
from .findings import Findings
from .server import Site

#: What a bomb would become, in bytes: more than a body may have.
INFLATED_BYTES = 256 << 20
#: Growth of the server's memory that a test of bombs may show, in MiB.
MOST_GROWTH_MIB = 64


def throw(site: Site, function: str, findings: Findings) -> dict[str, str]:
    """Sends bombs to every route with a body. Returns what was answered, by encoding and route."""
    client = Client(lambda: site.port, site.wildcard)
    zeros = bytes(INFLATED_BYTES)
    bombs = {"gzip": gzip.compress(zeros, 9), "deflate": zlib.compress(zeros, 9), "x-gzip": gzip.compress(zeros, 9)}
    routes = [("/functions?name=bomb", "application/wasm"), ("/functions", "application/json")]
    routes += [(f"/functions/{function}/{verb}", "application/json")
               for verb in ("invoke", "invoke-async", "invoke-stream")]
    before = site.life.memory()["anonymous_mib"]
    answers: dict[str, str] = {}
    for encoding, bomb in bombs.items():
        for path, kind in routes:
            answer = client.send("POST", path, bomb, {"Content-Encoding": encoding}, kind)
            name = f"{encoding} {kind.split('/')[1]} to {path.split('?')[0].rsplit('/', 1)[-1]}"
            answers[name] = f"{answer.status} {answer.kind}" if answer else "no answer"
            if answer is None or answer.status not in (400, 413, 415):
                findings.add("inflated", f"{name}: {answer}")
    growth = site.life.memory()["anonymous_mib"] - before
    if growth > MOST_GROWTH_MIB:
        findings.add("inflated", f"the server's memory grew by {growth:.0f} MiB")
    answers["memory"] = f"{growth:+.1f} MiB"
    return answers
