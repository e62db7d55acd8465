"""What PTX approximates: expected values from f64, bounds from PTX's documentation of each instruction."""
import math
from fractions import Fraction

import numpy as np

from .kernels import erf
from .manifest import Buffer, Manifest, scalar

F32 = np.float32
#: What the rounding of an expected value to f32 adds to a bound.
ROUNDING = 2.0 ** -24
#: (absolute, relative): "2 units of the last place", "a relative error of 2^-22.9" and so on.
BOUNDS = {
    "ex2": (0, 2.0 ** -22), "lg2": (2.0 ** -22, 2.0 ** -22), "sin": (2.0 ** -20.5, 0), "cos": (2.0 ** -20.5, 0),
    "rsqrt": (0, 2.0 ** -22.9), "rcp": (0, 2.0 ** -23), "sqrt": (0, 2.0 ** -23), "div": (0, 2.0 ** -22),
    "tanh": (0, 2.0 ** -11)}
FUNCTIONS = {
    "ex2": np.exp2, "lg2": np.log2, "sin": np.sin, "cos": np.cos, "rsqrt": lambda x: 1 / np.sqrt(x),
    "rcp": lambda x: 1 / x, "sqrt": np.sqrt, "tanh": np.tanh}


def wide(buffer: Buffer) -> np.ndarray:
    return buffer.values.astype(np.float64)


def near(out: Buffer, values: np.ndarray, bound: tuple[float, float], start: int = 0) -> Buffer:
    return out.expect(values.astype(F32), start, absolute=bound[0], relative=bound[1] + ROUNDING)


def add_cases(manifest: Manifest) -> None:
    instructions(manifest)
    library(manifest)


def instructions(manifest: Manifest) -> None:
    n = 301
    small, positive = Buffer("f32", n, "signed", seed=500, span=4), Buffer("f32", n, "positive", seed=501, span=1024)
    x, y = Buffer("f32", n, "signed", seed=502, span=64), Buffer("f32", n, "signed", seed=503, span=2,
        head=[0x3F800000])
    out = lambda: Buffer("f32", n + 3, "marks")
    of_small, of_positive = ["ex2", "sin", "cos"], ["lg2", "rsqrt", "rcp", "sqrt"]
    results = {name: near(out(), FUNCTIONS[name](wide(small)), BOUNDS[name]) for name in of_small}
    results |= {name: near(out(), FUNCTIONS[name](wide(positive)), BOUNDS[name]) for name in of_positive}
    ordered = [results[name] for name in ("ex2", "lg2", "sin", "cos", "rsqrt", "rcp", "sqrt")]
    quotient = lambda: near(out(), wide(x) / wide(y), BOUNDS["div"])
    manifest.case(
        "nvrtc/approximations", "approximations", -(-n // 128), 128,
        [small, positive, x, y, *ordered, quotient(), quotient(), scalar("s32", n)])
    manifest.case(
        "nvrtc/approximations", "approximations_ftz", -(-n // 128), 128,
        [small, positive, *ordered, near(out(), wide(small) / wide(positive), BOUNDS["div"]), scalar("s32", n)])
    doubles = Buffer("f64", 100, "positive", seed=504, span=2.0 ** 20)
    manifest.case(
        "nvrtc/approximations", "rsqrt_64", 2, 64,
        [doubles, Buffer("f64", 103, "marks").expect(1 / np.sqrt(doubles.values), relative=2.0 ** -50),
        scalar("s32", 100)])
    # Zeros, infinities, NaN, one, minus one, four.
    edges = [0, 1 << 31, 0x7F800000, 0xFF800000, 0x7FC00000, 0x3F800000, 0xBF800000, 0x40800000]
    a = Buffer("f32", len(edges), "zero", head=edges)
    with np.errstate(all="ignore"):
        rows = [FUNCTIONS[name](wide(a)) for name in ("ex2", "lg2", "rcp", "rsqrt", "sqrt", "sin")]
    rows[3][1] = -math.inf
    manifest.case(
        "nvrtc/approximations", "approximations_edges", 1, 32,
        [a, near(Buffer("f32", len(edges) * 6 + 3, "marks"), np.concatenate(rows), (2.0 ** -20.5, 2.0 ** -22)),
         scalar("s32", len(edges))])
    t = Buffer("f32", n, "signed", seed=505, span=4, head=[0x41A00000, 0xC2C80000, 0x7F800000, 0xFF800000, 0x7FC00000])
    manifest.case("nvrtc/tanh", "tanh_approx", 3, 128,
        [t, near(out(), np.tanh(wide(t)), BOUNDS["tanh"]), scalar("s32", n)])
    h = Buffer("f16", n, "signed", seed=506, span=4)
    manifest.case(
        "nvrtc/half_approximations", "half_approximations", 3, 128,
        [h, near(out(), np.exp2(wide(h)), (0, 2.0 ** -9.9)), near(out(), np.tanh(wide(h)), (2.0 ** -10.9, 0)),
         scalar("s32", n)], tier="should")
    p, q = Buffer("f32", n, "signed", seed=507, span=4), Buffer("f32", n, "positive", seed=508, span=16)
    u, v = wide(p), wide(q)
    out = Buffer("f32", 6 * n + 3, "marks")
    # The exponent x · log2(e), up to 6, is rounded before it is raised.
    for row, (values, relative) in enumerate([
            (u / v, 2.0 ** -22), (np.sqrt(v), 2.0 ** -22), (np.exp(u), 2.0 ** -22 + 6 * 2.0 ** -24),
            (1 / v, 2.0 ** -22)]):
        near(out, values, (0, relative), row * n)
    # Products with 24 bits each are exact in f64; the sum with one is rounded twice, which does not matter here.
    out.expect((u * v + 1).astype(F32), 4 * n)
    out.expect(np.maximum(np.abs(p.values), q.values), 5 * n)
    manifest.case("nvrtc/fast_math", "fast_math", 5, 64, [p, q, out, scalar("s32", n)])


def library(manifest: Manifest) -> None:
    """Bounds in units of the last place as CUDA documents its functions, and one more for what it is built from."""
    ulp = 2.0 ** -23
    n = 257
    angles = [0, 1 << 31, 0x3F490FDB, 0x40490FDB, 0x47CE4780, 0xC7CE4781, 0x4B000000, 0x60AD78EC, 0x7F7FFFFF,
        0x7149F2CA]
    x = Buffer("f32", n, "signed", seed=510, span=2.0 ** 18, head=angles)
    exact = [precise(float(value)) for value in x.values]
    sine, cosine = np.array([pair[0] for pair in exact]), np.array([pair[1] for pair in exact])
    out = lambda: Buffer("f32", n + 3, "marks")
    manifest.case(
        "nvrtc/trigonometry", "trigonometry", 5, 64,
        [x, near(out(), sine, (1e-38, 2 * ulp)), near(out(), cosine, (1e-38, 2 * ulp)),
         near(out(), sine / cosine, (1e-38, 4 * ulp)), scalar("s32", n)])
    small = Buffer("f32", n, "signed", seed=511, span=4)
    positive = Buffer("f32", n, "positive", seed=512, span=16)
    s, p = wide(small), wide(positive)
    rows = [(np.exp(s), 2), (np.log(p), 1), (p ** (s * 0.25), 4), (np.cbrt(s), 1), (np.arctan2(s, p), 3),
        (np.log1p(p), 1)]
    results = Buffer("f32", 6 * n + 3, "marks")
    for row, (values, places) in enumerate(rows):
        near(results, values, (1e-38, (places + 1) * ulp), row * n)
    manifest.case("nvrtc/trigonometry", "exponentials", 5, 64, [small, positive, results, scalar("s32", n)])
    a, b = Buffer("f64", n, "signed", seed=513, span=8), Buffer("f64", n, "positive", seed=514, span=4)
    u, v = a.values, b.values
    rows = [np.exp(u), np.log(v), np.sin(u), np.sqrt(v) / (1 + u * u), np.tanh(u), np.floor(u * 3) + np.fmod(u, v + 1)]
    results = Buffer("f64", 6 * n + 3, "marks")
    for row, values in enumerate(rows):
        results.expect(values, row * n, absolute=2e-16 if row in (2, 5) else 0.0, relative=8e-16)
    manifest.case("nvrtc/double_math", "double_math", 5, 64, [a, b, results, scalar("s32", n)])
    options(manifest)


def precise(angle: float) -> tuple[float, float]:
    """Sine and cosine of an angle however large: reduced with as many digits of pi as its exponent asks for."""
    digits = Fraction(PI, 10 ** (len(str(PI)) - 1))
    turns = Fraction(angle) / (digits / 2)
    quarter = round(turns)
    rest = float((turns - quarter) * digits / 2)
    s, c = math.sin(rest), math.cos(rest)
    return ((s, c), (c, -s), (-s, -c), (-c, s))[quarter % 4]


def machin(places: int) -> int:
    """Pi times ten to the power of `places`, by Machin's formula."""
    guard = 10
    scale = 10 ** (places + guard)

    def arctangent(inverse: int) -> int:
        term = total = scale // inverse
        divisor, sign = 3, -1
        while term:
            term //= inverse * inverse
            total += sign * (term // divisor)
            divisor, sign = divisor + 2, -sign
        return total

    return 4 * (4 * arctangent(5) - arctangent(239)) // 10 ** guard


PI = machin(120)


def options(manifest: Manifest) -> None:
    n = 200
    spot, strike = Buffer("f32", n, "positive", seed=520, span=64), Buffer("f32", n, "positive", seed=521, span=64)
    years = Buffer("f32", n, "positive", seed=522, span=4)
    rate, volatility = F32(0.03), F32(0.25)
    s, k, t = wide(spot), wide(strike), wide(years)
    spread = float(volatility) * np.sqrt(t)
    d1 = (np.log(s / k) + (float(rate) + 0.5 * float(volatility) ** 2) * t) / spread
    d2 = d1 - spread
    discounted = k * np.exp(-float(rate) * t)
    normal = lambda d: 0.5 * (1 + erf(d / math.sqrt(2)))
    call = s * normal(d1) - discounted * normal(d2)
    put = discounted * normal(-d2) - s * normal(-d1)
    # Differences of two products up to 64: roundings of 2^-24 in each, and what errors of `d` make of the distribution.
    bound = 64 * 4 * 2.0 ** -24
    out = lambda values: Buffer("f32", n + 3, "marks").expect(values.astype(F32), absolute=bound)
    manifest.case(
        "nvrtc/black_scholes", "black_scholes", 2, 64,
        [spot, strike, years, out(call), out(put), scalar("f32", float(rate)), scalar("f32", float(volatility)),
         scalar("s32", n)])
    n = 100
    bodies = Buffer("f32", 4 * n, "signed", seed=523, span=4)
    b = wide(bodies).reshape(n, 4)
    softening = F32(0.01)
    difference = b[None, :, :3] - b[:, None, :3]
    weight = b[None, :, 3] / ((difference ** 2).sum(axis=2) + float(softening)) ** 1.5
    parts = difference * weight[:, :, None]
    # Each part carries the error of the third power of rsqrt.approx and of seven roundings.
    size = np.abs(parts).sum(axis=1).max()
    wanted = np.concatenate([parts.sum(axis=1), np.zeros((n, 1))], axis=1).astype(F32)
    manifest.case(
        "nvrtc/nbody", "nbody", 2, 64,
        [bodies, Buffer("f32", 4 * n + 4, "marks").expect(wanted, absolute=float(size * 2 * 2.0 ** -22)),
         scalar("s32", n), scalar("f32", float(softening))])
