"""Just enough HTTP/2 to be a nuisance: frames written by hand (RFC 9113), headers without compression (RFC 7541)."""
import socket

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE = 0, 1, 3, 4, 6, 7, 8
END_STREAM, ACK, END_HEADERS = 1, 1, 4
CANCEL = (8).to_bytes(4, "big")
#: Bytes of a frame's head.
HEAD = 9


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def integer(value: int, bits: int, first: int) -> bytes:
    """With a prefix of `bits` in a first byte that has the others already."""
    most = (1 << bits) - 1
    if value < most:
        return bytes([first | value])
    encoded, value = bytearray([first | most]), value - most
    while value > 127:
        encoded.append(value & 127 | 128)
        value >>= 7
    return bytes(encoded) + bytes([value])


def headers_block(fields: list[tuple[str, str]]) -> bytes:
    """Literals without indexing and without Huffman coding."""
    block = b""
    for name, value in fields:
        block += b"\0" + integer(len(name), 7, 0) + name.encode() + integer(len(value), 7, 0) + value.encode()
    return block


class Connection:
    """A connection in plain text with prior knowledge."""

    def __init__(self, port: int, seconds: float = 10):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = b""
        self.socket.sendall(PREFACE + frame(SETTINGS, 0, 0))

    def read_frame(self) -> tuple[int, int, int, bytes] | None:
        """Kind, flags, stream and payload; nothing at the end of the connection."""
        if not self._fill(HEAD):
            return None
        length = int.from_bytes(self._received[:3], "big")
        if not self._fill(HEAD + length):
            return None
        head, payload = self._received[:HEAD], self._received[HEAD:HEAD + length]
        self._received = self._received[HEAD + length:]
        return head[3], head[4], int.from_bytes(head[5:9], "big") & 0x7FFF_FFFF, payload

    def _fill(self, count: int) -> bool:
        while len(self._received) < count:
            try:
                piece = self.socket.recv(65_536)
            except ConnectionError:
                return False
            if not piece:
                return False
            self._received += piece
        return True

    def close(self) -> None:
        self.socket.close()
