"""What one tenant does to a server that it shares: a hundred times its share, of the worst kinds."""
import random

from .client import Answer, Client
from .errors import HardeningError
from .guests import SPIN, hoarder
from .paced import Traffic, request
from .server import Token

#: Size of an upload that is not a module, in bytes.
UPLOAD_BYTES = 64 << 10
#: Connections of each kind of abuse: more than a tenant may have instances, together.
CONNECTIONS = 128
#: Memory that each of the hoarders writes to, in MiB, and how many there are: 3 GiB of the machine's memory together.
HOARD_MEBIBYTES, HOARDERS = 64, 48
#: How a module begins.
MAGIC = b"\0asm\1\0\0\0"


def deploy(client: Client, name: str, module: bytes, kind: str = "application/wat") -> str:
    answer: Answer | None = client.send("POST", f"/functions?name={name}", module, kind=kind)
    if answer is None or answer.status != 200:
        raise HardeningError(f"{name} is not deployed: {answer}")
    return answer.json["id"]


def kinds(client: Client, token: Token, kernels: str, per_second: float,
          generator: random.Random) -> dict[str, Traffic]:
    """Each kind sends its part of `per_second`. `kernels` is the guest whose `run` launches a kernel without end."""
    endless = deploy(client, "endless", SPIN.encode())
    memory = deploy(client, "memory", hoarder(HOARD_MEBIBYTES).encode())
    storm = deploy(client, "storm", kernels.encode())
    call = b'{"export":"run"}'
    # Begins like a module, so that it is looked into before it is refused.
    uploads = [MAGIC + generator.randbytes(UPLOAD_BYTES) for _ in range(4)]
    share = per_second / 4

    def calls(function: str, connections: int = CONNECTIONS) -> Traffic:
        return Traffic([request("POST", f"/functions/{function}/invoke", token, call)], share, connections, False)

    return {
        "endless loops": calls(endless),
        "large memories": calls(memory, HOARDERS),
        "endless kernels": calls(storm),
        "broken uploads": Traffic(
            [request("POST", "/functions?name=broken", token, upload, "application/wasm") for upload in uploads],
            share, CONNECTIONS // 4, False),
    }
