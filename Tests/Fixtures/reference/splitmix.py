"""Inputs that any program can make again bit by bit; `expectations/README.md` has the formulas."""
import numpy as np

GAMMA = 0x9E3779B97F4A7C15
TYPES = {
    "u8": np.uint8, "s8": np.int8, "u16": np.uint16, "s16": np.int16, "u32": np.uint32, "s32": np.int32,
    "u64": np.uint64, "s64": np.int64, "f16": np.float16, "bf16": np.uint16, "f32": np.float32, "f64": np.float64}
#: Bits of a significand, the one that is not stored included.
PRECISION = {"f16": 11, "bf16": 8, "f32": 24, "f64": 53}


def words(seed: int, count: int) -> np.ndarray:
    """SplitMix64: word `i` is the mixed state `seed + (i + 1) · GAMMA`."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + (np.arange(count, dtype=np.uint64) + np.uint64(1)) * np.uint64(GAMMA)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def make(kind: str, count: int, fill: dict) -> np.ndarray:
    """The elements of a buffer as its `fill` says."""
    element = TYPES[kind]
    width = np.dtype(element).itemsize * 8
    unsigned = np.dtype(f"u{width // 8}")
    how, seed = fill["kind"], fill.get("seed", 0)
    if how == "zero":
        bits = np.zeros(count, unsigned)
    elif how == "marks":
        bits = np.frombuffer(b"\xfd" * (count * width // 8), unsigned)
    elif how == "bits":
        bits = (words(seed, count) >> np.uint64(64 - width)).astype(unsigned)
    elif how == "below":
        bits = below(seed, count, fill["bound"]).astype(unsigned)
    elif how == "whole":
        numbers = below(seed, count, fill["bound"]).astype(np.int64) - fill["bound"] // 2
        bits = numbers.astype(element).view(unsigned)
    elif how in ("signed", "positive"):
        bits = fractions(kind, count, how, seed, fill["span"]).view(unsigned)
    else:
        raise ValueError(how)
    bits = bits.copy()
    head = [int(text, 16) for text in fill.get("head", [])]
    bits[: len(head)] = np.array(head[:count], unsigned)
    return bits.view(element)


def below(seed: int, count: int, bound: int) -> np.ndarray:
    return (words(seed, count) >> np.uint64(32)) * np.uint64(bound) >> np.uint64(32)


def fractions(kind: str, count: int, how: str, seed: int, span: float) -> np.ndarray:
    """Multiples of a power of two, so that no rounding takes part."""
    precision = PRECISION[kind]
    top = (words(seed, count) >> np.uint64(64 - precision)).astype(np.int64)
    half = 1 << (precision - 1)
    values = (top - half) * (span / half) if how == "signed" else (top + 1) * (span / (2 * half))
    if kind == "bf16":
        return (values.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
    return values.astype(TYPES[kind])
