"""`corpus/cuda/conversions.cu`: between integers, floats and halves, in every rounding."""
import numpy as np

from . import ieee
from .floats import EDGES, numbers
from .manifest import Buffer, Manifest, scalar
from .semantics import clamp, signed

MODES = {"n": "rn", "z": "rz", "m": "rm", "p": "rp"}
#: Halves between whole numbers, ends of the integers' ranges and what lies beyond.
VALUES = [0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 127.5, 128.5, -128.5, -129.0, 255.5, 256.0, 32767.5, -32768.5, 65535.5,
    65536.0,
          2147483520.0, 2147483648.0, -2147483648.0, -2147483904.0, 4294967040.0, 4294967296.0, 9.223371e18,
          9.223372036854775808e18, -9.223372036854775808e18, 1.8446744073709551616e19, 1e30, -1e30, 0.99999994, -0.3,
          1e-20]
INTEGERS = [0, 1, (1 << 64) - 1, 1 << 63, (1 << 63) - 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x100000000, 127, 128,
    255, 256,
            0xFFFFFF80, 0xFFFFFF7F, 32767, 32768, 65535, 65536, 0xFFFF8000, 0xFFFF7FFF, 0x1000001, 0x1000003,
            0x7FFFFFBF,
            0x7FFFFFC0, 0x20000000000001, 0x20000000000003, 0x7FFFFFFFFFFFFDFF, 0xFFFFFFFFFFFFFBFF, 2049, 4097, 65519,
            65520]


def add_cases(manifest: Manifest) -> None:
    from_floats(manifest)
    from_integers(manifest)
    between_floats(manifest)


def launch(manifest: Manifest, entry: str, arguments: list, n: int, tier: str = "must") -> None:
    manifest.case("nvrtc/conversions", entry, -(-n // 64), 64, [*arguments, scalar("s32", n)], tier=tier)


def floats_input(form: str, seed: int, n: int) -> Buffer:
    values = np.array(VALUES, {"f32": np.float32, "f64": np.float64}[form])
    bits = values.view({"f32": np.uint32, "f64": np.uint64}[form]).tolist()
    return Buffer(form, n, "signed", seed=seed, span=2.0 ** 36, head=EDGES[form] + bits)


def to_integers(values: list[float], rows: list[tuple], source: str) -> np.ndarray:
    """Rows of (mode, bits of the integer, signed, bits of the register)."""
    return np.array([
        ieee.to_integer(value, MODES[mode], bits, is_signed, source) & ((1 << register) - 1)
        for mode, bits, is_signed, register in rows for value in values], np.uint64)


def from_floats(manifest: Manifest) -> None:
    n = 121
    a = floats_input("f32", 400, n)
    rows = [(mode, 32, True, 32) for mode in "nzmp"] + [(mode, 32, False, 32) for mode in "nzmp"]
    rows += [("n", 64, True, 64), ("z", 64, True, 64), ("m", 64, False, 64), ("p", 64, False, 64), ("n", 16, True, 16),
             ("z", 16, False, 16), ("n", 8, True, 32), ("z", 8, False, 32), ("n", 32, True, 32), ("z", 32, True, 32)]
    wanted = to_integers(numbers(a), rows, "f32")
    launch(manifest, "float_to_integer", [a, Buffer("u64", wanted.size + 3, "marks").expect(wanted)], n)
    a = floats_input("f64", 401, n)
    rows = [("n", 32, True, 32), ("z", 32, True, 32), ("m", 32, False, 32), ("p", 32, False, 32)]
    rows += [(mode, 64, True, 64) for mode in "nzmp"] + [("n", 64, False, 64), ("z", 64, False, 64)]
    wanted = to_integers(numbers(a), rows, "f64")
    launch(manifest, "double_to_integer", [a, Buffer("u64", wanted.size + 3, "marks").expect(wanted)], n)
    n = 90
    halves = [0x3800, 0xB800, 0x3E00, 0x4100, 0xBE00, 0xC100, 0x7BFF, 0xFBFF, 0x3BFF, 0x6400, 0x77FF]
    a = Buffer("f16", n, "bits", seed=402, head=EDGES["f16"] + halves)
    wanted = to_integers(numbers(a), [("n", 32, True, 32), ("z", 32, False, 32), ("m", 16, True, 16),
        ("p", 64, True, 64)], "f16")
    launch(manifest, "half_to_others", [
        a, Buffer("f32", n + 3, "marks").expect(a.values.astype(np.float32)),
        Buffer("f64", n + 3, "marks").expect(a.values.astype(np.float64)),
        Buffer("u64", wanted.size + 3, "marks").expect(wanted)], n, tier="should")


def converted(values: list[int], rows: list[tuple], form: str) -> list[float]:
    """Rows of (mode, bits of the integer, signed)."""
    return [
        ieee.settle(ieee.Fraction(signed(value, bits) if is_signed else value & ((1 << bits) - 1)), form, MODES[mode],
        0.0)
        for mode, bits, is_signed in rows for value in values]


def from_integers(manifest: Manifest) -> None:
    n = 121
    a = Buffer("u64", n, "bits", seed=410, head=INTEGERS)
    values = [int(value) for value in a.values]
    rows = [(mode, 32, True) for mode in "nzmp"] + [(mode, 32, False) for mode in "nzp"]
    rows += [(mode, 64, True) for mode in "nzm"] + [("n", 64, False), ("p", 64, False)]
    rows += [("n", 16, True), ("n", 16, False), ("n", 8, True), ("n", 8, False)]
    singles = converted(values, rows, "f32") + [ieee.sat(value) for value in converted(values, [("n", 32, True)],
        "f32")]
    launch(manifest, "integer_to_float", [
        a, Buffer("f32", len(singles) + 3, "marks").expect(ieee.encode(singles, "f32"))], n)
    rows = [("n", 32, True), ("n", 32, False), *((mode, 64, True) for mode in "nzmp"), ("n", 64, False),
        ("z", 64, False)]
    doubles = converted(values, rows, "f64")
    launch(manifest, "integer_to_double", [
        a, Buffer("f64", len(doubles) + 3, "marks").expect(ieee.encode(doubles, "f64"))], n)
    rows = [("n", 32, True), ("z", 32, False), ("n", 64, True), ("m", 16, True), ("p", 16, False)]
    halves = converted(values, rows, "f16")
    launch(manifest, "integer_to_half", [
        a, Buffer("f16", len(halves) + 3, "marks").expect(ieee.encode(halves, "f16"))], n, tier="should")
    low = lambda value, bits: value & ((1 << bits) - 1)
    s32 = lambda value: signed(value, 32)
    s64 = lambda value: signed(value, 64)
    rows = [
        (lambda x: signed(x, 8), 32), (lambda x: low(x, 8), 32), (lambda x: signed(x, 8), 32),
        (lambda x: low(x, 8), 32),
        (lambda x: x, 16), (lambda x: x, 16), (lambda x: signed(x, 16), 32), (lambda x: low(x, 16), 32), (s32, 64),
        (lambda x: low(x, 32), 64), (lambda x: signed(x, 8), 64), (lambda x: x, 32), (lambda x: clamp(s32(x), 8), 32),
        (lambda x: clamp(s32(x), 8, False), 32), (lambda x: clamp(low(x, 32), 8, False), 32),
        (lambda x: clamp(s32(x), 16), 16), (lambda x: clamp(s32(x), 16, False), 16),
        (lambda x: clamp(low(x, 32), 32), 32),
        (lambda x: clamp(s32(x), 32, False), 32), (lambda x: clamp(s64(x), 32), 32),
        (lambda x: clamp(s64(x), 32, False), 32),
        (lambda x: clamp(x, 64), 64), (lambda x: clamp(s64(x), 64, False), 64), (lambda x: clamp(x, 32), 32)]
    wanted = np.array([low(function(value), bits) for function, bits in rows for value in values], np.uint64)
    launch(manifest, "integer_to_integer", [a, Buffer("u64", wanted.size + 3, "marks").expect(wanted)], n)


def between_floats(manifest: Manifest) -> None:
    n = 101
    for form, entry in (("f32", "float_to_float"), ("f64", "double_to_double")):
        a = Buffer(form, n, "signed", seed=420, span=8, head=floats_input(form, 0, 43).values.view(
            f"u{4 if form == 'f32' else 8}"))
        x = numbers(a)
        rows = [[ieee.integral(value, mode) for value in x] for mode in ("rn", "rz", "rm", "rp")]
        out = Buffer(form, n * 6 + 3, "marks") if form == "f32" else Buffer(form, n * 4 + 3, "marks")
        out.expect(ieee.encode(sum(rows, []), form))
        if form == "f32":
            # A saturated zero has either sign.
            clamped = [ieee.sat(value) for value in x] + [ieee.sat(value) for value in rows[0]]
            out.expect(ieee.encode(clamped, form), n * 4, absolute=0.0)
        launch(manifest, entry, [a, out], n)
    near = [0x3FF0000010000000, 0x3FF0000030000000, 0x3FF0000010000001, 0x47EFFFFFE0000000, 0x47EFFFFFF0000000,
            0x36A0000000000000, 0x3690000000000000, 0x3690000000000001, 0x380FFFFFFFFFFFFF, 0xBFF0000008000000]
    a = Buffer("f64", n, "signed", seed=421, span=2, head=EDGES["f64"] + near)
    x = numbers(a)
    out = Buffer("f32", n * 5 + 3, "marks")
    rows = [[ieee.convert(value, "f32", mode) for value in x] for mode in ("rn", "rz", "rm", "rp")]
    out.expect(ieee.encode(sum(rows, []), "f32"))
    out.expect(ieee.encode([ieee.sat(value) for value in rows[0]], "f32"), n * 4, absolute=0.0)
    launch(manifest, "double_to_float", [a, out], n)
    a = Buffer("f32", n, "bits", seed=422, head=EDGES["f32"])
    with np.errstate(invalid="ignore"):
        launch(manifest, "float_to_double", [a, Buffer("f64", n + 3, "marks").expect(a.values.astype(np.float64))], n)
    singles = [0x477FF000, 0x477FEFFF, 0x33000000, 0x33000001, 0x387FE000, 0x387FC000, 0x3F801000, 0x3F803000,
        0x3F801001]
    a = Buffer("f32", n, "signed", seed=423, span=2.0 ** 17, head=EDGES["f32"] + singles)
    b = Buffer("f64", n, "signed", seed=424, span=2.0 ** -12, head=EDGES["f64"] + [
        0x3FF0020000000000, 0x3FF0060000000000, 0x3FF0020000000001, 0x40EFFE0000000000, 0x40EFFDFFFFFFFFFF])
    wanted = [ieee.convert(value, "f16", mode) for mode in ("rn", "rz") for value in numbers(a)]
    wanted += [ieee.convert(value, "f16", "rn") for value in numbers(b)]
    launch(manifest, "float_to_half", [a, b, Buffer("f16", 3 * n + 3, "marks").expect(ieee.encode(wanted, "f16"))], n,
           tier="should")
