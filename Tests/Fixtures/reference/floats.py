"""Floating-point instructions, one a row: arithmetic, comparisons, halves."""
import math

import numpy as np

from . import ieee, semantics
from .manifest import Buffer, Manifest, scalar
from .integers import paired

#: Zeros, ones, ends of the normal and the subnormal range, infinities, NaN; and neighbours of halves.
EDGES = {
    "f32": [0, 1 << 31, 0x3F800000, 0xBF800000, 1, 0x807FFFFF, 0x00800000, 0x7F7FFFFF, 0xFF7FFFFF, 0x7F800000,
            0xFF800000, 0x7FC00000],
    "f64": [0, 1 << 63, 0x3FF0000000000000, 0xBFF0000000000000, 1, 0x800FFFFFFFFFFFFF, 0x0010000000000000,
            0x7FEFFFFFFFFFFFFF, 0xFFEFFFFFFFFFFFFF, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000],
    "f16": [0, 0x8000, 0x3C00, 0xBC00, 1, 0x83FF, 0x0400, 0x7BFF, 0xFBFF, 0x7C00, 0xFC00, 0x7E00],
    "bf16": [0, 0x8000, 0x3F80, 0xBF80, 1, 0x807F, 0x0080, 0x7F7F, 0xFF7F, 0x7F80, 0xFF80, 0x7FC0]}


def numbers(buffer: Buffer) -> list[float]:
    values = ieee.decode_bfloat(buffer.values) if buffer.kind == "bf16" else buffer.values
    return [float(value) for value in values]


def operands(form: str, count: int, seed: int, how: str = "bits", **fill) -> list[Buffer]:
    if how == "bits":
        first, second = paired(EDGES[form])
        heads = [first, second, EDGES[form][5:] + EDGES[form]]
    else:
        heads = [None] * 3
    return [Buffer(form, count, how, seed=seed + i, head=head, **fill) if head else
            Buffer(form, count, how, seed=seed + i, **fill) for i, head in enumerate(heads)]


def run(manifest: Manifest, source: str, entry: str, inputs: list[Buffer], form: str, rows: list, tier: str = "must",
        note: str = "") -> None:
    """A row is a function; where the sign of a zero is left open, a pair of it and "zero"."""
    n = inputs[0].count
    manifest.case(
        f"nvrtc/{source}", entry, -(-n // 64), 64, [*inputs, result(rows, inputs, form), scalar("s32", n)], tier=tier,
        note=note)


def result(rows: list, inputs: list[Buffer], form: str) -> Buffer:
    """The functions of the inputs' elements, row after row."""
    n = inputs[0].count
    columns = list(zip(*[numbers(column) for column in inputs]))
    out = Buffer(form, n * len(rows) + 3, "marks")
    for index, row in enumerate(rows):
        function, is_loose = row if isinstance(row, tuple) else (row, False)
        values = ieee.encode([function(*column) for column in columns], form)
        out.expect(values, n * index, absolute=0.0 if is_loose else None)
    out.spans = joined(out.spans)
    return out


def joined(spans: list[dict]) -> list[dict]:
    """Neighbours with the same bounds as one."""
    result: list[dict] = []
    for span in spans:
        last = result[-1] if result else None
        if last and last["absolute"] == span["absolute"] and last["start"] + last["values"].size == span["start"]:
            last["values"] = np.concatenate([last["values"], span["values"]])
        else:
            result.append(dict(span))
    return result


def binary(function, form: str, mode: str = "rn"):
    return lambda a, b, c=None: function(a, b, form, mode)


def ternary(form: str, mode: str = "rn"):
    return lambda a, b, c: ieee.fma(a, b, c, form, mode)


def unary(function, form: str, mode: str = "rn"):
    return lambda a, b=None, c=None: function(a, form, mode)


def saturated(function):
    return (lambda *values: ieee.sat(function(*values)), "zero")


def extreme(function):
    return lambda a, b, c=None: function(a, b)


def add_cases(manifest: Manifest) -> None:
    arithmetic(manifest)
    comparisons(manifest)
    halves(manifest)


def arithmetic(manifest: Manifest) -> None:
    modes = ("rn", "rz", "rm", "rp")
    f = "f32"
    rows = [binary(ieee.add, f), *(binary(ieee.add, f, mode) for mode in modes)]
    rows += [binary(ieee.sub, f, mode) for mode in modes] + [binary(ieee.mul, f, mode) for mode in modes]
    rows += [ternary(f, mode) for mode in modes] + [ternary(f)]
    rows += [binary(ieee.div, f, mode) for mode in modes] + [unary(ieee.sqrt, f, mode) for mode in modes]
    rows += [unary(ieee.rcp, f, mode) for mode in modes]
    rows += [saturated(binary(ieee.add, f)), saturated(binary(ieee.mul, f)), saturated(ternary(f))]
    rows += [extreme(ieee.minimum), extreme(ieee.maximum)]
    run(manifest, "float_arithmetic", "floats_32", operands(f, 211, 200), f, rows)
    # Sums, products and quotients whose last bit the rounding decides.
    run(manifest, "float_arithmetic", "floats_32", operands(f, 101, 210, "signed", span=4), f, rows,
        note="of ordinary numbers")
    rows = [binary(ieee.add, f), binary(ieee.sub, f), binary(ieee.mul, f, "rz"), ternary(f), binary(ieee.div, f),
            unary(ieee.sqrt, f), unary(ieee.rcp, f), extreme(ieee.minimum), extreme(ieee.maximum),
            lambda a, b, c: -a, lambda a, b, c: abs(a), saturated(ternary(f))]
    run(manifest, "float_arithmetic", "floats_32_ftz", operands(f, 101, 220, "signed", span=4), f, rows)
    f = "f64"
    rows = [binary(ieee.add, f, mode) for mode in modes] + [binary(ieee.sub, f), binary(ieee.sub, f, "rz")]
    rows += [binary(ieee.mul, f, mode) for mode in modes] + [ternary(f, mode) for mode in modes] + [ternary(f)]
    rows += [binary(ieee.div, f, mode) for mode in modes] + [unary(ieee.sqrt, f), unary(ieee.sqrt, f, "rz")]
    rows += [unary(ieee.rcp, f), unary(ieee.rcp, f, "rp"), extreme(ieee.minimum), extreme(ieee.maximum)]
    run(manifest, "float_arithmetic", "floats_64", operands(f, 171, 230), f, rows)
    for note, a, b, c, d in (
            ("of ordinary numbers", *(Buffer(f, 90, "signed", seed=240 + i, span=8) for i, f in enumerate(
                ("f32", "f32", "f64", "f64")))),
            ("of edges", *(Buffer(f, 11, "bits", seed=244, head=(EDGES[f][:11] if i % 2 == 0 else EDGES[f][10::-1]))
                           for i, f in enumerate(("f32", "f32", "f64", "f64"))))):
        n = a.count
        low, high = (np.uint32(1 << 31), np.uint64(1 << 63))
        x, y = a.values.view(np.uint32), b.values.view(np.uint32)
        z, w = c.values.view(np.uint64), d.values.view(np.uint64)
        manifest.case(
            "nvrtc/float_arithmetic", "signs", -(-n // 32), 32,
            [a, b, c, d,
             Buffer("u32", 3 * n + 3, "marks").expect(np.concatenate([x ^ low, x & ~low, y & ~low | x & low])),
             Buffer("u64", 3 * n + 3, "marks").expect(np.concatenate([z ^ high, z & ~high, w & ~high | z & high])),
             scalar("s32", n)], note=note)
    a, b, c, d = (Buffer(f, 180, "bits", seed=250 + i, head=paired(EDGES[f])[i % 2]) for i, f in enumerate(
        ("f32", "f32", "f64", "f64")))
    x, y, z, w = (numbers(buffer) for buffer in (a, b, c, d))
    middle = [ieee.maximum(ieee.minimum(value, 1.0), -1.0) for value in x]
    single = [ieee.minimum(*pair) for pair in zip(x, y)] + [ieee.maximum(*pair) for pair in zip(x, y)] + middle
    wide = [ieee.minimum(*pair) for pair in zip(z, w)] + [ieee.maximum(*pair) for pair in zip(z, w)]
    manifest.case(
        "nvrtc/float_minmax", "float_minmax", 3, 64,
        [a, b, c, d, Buffer("f32", 543, "marks").expect(ieee.encode(single, "f32")),
         Buffer("f64", 363, "marks").expect(ieee.encode(wide, "f64")), scalar("s32", 180)])
    run(manifest, "float_minmax_nan", "float_minmax_nan", operands("f32", 180, 260)[:2], "f32",
        [ieee.strict(ieee.minimum), ieee.strict(ieee.maximum)], tier="should")


def comparison_bits(a: float, b: float) -> int:
    ordered = not (math.isnan(a) or math.isnan(b))
    plain = [a == b, a < b or a > b, a < b, a <= b, a > b, a >= b]
    flags = [ordered and flag for flag in plain] + [flag or not ordered for flag in plain] + [ordered, not ordered]
    return sum(int(flag) << bit for bit, flag in enumerate(flags))


def comparisons(manifest: Manifest) -> None:
    for entry, form, tier in (("floats", "f32", "must"), ("doubles", "f64", "must"), ("halves", "f16", "should")):
        a, b, _ = operands(form, 171, 270)
        wanted = np.array([comparison_bits(*pair) for pair in zip(numbers(a), numbers(b))], np.uint32)
        manifest.case("nvrtc/compare", f"compare_{entry}", 3, 64,
                      [a, b, Buffer("u32", 174, "marks").expect(wanted), scalar("s32", 171)], tier=tier)
    n = 131
    edges = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 0x80008000, 0x7FFF7FFF, 0xFFFF, 0x8000]
    first, second = paired(edges)
    a, b = Buffer("u64", n, "bits", seed=280, head=first), Buffer("u64", n, "bits", seed=281, head=second)
    rows = []
    for width in (16, 32, 64):
        for x, y in zip(a.values, b.values):
            x, y = int(x) & ((1 << width) - 1), int(y) & ((1 << width) - 1)
            s, t = semantics.signed(x, width), semantics.signed(y, width)
            six = lambda p, q: [p == q, p != q, p < q, p <= q, p > q, p >= q]
            flags = six(s, t) + six(x, y) + [x < y, x <= y, x > y, x >= y, x == y, x != y]
            rows.append(sum(int(flag) << bit for bit, flag in enumerate(flags)))
    manifest.case("nvrtc/compare", "compare_integers", 3, 64,
                  [a, b, Buffer("u32", 3 * n + 3, "marks").expect(np.array(rows, np.uint32)), scalar("s32", n)])
    predicates(manifest)
    a, b = Buffer("f32", 99, "bits", seed=290, head=EDGES["f32"]), Buffer("f64", 99, "bits", seed=291,
        head=EDGES["f64"])
    x, y = numbers(a), numbers(b)
    kinds = [sum(int(flag) << bit for bit, flag in enumerate(semantics.kinds(p, "f32") + semantics.kinds(q, "f64")))
             for p, q in zip(x, y)]
    halves = [7 if p > 0 else 0xFFF9 for p in x]
    singles = [0xBF800000 if p < 0 else 0x3F800000 for p in x]
    wide = [0x1122334455667788 if q > 0 else 0x99AABBCCDDEEFF00 for q in y]
    manifest.case(
        "nvrtc/compare", "selections", 2, 64,
        [a, b, Buffer("u32", 300, "marks").expect(np.array(kinds + halves + singles, np.uint32)),
         Buffer("u64", 102, "marks").expect(np.array(wide, np.uint64)), scalar("s32", 99)], tier="should")


def predicates(manifest: Manifest) -> None:
    n = 141
    a = Buffer("s32", n, "below", seed=300, bound=200, head=[100, 101, 99, 0xFFFFFFFF, 5])
    b = Buffer("s32", n, "below", seed=301, bound=200, head=[100, 101, 100, 0, 7])
    c, d = Buffer("f32", n, "signed", seed=302, span=4, head=EDGES["f32"]), Buffer("f32", n, "signed", seed=303, span=4)
    words, sets = [], [[], [], [], []]
    for x, y, f, g in zip(a.values.tolist(), b.values.tolist(), numbers(c), numbers(d)):
        r, less = x > 100, x < y
        unordered = math.isnan(f) or math.isnan(g)
        below = unordered or f <= g
        above = not unordered and f > g
        pairs = [
            (less, not less), (less and r, not less and r), (less or r, not less or r), (less != r, (not less) != r),
            (less and not r, not less and not r), (below, not below), (above or not r, not above or not r),
            (less, less and r), (less, less or r), (less, less != r), (less, not less), (less, r),
            (less, less if less else r), (less, r if less else r != less)]
        words.append(sum((int(p) | int(q) << 1) << 2 * i for i, (p, q) in enumerate(pairs)))
        sets[0].append(0xFFFFFFFF if less else 0)
        sets[1].append(0xFFFFFFFF if not unordered and f >= g else 0)
        sets[2].append(0x3F800000 if unordered or f < g else 0)
        sets[3].append(0xFFFFFFFF if x != y and r else 0)
    manifest.case(
        "nvrtc/compare", "compare_predicates", 3, 64,
        [a, b, c, d, Buffer("u32", 5 * n + 3, "marks").expect(np.array(words + sum(sets, []), np.uint32)),
         scalar("s32", n)])


def relu(function):
    return (lambda *values: math.nan if math.isnan(value := function(*values)) else max(value, 0.0), "zero")


def halves(manifest: Manifest) -> None:
    f = "f16"
    rows = [binary(ieee.add, f), binary(ieee.add, f), saturated(binary(ieee.add, f)), binary(ieee.sub, f),
            binary(ieee.mul, f), saturated(binary(ieee.mul, f)), ternary(f), saturated(ternary(f))]
    run(manifest, "half_math", "halves", operands(f, 231, 310), f, rows, tier="should")
    # No NaN here: only its sign would be certain.
    a = Buffer("u16", 90, "below", seed=320, bound=0x7C01, head=[0x8000, 0xFC00, 0x8001])
    b = Buffer("u16", 180, "below", seed=321, bound=0x7C01, head=[0x8000, 0xFC00, 0x8001, 0xBC00, 1])
    x, y = a.values, b.values
    flipped = lambda values: np.concatenate([values ^ np.uint16(0x8000), values & np.uint16(0x7FFF)])
    manifest.case(
        "nvrtc/half_math", "half_signs", 2, 64,
        [a, b, Buffer("u16", 183, "marks").expect(flipped(x)), Buffer("u16", 366, "marks").expect(flipped(y)),
         scalar("s32", 90)], tier="should")
    paired_case(manifest, "half_math", "half_pairs", f, 330,
                [binary(ieee.add, f), binary(ieee.sub, f), binary(ieee.mul, f), ternary(f)])
    run(manifest, "bfloat_math", "half_extremes", operands(f, 171, 340), f, [
        extreme(ieee.minimum), extreme(ieee.maximum), extreme(ieee.strict(ieee.minimum)),
        extreme(ieee.strict(ieee.maximum)), relu(ternary(f))], tier="should")
    f = "bf16"
    run(manifest, "bfloat_math", "bfloats", operands(f, 201, 350), f, [
        ternary(f), relu(ternary(f)), extreme(ieee.minimum), extreme(ieee.maximum),
        extreme(ieee.strict(ieee.maximum))], tier="should")
    paired_case(manifest, "bfloat_math", "bfloat_pairs", f, 360, [
        ternary(f), extreme(ieee.minimum), extreme(ieee.maximum), lambda a, b, c: -a, lambda a, b, c: abs(a)])
    a, b, _ = operands(f, 151, 370)
    values = list(zip(numbers(a), numbers(b)))
    wanted = [function(x, y, f, "rn") for function in (ieee.add, ieee.sub, ieee.mul) for x, y in values]
    manifest.case(
        "nvrtc/bfloat_math_90", "bfloats_90", 3, 64,
        [a, b, Buffer(f, 456, "marks").expect(ieee.encode(wanted, f)),
         Buffer("f32", 154, "marks").expect(ieee.decode_bfloat(a.values)), scalar("s32", 151)], tier="should")
    bfloat_conversions(manifest)


def bfloat_conversions(manifest: Manifest) -> None:
    """NaN has many spellings, so these inputs have none. Some lie between two short numbers, and just beside."""
    n = 120
    middles = [0x3F808000, 0x3F818000, 0x3F808001, 0x477FF000, 0x477FEFFF, 0x33000000, 0x33000001, 0x387FE000]
    a = Buffer("f32", n, "signed", seed=380, span=2.0 ** 17, head=EDGES["f32"][:11] + middles)
    b = Buffer("f32", n, "signed", seed=381, span=2.0 ** -13, head=EDGES["f32"][10::-1] + middles)
    x, y = numbers(a), numbers(b)
    code = lambda values, form, mode="rn": ieee.encode(
        [ieee.convert(value, form, mode) for value in values], form).view(np.uint16).astype(np.uint32)
    rows = [code(x, "bf16"), code(x, "bf16", "rz"), code(x, "bf16") << 16 | code(y, "bf16"),
            code(x, "f16") << 16 | code(y, "f16"), code([value if value > 0 else 0.0 for value in x], "f16")]
    manifest.case(
        "nvrtc/bfloat_math", "bfloat_conversions", 2, 64,
        [a, b, Buffer("u32", 5 * n + 3, "marks").expect(np.concatenate(rows).astype(np.uint32)), scalar("s32", n)],
        tier="should")


def paired_case(manifest: Manifest, source: str, entry: str, form: str, seed: int, rows: list) -> None:
    """Two short numbers a word: buffers of twice as many elements as the kernel has words."""
    inputs = operands(form, 180, seed)
    out = result(rows, inputs, form)
    manifest.case(f"nvrtc/{source}", entry, 2, 64, [*inputs, out, scalar("s32", 90)], tier="should")
