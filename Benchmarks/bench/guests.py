"""Guests that only benchmarks need, written in the binary format: small, and as many distinct ones as wanted."""

I32 = 0x7F
WASI = "wasi_snapshot_preview1"


def _unsigned(value: int) -> bytes:
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(encoded) + bytes([value])


def _signed(value: int) -> bytes:
    encoded = bytearray()
    while not -64 <= value < 64:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(encoded) + bytes([value & 0x7F])


def _sized(content: bytes) -> bytes:
    return _unsigned(len(content)) + content


def _section(number: int, *items: bytes) -> bytes:
    return bytes([number]) + _sized(_unsigned(len(items)) + b"".join(items))


def _function_type(parameters: int, results: int) -> bytes:
    return b"\x60" + _sized(bytes([I32] * parameters)) + _sized(bytes([I32] * results))


def _module(*sections: bytes) -> bytes:
    return b"\0asm\1\0\0\0" + b"".join(sections)


def _code(*instructions: bytes) -> bytes:
    return _section(10, _sized(b"\0" + b"".join(instructions) + b"\x0b"))


def _constant(value: int) -> bytes:
    return b"\x41" + _signed(value)


RUN = _section(3, b"\0"), _section(7, _sized(b"run") + b"\0\0")


def constant(value: int) -> bytes:
    """`run()` returns `value`; every value is another module."""
    return _module(_section(1, _function_type(0, 1)), *RUN, _code(_constant(value)))


def endless() -> bytes:
    """`run()` never returns."""
    return _module(_section(1, _function_type(0, 1)), *RUN, _code(b"\x03\x40\x0c\0\x0b", _constant(0)))


def wasi() -> bytes:
    """`run()` asks WASI for the size of its arguments: the least that needs a WASI context."""
    types = _section(1, _function_type(0, 1), _function_type(2, 1))
    imports = _section(2, _sized(WASI.encode()) + _sized(b"args_sizes_get") + b"\0\1")
    memory = _section(5, b"\0" + _unsigned(1))
    exports = _section(7, _sized(b"run") + b"\0\1", _sized(b"memory") + b"\2\0")
    return _module(types, imports, _section(3, b"\0"), memory, exports, _code(_constant(0), _constant(8), b"\x10\0"))


def with_memory(mebibytes: int, data_mebibytes: int) -> bytes:
    """`run()` reads one word of a large memory that starts with initialised data."""
    content = bytes(range(1, 252)) * ((data_mebibytes << 20) // 251 + 1)
    memory = _section(5, b"\0" + _unsigned(mebibytes << 4))
    data = _section(11, b"\0" + _constant(0) + b"\x0b" + _sized(content[: data_mebibytes << 20]))
    read = _constant(512 << 10) + b"\x28\2\0"
    return _module(_section(1, _function_type(0, 1)), RUN[0], memory, RUN[1], _code(read), data)
