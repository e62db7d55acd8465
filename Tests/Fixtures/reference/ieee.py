"""Exact floating-point arithmetic: every operation is done on rational numbers and rounded once."""
import math
from fractions import Fraction

import numpy as np

#: Precision, and the exponents of the smallest and the largest normal number.
FORMATS = {"f16": (11, -14, 15), "bf16": (8, -126, 127), "f32": (24, -126, 127), "f64": (53, -1022, 1023)}
INFINITY, NAN = math.inf, math.nan


def is_negative(value: float) -> bool:
    return math.copysign(1, value) < 0


def whole(value: Fraction, mode: str) -> int:
    """The whole number next to a value: rn, rz, rm, rp or ra (nearest, ties away from zero)."""
    floor = value.numerator // value.denominator
    rest = value - floor
    if rest == 0 or mode == "rm":
        return floor
    if mode == "rp":
        return floor + 1
    if mode == "rz":
        return floor + (value < 0)
    if rest != Fraction(1, 2):
        return floor + (rest > Fraction(1, 2))
    return floor + (floor & 1)


def rounded(value: Fraction, form: str, mode: str) -> float:
    """A value that is not zero as the nearest number of a format in the direction of `mode`."""
    precision, least, most = FORMATS[form]
    size, sign = abs(value), 1 if value > 0 else -1
    exponent = size.numerator.bit_length() - size.denominator.bit_length()
    if Fraction(2) ** exponent > size:
        exponent -= 1
    unit = Fraction(2) ** (max(exponent, least) - precision + 1)
    result = whole(value / unit, mode) * unit
    largest = (2 - Fraction(2) ** (1 - precision)) * Fraction(2) ** most
    if abs(result) > largest:
        outward = mode == "rn" or (mode == "rp" and value > 0) or (mode == "rm" and value < 0)
        return sign * (INFINITY if outward else float(largest))
    return sign * float(abs(result))


def settle(exact: Fraction, form: str, mode: str, zero: float) -> float:
    return rounded(exact, form, mode) if exact else zero


def is_finite(*values: float) -> bool:
    return all(math.isfinite(value) for value in values)


def cancelled(mode: str) -> float:
    """The zero that a difference of equal numbers is."""
    return -0.0 if mode == "rm" else 0.0


def add(a: float, b: float, form: str, mode: str) -> float:
    if not is_finite(a, b):
        return a + b
    both = a == 0 and b == 0 and is_negative(a) == is_negative(b)
    return settle(Fraction(a) + Fraction(b), form, mode, a if both else cancelled(mode))


def sub(a: float, b: float, form: str, mode: str) -> float:
    return add(a, -b, form, mode)


def mul(a: float, b: float, form: str, mode: str) -> float:
    if not is_finite(a, b):
        return a * b
    return settle(Fraction(a) * Fraction(b), form, mode, math.copysign(0, a) * math.copysign(1, b))


def fma(a: float, b: float, c: float, form: str, mode: str) -> float:
    if not is_finite(a, b):
        return a * b + c
    if not math.isfinite(c):
        return c
    product = Fraction(a) * Fraction(b)
    sign = math.copysign(1, a) * math.copysign(1, b)
    both = product == 0 and c == 0 and (sign < 0) == is_negative(c)
    return settle(product + Fraction(c), form, mode, c if both else cancelled(mode))


def div(a: float, b: float, form: str, mode: str) -> float:
    sign = math.copysign(1, a) * math.copysign(1, b)
    if math.isnan(a) or math.isnan(b) or (math.isinf(a) and math.isinf(b)) or (a == 0 and b == 0):
        return NAN
    if math.isinf(a) or b == 0:
        return math.copysign(INFINITY, sign)
    if math.isinf(b) or a == 0:
        return math.copysign(0.0, sign)
    return rounded(Fraction(a) / Fraction(b), form, mode)


def rcp(a: float, form: str, mode: str) -> float:
    return div(1.0, a, form, mode)


def sqrt(a: float, form: str, mode: str) -> float:
    if math.isnan(a) or a < 0:
        return NAN
    if a == 0 or math.isinf(a):
        return a
    value = Fraction(a)
    # Scaled to a whole number of far more bits than any format has; what is lost shows as one more bit below.
    shift = 1200
    scaled = value * 4 ** shift
    root = math.isqrt(scaled.numerator)
    exact = root * root == scaled.numerator
    return rounded(Fraction(2 * root + (not exact), 2 ** (shift + 1)), form, mode)


def sat(a: float) -> float:
    return 0.0 if math.isnan(a) else min(max(a, 0.0), 1.0)


def minimum(a: float, b: float) -> float:
    if math.isnan(a) or math.isnan(b):
        return b if math.isnan(a) else a
    if a == b:
        return a if is_negative(a) else b
    return min(a, b)


def maximum(a: float, b: float) -> float:
    if math.isnan(a) or math.isnan(b):
        return b if math.isnan(a) else a
    if a == b:
        return b if is_negative(a) else a
    return max(a, b)


def strict(function):
    """The form of `minimum` and `maximum` that hands NaN on."""
    return lambda a, b: NAN if math.isnan(a) or math.isnan(b) else function(a, b)


def convert(a: float, form: str, mode: str) -> float:
    return settle(Fraction(a), form, mode, a) if math.isfinite(a) else a


def to_integer(a: float, mode: str, bits: int, signed: bool, source: str) -> int:
    """Clamped to the range. NaN: zero, but the lowest signed number where 64 bits or f64 are on either side."""
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    if math.isnan(a):
        return 0 if source != "f64" and bits < 64 else (low if signed else 1 << (bits - 1))
    if math.isinf(a):
        return high if a > 0 else low
    return min(max(whole(Fraction(a), mode), low), high)


def integral(a: float, mode: str) -> float:
    return math.copysign(float(whole(Fraction(a), mode)), a) if math.isfinite(a) else a


def decode_bfloat(bits: np.ndarray) -> np.ndarray:
    return (bits.astype(np.uint32) << 16).view(np.float32)


def encode(values: list[float], form: str) -> np.ndarray:
    """Numbers that the format holds, in its bits; bf16 as unsigned words."""
    if form == "bf16":
        return (np.array(values, np.float32).view(np.uint32) >> 16).astype(np.uint16)
    return np.array(values, {"f16": np.float16, "f32": np.float32, "f64": np.float64}[form])


def fma32(a, b, c) -> np.ndarray:
    """fma.rn.f32 of arrays: the sum of the exact product is rounded to odd in f64, and once more to f32."""
    product = np.asarray(a, np.float64) * np.asarray(b, np.float64)
    addend = np.asarray(c, np.float64)
    total = product + addend
    shadow = total - product
    error = (product - (total - shadow)) + (addend - shadow)
    bits = total.view(np.uint64) if total.ndim else total.reshape(1).view(np.uint64)
    inexact = (error != 0) & ((bits & np.uint64(1)) == 0)
    # Towards the error: away from zero where it has the sum's sign, else towards zero.
    outward = (error > 0) == (total > 0)
    step = np.where(outward, np.uint64(1), np.uint64(2 ** 64 - 1))
    with np.errstate(over="ignore"):
        odd = np.where(inexact, bits + step, bits)
    return odd.astype(np.uint64).view(np.float64).astype(np.float32).reshape(np.shape(total))
