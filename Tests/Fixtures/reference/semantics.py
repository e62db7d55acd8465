"""Integer instructions of PTX on Python's numbers. Operands are raw bits; the caller cuts results to width."""
import math


def signed(value: int, bits: int) -> int:
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def clamp(value: int, bits: int, is_signed: bool = True) -> int:
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if is_signed else (0, (1 << bits) - 1)
    return min(max(value, low), high)


def divide(a: int, b: int) -> int:
    """Towards zero."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def remainder(a: int, b: int) -> int:
    return a - divide(a, b) * b


def shift_left(a: int, amount: int, bits: int) -> int:
    return a << min(amount, bits)


def shift_right(a: int, amount: int, bits: int, is_signed: bool) -> int:
    return (signed(a, bits) if is_signed else a) >> min(amount, bits)


def bit_find(a: int, bits: int, is_signed: bool, as_shift: bool) -> int:
    if is_signed and signed(a, bits) < 0:
        a = ~a & ((1 << bits) - 1)
    if a == 0:
        return 0xFFFFFFFF
    place = a.bit_length() - 1
    return bits - 1 - place if as_shift else place


def reverse(a: int, bits: int) -> int:
    return int(f"{a:0{bits}b}"[::-1], 2)


def field_extract(a: int, position: int, length: int, bits: int, is_signed: bool) -> int:
    position, length = position & 0xFF, length & 0xFF
    if not is_signed or length == 0:
        sign = 0
    else:
        sign = a >> min(position + length - 1, bits - 1) & 1
    return sum(
        ((a >> (position + i) & 1) if i < length and position + i < bits else sign) << i for i in range(bits))


def field_insert(a: int, b: int, position: int, length: int, bits: int) -> int:
    position, length = position & 0xFF, length & 0xFF
    for i in range(min(length, max(bits - position, 0))):
        b = b & ~(1 << (position + i)) | (a >> i & 1) << (position + i)
    return b


PERMUTATIONS = {
    "f4e": (0x3210, 0x4321, 0x5432, 0x6543), "b4e": (0x5670, 0x6701, 0x7012, 0x0123),
    "rc8": (0x0000, 0x1111, 0x2222, 0x3333), "ecl": (0x3210, 0x3211, 0x3222, 0x3333),
    "ecr": (0x0000, 0x1110, 0x2210, 0x3210), "rc16": (0x1010, 0x3232, 0x1010, 0x3232)}


def permute(a: int, b: int, c: int, mode: str = "") -> int:
    selector = PERMUTATIONS[mode][c & 3] if mode else c
    source, result = b << 32 | a, 0
    for i in range(4):
        choice = selector >> (4 * i) & 0xF
        byte = source >> (8 * (choice & 7)) & 0xFF
        result |= ((0xFF if byte & 0x80 else 0) if choice & 8 else byte) << (8 * i)
    return result


def logic(a: int, b: int, c: int, table: int) -> int:
    return sum((table >> ((a >> i & 1) << 2 | (b >> i & 1) << 1 | (c >> i & 1)) & 1) << i for i in range(32))


def dot4(a: int, b: int, c: int, left: bool, right: bool) -> int:
    part = lambda word, i, is_signed: signed(word >> (8 * i), 8) if is_signed else word >> (8 * i) & 0xFF
    return c + sum(part(a, i, left) * part(b, i, right) for i in range(4))


def dot2(a: int, b: int, c: int, left: bool, right: bool, high: bool) -> int:
    first = 2 if high else 0
    total = c
    for i in range(2):
        half = a >> (16 * i) & 0xFFFF
        byte = b >> (8 * (first + i)) & 0xFF
        total += (signed(half, 16) if left else half) * (signed(byte, 8) if right else byte)
    return total


def funnel_left(a: int, b: int, amount: int, wraps: bool) -> int:
    shift = amount & 31 if wraps else min(amount, 32)
    return (b << 32 | a) << shift >> 32


def funnel_right(a: int, b: int, amount: int, wraps: bool) -> int:
    shift = amount & 31 if wraps else min(amount, 32)
    return (b << 32 | a) >> shift


def product24(a: int, b: int, is_signed: bool) -> int:
    return signed(a, 24) * signed(b, 24) if is_signed else (a & 0xFFFFFF) * (b & 0xFFFFFF)


def kinds(value: float, form: str) -> list[bool]:
    """finite, infinite, number, notanumber, normal, subnormal."""
    least = 2.0 ** (-126 if form == "f32" else -1022)
    finite = math.isfinite(value)
    return [
        finite, math.isinf(value), not math.isnan(value), math.isnan(value), finite and abs(value) >= least,
        finite and 0 < abs(value) < least]
