"""The twelve kernels of `kernels/`, on sizes that do not fit their blocks."""
import math

import numpy as np

from . import ieee
from .manifest import Buffer, Manifest, scalar

F32 = np.float32
erf = np.vectorize(math.erf)
#: Elements past the end of what a kernel may write; they must stay as they were.
SPARE = 5


def blocks(n: int, size: int) -> int:
    return -(-n // size)


def add_cases(manifest: Manifest) -> None:
    elementwise(manifest)
    reductions(manifest)
    rows(manifest)
    matrices(manifest)


def elementwise(manifest: Manifest) -> None:
    for n in (1, 33, 1000, 4097):
        a, b = Buffer("f32", n, "signed", seed=1, span=4), Buffer("f32", n, "signed", seed=2, span=1024)
        out = Buffer("f32", n + SPARE, "marks").expect(a.values + b.values)
        manifest.case("kernels/vector_add", "vector_add", blocks(n, 256), 256, [a, b, out, scalar("s32", n)],
            note=f"n={n}")
        x, y = Buffer("f32", n, "signed", seed=3, span=2), Buffer("f32", n, "signed", seed=4, span=2)
        factor = F32(1.7)
        y.expect(ieee.fma32(x.values, factor, y.values))
        manifest.case(
            "kernels/saxpy", "saxpy", blocks(n, 128), 128, [scalar("s32", n), scalar("f32", float(factor)), x, y],
            note=f"n={n}")
        # Every half but NaN, of which a conversion keeps what it likes.
        halves = Buffer("u16", n, "below", seed=5, bound=0x7C01,
            head=[0, 0x8000, 0xFC00, 0x8001, 0xB123, 1, 0x3FF, 0x7BFF])
        for name, scale in (("1.3", F32(1.3)), ("tiny", F32(2.0 ** -20))):
            with np.errstate(over="ignore", invalid="ignore"):
                wanted = (halves.values.view(np.float16).astype(F32) * scale).astype(np.float16).view(np.uint16)
            manifest.case(
                "kernels/half", "half_scale", blocks(n, 64), 64,
                [halves, Buffer("u16", n + SPARE, "marks").expect(wanted), scalar("f32", float(scale)),
                scalar("s32", n)],
                tier="should", note=f"n={n} scale={name}")
        x = Buffer("f32", n, "signed", seed=6, span=8, head=[0, 0x80000000, 0x42C80000, 0xC2C80000])
        wide = x.values.astype(np.float64)
        inner = 0.7978845608 * (wide + 0.044715 * wide ** 3)
        # tanh by ex2.approx and rcp.approx, 2^-22 and 2^-23, times half the argument; the rest is rounding.
        manifest.case(
            "kernels/gelu", "gelu", max(blocks(n, 128) // 2, 1), 128,
            [x, Buffer("f32", n + SPARE, "marks").expect(
                (0.5 * wide * (1 + np.tanh(inner))).astype(F32), absolute=5e-7, relative=2.5e-7), scalar("s32", n)],
            note=f"n={n}")
        manifest.case(
            "kernels/gelu", "gelu_erf", blocks(n, 256), 256,
            [x, Buffer("f32", n + SPARE, "marks").expect(
                (0.5 * wide * (1 + erf(wide * 0.70710678))).astype(F32), absolute=5e-7, relative=2.5e-7),
                scalar("s32", n)],
            note=f"n={n}")
    for n, grid in ((1, 1), (1000, 3), (4097, 5)):
        data = Buffer("u8", n, "bits", seed=7)
        counts = np.bincount(data.values, minlength=256).astype(np.uint32)
        for threads in (256, 96):
            manifest.case(
                "kernels/histogram", "histogram", grid, threads,
                [data, Buffer("u32", 256 + SPARE).expect(counts), scalar("s32", n)], note=f"n={n} block={threads}")


def reductions(manifest: Manifest) -> None:
    for n, threads in ((1, 256), (33, 32), (1000, 256), (4097, 128)):
        x = Buffer("f32", n, "signed", seed=8, span=4)
        grid = blocks(n, 2 * threads)
        padded = np.zeros(grid * 2 * threads, F32)
        padded[:n] = x.values
        pairs = padded.reshape(grid, 2, threads)
        sums = pairs[:, 0] + pairs[:, 1]
        while sums.shape[1] > 1:
            middle = sums.shape[1] // 2
            sums = sums[:, middle:] + sums[:, :middle]
        manifest.case(
            "kernels/block_reduce", "block_reduce", grid, threads,
            [x, Buffer("f32", grid + SPARE, "marks").expect(sums[:, 0]), scalar("s32", n)],
            note=f"n={n} block={threads}")
    for n in (1, 33, 1000, 4097):
        x = Buffer("f32", n, "signed", seed=9, span=4)
        total = np.array([x.values.astype(np.float64).sum()], F32)
        # The order of the warps' additions is open: an addition's rounding error for each of them, of the partial sums.
        bound = 2.0 ** -24 * 4 * math.sqrt(n) * (6 + n / 32)
        manifest.case(
            "kernels/warp_reduce", "warp_reduce", blocks(n, 64), 64,
            [x, Buffer("f32", 1 + SPARE).expect(total, absolute=bound), scalar("s32", n)], note=f"n={n}")
    # Whole numbers add up without rounding, in any order.
    x = Buffer("f32", 1000, "whole", seed=16, bound=1001)
    manifest.case(
        "kernels/warp_reduce", "warp_reduce", blocks(1000, 96), 96,
        [x, Buffer("f32", 1 + SPARE).expect(x.values.sum(keepdims=True)), scalar("s32", 1000)], note="of whole numbers")


def rows(manifest: Manifest) -> None:
    for count, columns, threads in ((7, 129, 64), (1, 1, 32), (3, 1000, 256), (5, 33, 128)):
        x = Buffer("f32", count * columns, "signed", seed=10, span=8)
        wide = x.values.astype(np.float64).reshape(count, columns)
        powers = np.exp(wide - wide.max(axis=1, keepdims=True))
        wanted = (powers / powers.sum(axis=1, keepdims=True)).astype(F32)
        # The exponent is a difference up to 16, which is exact, times log2(e): 2^-20 of rounding and 3e-7 from the
        # constant, times ln(2). ex2.approx adds 2^-22, sum, reciprocal and product 2^-24 each.
        manifest.case(
            "kernels/softmax", "softmax_row", count, threads,
            [x, Buffer("f32", count * columns + SPARE, "marks").expect(wanted, relative=1.6e-6),
             scalar("s32", columns)], shared=4 * threads, note=f"{count}x{columns} block={threads}")
        # One column is left out: the variance is zero but for rounding, and its root is anything.
        if columns == 1:
            continue
        gain, offset = Buffer("f32", columns, "signed", seed=11, span=2), Buffer("f32", columns, "signed", seed=12,
            span=1)
        centred = wide - wide.mean(axis=1, keepdims=True)
        normal = centred / np.sqrt((centred ** 2).mean(axis=1, keepdims=True) + F32(1e-5))
        manifest.case(
            "kernels/layernorm", "layernorm", count, threads,
            [x, gain, offset, Buffer("f32", count * columns + SPARE, "marks").expect(
                (normal * gain.values + offset.values).astype(F32), absolute=1.5e-6, relative=5e-7),
             scalar("s32", columns), scalar("f32", float(F32(1e-5)))], note=f"{count}x{columns} block={threads}")


def matrices(manifest: Manifest) -> None:
    for m, n, k in ((100, 70, 45), (33, 17, 5), (1, 1, 1), (16, 16, 16)):
        a, b = Buffer("f32", m * k, "signed", seed=13, span=1), Buffer("f32", k * n, "signed", seed=14, span=1)
        left, right = a.values.reshape(m, k), b.values.reshape(k, n)
        sums = np.zeros((m, n), F32)
        for inner in range(k):
            sums = ieee.fma32(left[:, inner:inner + 1], right[inner:inner + 1, :], sums)
        assert np.abs(sums - left.astype(np.float64) @ right.astype(np.float64)).max() < 1e-5
        manifest.case(
            "kernels/sgemm_tiled", "sgemm_tiled", (blocks(n, 16), blocks(m, 16)), (16, 16),
            [a, b, Buffer("f32", m * n + SPARE, "marks").expect(sums), *(scalar("s32", size) for size in (m, n, k))],
            note=f"{m}x{n}x{k}")
    for width, height in ((65, 47), (1, 1), (32, 32), (3, 100)):
        picture = Buffer("f32", width * height, "bits", seed=15)
        # Bits, not numbers: what is moved only must arrive as it was, NaN and all.
        manifest.case(
            "kernels/transpose", "transpose", (blocks(width, 32), blocks(height, 32)), (32, 8),
            [as_bits(picture), Buffer("u32", width * height + SPARE, "marks").expect(
                picture.values.view(np.uint32).reshape(height, width).T.copy()),
             scalar("s32", width), scalar("s32", height)], note=f"{width}x{height}")
    for width, height, most in ((65, 47, 256), (17, 3, 50), (1, 1, 0)):
        dx, dy = F32(2.5) / F32(width), F32(2.5) / F32(height)
        manifest.case(
            "kernels/mandelbrot", "mandelbrot", (blocks(width, 16), blocks(height, 16)), (16, 16),
            [Buffer("s32", width * height + SPARE, "marks").expect(mandelbrot(width, height, dx, dy, most)),
             scalar("s32", width), scalar("s32", height), scalar("f32", -2.0), scalar("f32", -1.25),
             scalar("f32", float(dx)), scalar("f32", float(dy)), scalar("s32", most)],
             note=f"{width}x{height} most={most}")


def as_bits(buffer: Buffer) -> Buffer:
    return Buffer("u32", buffer.count, "bits", seed=buffer.fill["seed"])


def mandelbrot(width: int, height: int, dx, dy, most: int) -> np.ndarray:
    """With the fused operations where the compiled kernel has them."""
    cr = np.broadcast_to(ieee.fma32(np.arange(width, dtype=F32), dx, F32(-2)), (height, width))
    ci = np.broadcast_to(ieee.fma32(np.arange(height, dtype=F32), dy, F32(-1.25))[:, None], (height, width))
    zr, zi = np.zeros((height, width), F32), np.zeros((height, width), F32)
    count, alive = np.zeros((height, width), np.int32), np.ones((height, width), bool)
    with np.errstate(all="ignore"):
        for _ in range(most):
            r2, i2 = zr * zr, zi * zi
            alive = alive & ~(r2 + i2 > 4)
            if not alive.any():
                break
            next_zi = ieee.fma32(zr + zr, zi, ci)
            zr, zi = np.where(alive, cr + (r2 - i2), zr), np.where(alive, next_zi, zi)
            count += alive
    return count.reshape(-1)
