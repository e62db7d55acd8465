"""Kernels of ours in Triton's language, from the plain to what needs the tensor cores."""

import triton
import triton.language as tl


@triton.jit
def vector_add(a, b, out, n, BLOCK: tl.constexpr):
    places = tl.program_id(0) * BLOCK + tl.arange(0, BLOCK)
    mask = places < n
    tl.store(out + places, tl.load(a + places, mask=mask) + tl.load(b + places, mask=mask), mask=mask)


@triton.jit
def softmax(values, out, columns, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    places = tl.arange(0, BLOCK)
    x = tl.load(values + row * columns + places, mask=places < columns, other=-float("inf"))
    powers = tl.exp(x - tl.max(x, 0))
    tl.store(out + row * columns + places, powers / tl.sum(powers, 0), mask=places < columns)


@triton.jit
def layernorm(values, gains, offsets, out, columns, epsilon, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    places = tl.arange(0, BLOCK)
    mask = places < columns
    x = tl.load(values + row * columns + places, mask=mask, other=0.0)
    mean = tl.sum(x, 0) / columns
    centred = tl.where(mask, x - mean, 0.0)
    scale = tl.rsqrt(tl.sum(centred * centred, 0) / columns + epsilon)
    gain = tl.load(gains + places, mask=mask)
    offset = tl.load(offsets + places, mask=mask)
    tl.store(out + row * columns + places, centred * scale * gain + offset, mask=mask)


@triton.jit
def matmul(a, b, out, M, N, K, BLOCK_M: tl.constexpr, BLOCK_N: tl.constexpr, BLOCK_K: tl.constexpr):
    rows = tl.program_id(0) * BLOCK_M + tl.arange(0, BLOCK_M)
    columns = tl.program_id(1) * BLOCK_N + tl.arange(0, BLOCK_N)
    inner = tl.arange(0, BLOCK_K)
    sums = tl.zeros((BLOCK_M, BLOCK_N), dtype=tl.float32)
    for k in range(0, K, BLOCK_K):
        left = tl.load(a + rows[:, None] * K + (k + inner)[None, :])
        right = tl.load(b + (k + inner)[:, None] * N + columns[None, :])
        sums = tl.dot(left, right, sums)
    tl.store(out + rows[:, None] * N + columns[None, :], sums)
