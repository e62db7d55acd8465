"""Integer instructions, one a row: `corpus/cuda/integer_*.cu`, `bits.cu`, `shifts.cu`."""
import numpy as np

from . import semantics as ptx
from .manifest import Buffer, Manifest, scalar
from .semantics import clamp, signed

EDGES_32 = [0, 1, 2, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x80000001, 0xFFFF, 0x10000, 0x800000, 0xFFFFFF, 0xFF800000]
EDGES_64 = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 1 << 32, 0xFFFFFFFF, 0x80000000, (1 << 63) + 1, 3]
EDGES_16 = [0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x8001, 0xFF, 0x100]


def paired(edges: list[int]) -> tuple[list[int], list[int]]:
    """Every edge against every edge."""
    return [a for a in edges for _ in edges], [b for _ in edges for b in edges]


def table(kind: str, functions: list, *columns: np.ndarray) -> np.ndarray:
    """Row after row, the functions of the columns' elements, cut to the width of the result."""
    bits = int(kind[1:])
    operands = [[int(value) for value in column] for column in columns]
    return np.array(
        [function(*row) & ((1 << bits) - 1) for function in functions for row in zip(*operands)], dtype=f"u{bits // 8}")


def run(manifest: Manifest, source: str, entry: str, inputs: list[Buffer], kind: str, functions: list,
        block: int = 64, tier: str = "must", result: str | None = None) -> None:
    n = inputs[0].count
    wanted = table(kind, functions, *[column.values for column in inputs])
    out = Buffer(result or kind, wanted.size + 3, "marks")
    out.expect(wanted.astype(out.values.dtype))
    manifest.case(f"nvrtc/{source}", entry, -(-n // block), block, [*inputs, out, scalar("s32", n)], tier=tier)


def add_cases(manifest: Manifest) -> None:
    arithmetic(manifest)
    division(manifest)
    bits(manifest)


def trio(kind: str, edges: list[int], seed: int, n: int) -> list[Buffer]:
    first, second = paired(edges)
    return [Buffer(kind, n, "bits", seed=seed, head=first), Buffer(kind, n, "bits", seed=seed + 1, head=second),
            Buffer(kind, n, "bits", seed=seed + 2, head=edges)]


def common(w: int) -> dict:
    """What all widths have in common."""
    s = lambda value: signed(value, w)
    return {
        "add": lambda a, b, c: a + b, "sub": lambda a, b, c: a - b, "mul.lo": lambda a, b, c: a * b,
        "mul.hi.s": lambda a, b, c: s(a) * s(b) >> w, "mul.hi.u": lambda a, b, c: a * b >> w,
        "mad.lo": lambda a, b, c: a * b + c, "mad.hi.s": lambda a, b, c: (s(a) * s(b) >> w) + c,
        "mad.hi.u": lambda a, b, c: (a * b >> w) + c,
        "sad.s": lambda a, b, c: abs(s(a) - s(b)) + c, "sad.u": lambda a, b, c: abs(a - b) + c,
        "min.s": lambda a, b, c: min(s(a), s(b)), "min.u": lambda a, b, c: min(a, b),
        "max.s": lambda a, b, c: max(s(a), s(b)), "max.u": lambda a, b, c: max(a, b),
        "neg": lambda a, b, c: -a, "abs": lambda a, b, c: abs(s(a)), "and": lambda a, b, c: a & b,
        "or": lambda a, b, c: a | b, "xor": lambda a, b, c: a ^ b, "not": lambda a, b, c: ~a,
        "cnot": lambda a, b, c: int(a == 0)}


def arithmetic(manifest: Manifest) -> None:
    s = lambda value: signed(value, 32)
    word = common(32) | {
        "add.sat": lambda a, b, c: clamp(s(a) + s(b), 32), "sub.sat": lambda a, b, c: clamp(s(a) - s(b), 32),
        "mad.hi.sat": lambda a, b, c: clamp((s(a) * s(b) >> 32) + s(c), 32),
        "mul24.lo.s": lambda a, b, c: ptx.product24(a, b, True), "mul24.lo.u": lambda a, b,
        c: ptx.product24(a, b, False),
        "mul24.hi.s": lambda a, b, c: ptx.product24(a, b, True) >> 16,
        "mul24.hi.u": lambda a, b, c: ptx.product24(a, b, False) >> 16,
        "mad24.lo.s": lambda a, b, c: ptx.product24(a, b, True) + c,
        "mad24.lo.u": lambda a, b, c: ptx.product24(a, b, False) + c}
    logic = ["and", "or", "xor", "not", "cnot"]
    extremes = ["min.s", "min.u", "max.s", "max.u", "neg", "abs"]
    run(manifest, "integer_arithmetic", "integers_32", trio("u32", EDGES_32, 100, 211), "u32", [word[name] for name in [
        "add", "add.sat", "sub", "sub.sat", "mul.lo", "mul.hi.s", "mul.hi.u", "mad.lo", "mad.hi.s", "mad.hi.u",
        "mad.hi.sat", "mul24.lo.s", "mul24.lo.u", "mul24.hi.s", "mul24.hi.u", "mad24.lo.s", "mad24.lo.u", "sad.s",
        "sad.u", *extremes, *logic]])
    long = common(64)
    run(manifest, "integer_arithmetic", "integers_64", trio("u64", EDGES_64, 110, 151), "u64", [long[name] for name in [
        "add", "sub", "mul.lo", "mul.hi.s", "mul.hi.u", "mad.lo", "mad.hi.u", "sad.s", *extremes, *logic]])
    short = common(16)
    run(manifest, "integer_arithmetic", "integers_16", trio("u16", EDGES_16, 120, 131), "u16",
        [short[name] for name in [
        "add", "sub", "mul.lo", "mul.hi.s", "mul.hi.u", "mad.lo", "sad.s", *extremes, *logic]])
    a, b = paired(EDGES_32)
    inputs = [Buffer("u32", 167, "bits", seed=130, head=a), Buffer("u32", 167, "bits", seed=131, head=b),
              Buffer("u64", 167, "bits", seed=132, head=EDGES_64)]
    low = 0xFFFFFFFF
    h = lambda value: signed(value, 16)
    u = lambda value: value & 0xFFFF
    run(manifest, "integer_arithmetic", "integers_wide", inputs, "u64", [
        lambda a, b, c: s(a) * s(b), lambda a, b, c: a * b, lambda a, b, c: s(a) * s(b) + c, lambda a, b, c: a * b + c,
        lambda a, b, c: h(a) * h(b) & low, lambda a, b, c: u(a) * u(b), lambda a, b, c: h(a) * h(b) + c & low,
        lambda a, b, c: b << 32 | a, lambda a, b, c: (c & low) << 32 | c >> 32, lambda a, b, c: u(a) << 16 | a >> 16])
    run(manifest, "integer_arithmetic", "integers_carry", trio("u64", EDGES_64, 140, 119), "u64", [
        lambda a, b, c: a + b, lambda a, b, c: a - b, lambda a, b, c: (a & low) * (b & low) + c,
        lambda a, b, c: (c & low) + ((a >> 32) + (b >> 32) + ((a & low) + (b & low) >> 32) >> 32) & low])


def division(manifest: Manifest) -> None:
    for w, edges, n in ((32, EDGES_32, 181), (64, EDGES_64, 131), (16, EDGES_16, 101)):
        a, b = paired(edges)
        inputs = [Buffer(f"u{w}", n, "bits", seed=150 + w, head=a), Buffer(f"u{w}", n, "bits", seed=151 + w, head=b)]
        mark = lambda function: lambda a, b, function=function: 0x5A5A if b == 0 else function(a, b)
        run(manifest, "integer_division", f"divide_{w}", inputs, f"u{w}", [
            mark(lambda a, b: a // b), mark(lambda a, b: a % b),
            mark(lambda a, b, w=w: ptx.divide(signed(a, w), signed(b, w))),
            mark(lambda a, b, w=w: ptx.remainder(signed(a, w), signed(b, w)))])
    a, b = Buffer("s32", 300, "bits", seed=160), Buffer("s32", 300, "bits", seed=161, head=[0xFFFFFFFE, 0, 5])
    run(manifest, "integer_division", "divide_compiled", [a, b], "u32", [
        lambda a, b: ptx.divide(a, 7), lambda a, b: ptx.remainder(a, 10), lambda a, b: (a & 0xFFFFFFFF) // 641,
        lambda a, b: -a if b | 1 == -1 else ptx.divide(a, b | 1),
        lambda a, b: (a & 0xFFFFFFFF) % ((b | 1) & 0xFFFFFFFF), lambda a, b: a * a // 1000003], result="s32")


def bits(manifest: Manifest) -> None:
    inputs = trio("u32", EDGES_32, 170, 201)
    logic = [lambda a, b, c, lut=lut: ptx.logic(a, b, c, lut) for lut in (0x80, 0xFE, 0x96, 0xE8, 0xCA, 0x1B)]
    permutations = [lambda a, b, c, mode=mode: ptx.permute(a, b, c, mode)
                    for mode in ("", "f4e", "b4e", "rc8", "ecl", "ecr", "rc16")]
    dots = [lambda a, b, c, l=l, r=r: ptx.dot4(a, b, c, l, r)
            for l, r in ((False, False), (True, True), (False, True), (True, False))]
    dots += [lambda a, b, c, l=l, r=r, high=high: ptx.dot2(a, b, c, l, r, high) for l, r, high in (
        (False, False, False), (True, True, True), (False, True, False), (True, False, True))]
    funnels = [lambda a, b, c: ptx.funnel_left(a, b, c, True), lambda a, b, c: ptx.funnel_left(a, b, c, False),
               lambda a, b, c: ptx.funnel_right(a, b, c, True), lambda a, b, c: ptx.funnel_right(a, b, c, False)]
    first_set = lambda value: (value & -value).bit_length()
    finds = [lambda a, b, c, s=s, shift=shift: ptx.bit_find(a, 32, s, shift)
             for shift in (False, True) for s in (False, True)]
    run(manifest, "bits", "bits_32", inputs, "u32", [
        lambda a, b, c: a.bit_count(), lambda a, b, c: 32 - a.bit_length(), lambda a, b, c: ptx.reverse(a, 32), *finds,
        *permutations, *logic, *dots, *funnels, lambda a, b, c: ptx.permute(a, b, 0x3715),
        lambda a, b, c: ptx.funnel_left(a, b, c, True),
        lambda a, b, c: a.bit_count() + 32 - b.bit_length() + first_set(c)], tier="should")
    n = 181
    places = [0, 1, 31, 32, 33, 63, 64, 100, 255, 256, 300, 8]
    fields = [Buffer("u64", n, "bits", seed=180, head=EDGES_64), Buffer("u64", n, "bits", seed=181),
              Buffer("u32", n, "below", seed=182, bound=70, head=[p for p in places for _ in places]),
              Buffer("u32", n, "below", seed=183, bound=70, head=[l for _ in places for l in places])]
    word = 0xFFFFFFFF
    run(manifest, "bits", "bit_fields", fields, "u64", [
        lambda a, b, p, l: ptx.field_extract(a & word, p, l, 32, False),
        lambda a, b, p, l: ptx.field_extract(a & word, p, l, 32, True),
        lambda a, b, p, l: ptx.field_insert(a & word, b & word, p, l, 32),
        lambda a, b, p, l: ptx.field_extract(a, p, l, 64, False), lambda a, b, p,
        l: ptx.field_extract(a, p, l, 64, True),
        lambda a, b, p, l: ptx.field_insert(a, b, p, l, 64), lambda a, b, p, l: a.bit_count(),
        lambda a, b, p, l: 64 - a.bit_length(), lambda a, b, p, l: ptx.bit_find(a, 64, False, False),
        lambda a, b, p, l: ptx.bit_find(a, 64, True, False), lambda a, b, p, l: ptx.bit_find(a, 64, False, True),
        lambda a, b, p, l: ptx.reverse(a, 64)], tier="should")
    amounts = [0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 256, 0x80000000, 0xFFFFFFFF, 0x10000]
    inputs = [Buffer("u64", 151, "bits", seed=184, head=[1 << 63 | 1 << 31 | 1 << 15 | 1] * len(amounts)),
              Buffer("u32", 151, "below", seed=185, bound=80, head=amounts)]
    shifts = []
    for w in (16, 32, 64):
        mask = (1 << w) - 1
        shifts += [lambda a, n, w=w, m=mask: ptx.shift_left(a & m, n, w) & m,
                   lambda a, n, w=w, m=mask: ptx.shift_right(a & m, n, w, False),
                   lambda a, n, w=w, m=mask: ptx.shift_right(a & m, n, w, True) & m,
                   lambda a, n, w=w, m=mask: ptx.shift_right(a & m, n, w, False)]
    run(manifest, "shifts", "shifts", inputs, "u64", shifts)
