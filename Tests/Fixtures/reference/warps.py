"""Lanes, warps and blocks that work together: votes, shuffles, barriers, atomic operations; and the exotic tier."""
import json

import numpy as np

from .manifest import FOLDER, Buffer, Manifest, scalar
from .semantics import signed

ALL = 0xFFFFFFFF


def add_cases(manifest: Manifest) -> None:
    votes(manifest)
    shuffles(manifest)
    barriers(manifest)
    atomics_global(manifest)
    atomics_shared(manifest)
    exotic(manifest)
    triton(manifest)


def mask_of(flags) -> int:
    return sum(1 << lane for lane, flag in enumerate(flags) if flag)


def by_warps(values: np.ndarray, function, rows: int) -> np.ndarray:
    """`function` gives the rows of one warp, 32 words each."""
    parts = [function([int(value) for value in values[first:first + 32]]) for first in range(0, len(values), 32)]
    return np.array([[word & ALL for part in parts for word in part[row]] for row in range(rows)], np.uint32)


def launch(manifest: Manifest, source: str, entry: str, a: Buffer, wanted: np.ndarray, block: int = 64) -> None:
    manifest.case(f"nvrtc/{source}", entry, a.count // block, block, [
        a, Buffer("u32", wanted.size + 3, "marks").expect(wanted), scalar("s32", a.count)], tier="should")


def votes(manifest: Manifest) -> None:
    def warp(x: list[int]) -> list[list[int]]:
        ballot = lambda test, lanes=range(32): mask_of(test(x[lane]) and lane in lanes for lane in range(32))
        high = [lane for lane in range(32) if lane & 4]
        low = [lane for lane in range(32) if not lane & 4]
        voters = [lane for lane in range(32) if x[lane] & 8]
        count = ballot(lambda v: v & 16, voters).bit_count() + 100 * any(x[lane] & 32 for lane in voters)
        same = all(v >> 26 == x[0] >> 26 for v in x)
        flags = [v & 0x3000000 != 0 for v in x]
        lanes = []
        for lane in range(32):
            below, own = (1 << lane) - 1, 1 << lane
            at_least, at_most, above = ALL & ~below, below | own, ALL & ~(below | own)
            lanes.append((below ^ own ^ at_least) + at_most + above + lane + 32)
        return [
            [ballot(lambda v: v & 1)] * 32, [any(v & 0xFF == 3 for v in x) * 2 + all(v & 0xFF != 7 for v in x)] * 32,
            [int(all(flags) or not any(flags))] * 32, [ballot(lambda v, w=w: v & 3 == w & 3) for w in x],
            [(ALL if same else 0) ^ (0xF if same else 0)] * 32, [ballot(lambda v, w=w: v & 1 == w & 1) for w in x],
            [ALL] * 32, [ballot(lambda v: v & 2, high) if lane & 4 else ballot(lambda v: v & 2,
            low) + 1 for lane in range(32)],
            [count if v & 8 else 0 for v in x], lanes]

    # A warp whose lanes agree about everything, one that agrees about the high bits, then chance.
    head = [0x04000008] * 32 + [0x7F000000 + 8 * lane for lane in range(32)]
    a = Buffer("u32", 192, "bits", seed=700, head=head)
    launch(manifest, "warp_votes", "warp_votes", a, by_warps(a.values, warp, 10))

    def redux(x: list[int]) -> list[list[int]]:
        s = [signed(v, 32) for v in x]
        conjunction, disjunction, parity = ALL, 0, 0
        for v in x:
            conjunction, disjunction, parity = conjunction & (v | 0xFF00), disjunction | v & 0xF, parity ^ v
        halves = [sum(x[1::2]) if lane & 1 else max(x[::2]) for lane in range(32)]
        return [[value] * 32 for value in (
            sum(x), sum(s), min(x), min(s), max(x), max(s), conjunction, disjunction, parity)] + [halves]

    launch(manifest, "warp_redux", "warp_redux", a, by_warps(a.values, redux, 10))


def source_lane(lane: int, mode: str, b: int, c: int) -> tuple[int, bool]:
    """The lane that `shfl` reads, and whether it is in range."""
    b, clamp, segment = b & 31, c & 31, c >> 8 & 31
    lowest = lane & segment
    highest = lowest | clamp & ~segment
    place = {"up": lane - b, "down": lane + b, "bfly": lane ^ b, "idx": lowest | b & ~segment}[mode]
    is_in = place >= highest if mode == "up" else place <= highest
    return (place if is_in else lane), is_in


def shuffles(manifest: Manifest) -> None:
    def warp(x: list[int]) -> list[list[int]]:
        fixed = [("up", 1, 0), ("up", 5, 0x1800), ("down", 1, 31), ("down", 3, 0x181F), ("bfly", 1, 31),
            ("bfly", 12, 0x101F)]
        rows = [[source_lane(lane, *how) for lane in range(32)] for how in fixed]
        rows.append([source_lane(lane, "idx", lane * 7 + 3, 31) for lane in range(32)])
        rows.append([source_lane(lane, "idx", 5, 0x1C1F) for lane in range(32)])
        rows.append([source_lane(lane, "idx", x[lane], 31) for lane in range(32)])
        rows.append([source_lane(lane, "down", lane, 31) for lane in range(32)])
        result = [[x[place] * 2 + is_in for place, is_in in row] for row in rows]
        result.append([x[source_lane(lane, "idx", 9, 0x101F)[0]] for lane in range(32)])
        result.append([x[source_lane(lane, "up", 2, 0x1800)[0]] for lane in range(32)])
        result.append([x[lane + 1] + x[lane ^ 2] if lane < 19 else 0 for lane in range(32)])
        return result

    a = Buffer("u32", 192, "bits", seed=710)
    launch(manifest, "warp_shuffles", "warp_shuffles", a, by_warps(a.values, warp, 13))
    for n in (1, 37, 128, 150):
        a = Buffer("s32", n, "below", seed=711, bound=100000)
        rows: list[list[int]] = [[], [], []]
        for first in range(0, n, 32):
            x = a.values[first:first + 32].tolist()
            rows[0] += [sum(x)] * len(x)
            rows[1] += [sum(v & 1 for v in x[:lane]) if x[lane] & 1 else -1 for lane in range(len(x))]
            rows[2] += [max(x[lane & 16:(lane & 16) + 16]) if len(x) == 32 else 0 for lane in range(len(x))]
        manifest.case("nvrtc/warp_shuffles", "warp_groups", -(-n // 64), 64, [
            a, Buffer("s32", 3 * n + 3, "marks").expect(np.array(sum(rows, []), np.int32)), scalar("s32", n)],
            tier="should", note=f"n={n}")


def barriers(manifest: Manifest) -> None:
    for rounds in (1, 5):
        a = Buffer("u32", 64 * rounds, "bits", seed=720)
        sums = [0] * 64
        for k in range(rounds):
            sums = [sums[t] * 31 + int(a.values[k * 64 + 63 - t]) + k & ALL for t in range(64)]
        manifest.case("nvrtc/barriers", "barrier_pipeline", 1, 128, [
            a, Buffer("u32", 67, "marks").expect(np.array(sums, np.uint32)), scalar("s32", rounds)], tier="should",
            note=f"rounds={rounds}")
    a = Buffer("u32", 192, "bits", seed=721)
    wanted = []
    for first in range(0, 192, 48):
        x = a.values[first:first + 48].tolist()
        value = sum(v & 1 for v in x) * 4 + 2 * all(v < 0xF0000000 for v in x) + any(v >= 0xFF000000 for v in x)
        wanted += [value] * 48
    manifest.case("nvrtc/barriers", "barrier_votes", 4, 48, [
        a, Buffer("u32", 195, "marks").expect(np.array(wanted, np.uint32))], tier="should")
    a = Buffer("u32", 256, "bits", seed=722)
    wanted = []
    for first in range(0, 256, 64):
        x = a.values[first:first + 64].tolist()
        wanted += [x[t + 33 & 63] ^ sum(v > 0x7FFFFFFF for v in x) for t in range(64)]
    manifest.case("nvrtc/barriers", "barrier_groups", 2, 128, [
        a, Buffer("u32", 259, "marks").expect(np.array(wanted, np.uint32))], tier="should")


def counted(start: int, bound: int, steps: int, is_down: bool) -> tuple[int, int]:
    """Where `inc` or `dec` arrives, and the sum of what it found on the way."""
    total, value = 0, start
    for _ in range(steps):
        total += value
        if is_down:
            value = bound if value == 0 or value > bound else value - 1
        else:
            value = 0 if value >= bound else value + 1
    return value, total


def folded(start: int, values, function) -> int:
    for value in values:
        start = function(start, value)
    return start


def atomics_global(manifest: Manifest) -> None:
    for n in (1, 300):
        a = Buffer("u32", n, "bits", seed=730)
        x = a.values.tolist()
        s = [signed(v, 32) for v in x]
        start = [5, 7, ALL, 0x7FFFFFFF, 0, 0x80000000, ALL, 0, 0xABCD, 0, 20, 1111, 3, 9, 0x7FFFFFFF, 0, ALL, 0, 0xF,
            0, 0]
        inc, inc_sum = counted(0, 99, n, False)
        dec, dec_sum = counted(20, 99, n, True)
        parity = folded(0, x, lambda p, q: p ^ q)
        ends = [
            5 + sum(x), 7 + sum(x), min(x), min(s), max(x), max(s), folded(ALL, x, lambda p, q: p & (q | 0xFF)),
            folded(0, x, lambda p, q: p | q & 0xFF00FF), 0xABCD ^ parity, inc, dec, 4660, 3 + n, 9 + sum(x), min(s),
            max(x),
            folded(ALL, x, lambda p, q: p & (q | 0xF0)), folded(0, x, lambda p, q: p | q & 0xF), 0xF ^ parity,
            counted(0, 1000, n, False)[0], counted(0, 1000, n, True)[0]]
        sums = [inc_sum, dec_sum, 1111 + 4660 * (n - 1), 3 * n + n * (n - 1) // 2]
        cut = lambda values: np.array([value & ALL for value in values], np.uint32)
        manifest.case("nvrtc/atomics_global", "atomics_global_32", -(-n // 64), 64, [
            a, Buffer("u32", 23, "zero", head=start).expect(cut(ends)), Buffer("u32", 6).expect(cut(sums)),
            scalar("s32", n)], note=f"n={n}")
        a = Buffer("u64", n, "bits", seed=731)
        x = a.values.tolist()
        s = [signed(v, 64) for v in x]
        most = (1 << 64) - 1
        start = [5, most, most >> 1, 0, 1 << 63, most, 0, 99, 17, 1, 1 << 63]
        ends = [5 + sum(x), min(x), min(s), max(x), max(s), folded(most, x, lambda p, q: p & (q | 0xFFFF)),
                folded(0, x, lambda p, q: p | q & 0xFF00FF00FF), folded(99, x, lambda p, q: p ^ q), 0x123456789,
                1 + sum(x), max(s)]
        cut = lambda values: np.array([value & most for value in values], np.uint64)
        manifest.case("nvrtc/atomics_global", "atomics_global_64", -(-n // 64), 64, [
            a, Buffer("u64", 13, "zero", head=start).expect(cut(ends)),
            Buffer("u64", 3).expect(cut([17 + 0x123456789 * (n - 1)])), scalar("s32", n)], note=f"n={n}")
        a = Buffer("s32", n, "below", seed=732, bound=1000)
        total = int(a.values.sum())
        single = np.array([total, -total, n, n * (n - 1) // 2], np.float32)
        pair = np.array([n, -2 * n], np.float16).view(np.uint32)
        manifest.case("nvrtc/atomics_global", "atomics_global_float", -(-n // 64), 64, [
            a, Buffer("f32", 6).expect(single), Buffer("f64", 4).expect(np.array([total, total * 0.5])),
            Buffer("u32", 2).expect(pair), scalar("s32", n)], tier="should", note=f"n={n}")
        a, b = Buffer("u32", n, "bits", seed=733), Buffer("f32", n, "positive", seed=734, span=64)
        product = folded(1, a.values.tolist(), lambda p, q: p * (q % 65520 + 1) % 65521)
        manifest.case("nvrtc/atomics_global", "atomics_cas", -(-n // 64), 64, [
            a, b, Buffer("u32", 3, "zero", head=[1]).expect(np.array([product], np.uint32)),
            Buffer("u32", 3).expect(b.values.max(keepdims=True).view(np.uint32)),
            Buffer("u64", 2).expect(np.array([folded(0, a.values.tolist(), lambda p, q: p ^ q)], np.uint64)),
            scalar("s32", n)], note=f"n={n}")


def atomics_shared(manifest: Manifest) -> None:
    for n in (1, 500):
        a, b = Buffer("u32", n, "bits", seed=740), Buffer("u64", n, "bits", seed=741)
        x, y = a.values.tolist(), b.values.tolist()
        s = [signed(v, 32) for v in x]
        parity = folded(0, x, lambda p, q: p ^ q)
        words = [sum(x), sum(x), min(x), min(s), max(x), max(max(s), 0), folded(ALL, x, lambda p, q: p & (q | 0xFF)),
                 folded(0, x, lambda p, q: p | q & 0xFF00FF), parity, counted(0, 9, n, False)[0],
                 counted(0, 9, n, True)[0], 77, 77 * (n - 1), 3 * n, parity, sum(v & 3 for v in x)]
        longs = [sum(y), min(y), max(max(signed(v, 64) for v in y), 0), folded(0, y, lambda p, q: p ^ q),
                 folded(0, y, lambda p, q: p | q & 0xF0F0F0F0F0F0), 99, 99 * (n - 1), sum(v & 0xFF for v in y)]
        sums = [sum(v & 15 for v in x), sum(v & 7 for v in x) * 0.5, sum(v & 31 for v in x) * 0.25]
        manifest.case("nvrtc/atomics_shared", "atomics_shared", 1, 96, [
            a, b, Buffer("u32", 19, "marks").expect(np.array([v & ALL for v in words], np.uint32)),
            Buffer("u64", 11, "marks").expect(np.array([v & (1 << 64) - 1 for v in longs], np.uint64)),
            Buffer("f32", 6, "marks").expect(np.array(sums, np.float32)), scalar("s32", n)], note=f"n={n}")


def exotic(manifest: Manifest) -> None:
    a = Buffer("f32", 4 * 150, "bits", seed=750)
    bits = Buffer("u32", 4 * 150, "bits", seed=750)
    manifest.case("nvrtc/async_copy", "async_copy", 1, 64, [
        bits, Buffer("u32", 4 * 150 + 4, "marks").expect(a.values.view(np.uint32)), scalar("s32", 150)], tier="exotic")
    a, b = Buffer("f16", 256, "signed", seed=751, span=16), Buffer("f16", 128, "signed", seed=752, span=16)
    c = Buffer("f32", 128, "signed", seed=753, span=4)
    left, right = a.values.astype(np.float64).reshape(16, 16), b.values.astype(np.float64).reshape(8, 16).T
    wanted = left @ right + c.values.astype(np.float64).reshape(16, 8)
    # Sixteen products of 22 bits, up to 256, added in an order and with roundings of the machine's own.
    manifest.case("nvrtc/matrix_multiply", "mma_f16", 1, 32, [
        a, b, c, Buffer("f32", 131, "marks").expect(wanted.astype(np.float32), absolute=16 * 4096 * 2.0 ** -24)],
        tier="exotic")


def triton(manifest: Manifest) -> None:
    """Triton's kernels end their parameters with two pointers to scratch memory that these do not use."""
    shared = json.loads((FOLDER / "corpus/triton/shared_bytes.json").read_text())
    nowhere = [scalar("u64", 0), scalar("u64", 0)]
    case = lambda name, grid, arguments, note="", **more: manifest.case(
        f"triton/{name}", more.pop("entry", name), grid, 128, [*arguments, *nowhere],
        shared=shared[f"triton/sm_80/{name}.ptx"], note=f"by Triton {note}".strip(), **more)
    for n in (1, 1000, 4097):
        a, b = Buffer("f32", n, "signed", seed=760, span=4), Buffer("f32", n, "signed", seed=761, span=4)
        case("vector_add", -(-n // 1024), [
            a, b, Buffer("f32", n + 3, "marks").expect(a.values + b.values), scalar("s32", n)], f"n={n}",
            architectures=(80, 90))
    for rows, columns in ((7, 129), (1, 256), (3, 1)):
        x = Buffer("f32", rows * columns, "signed", seed=762, span=8)
        wide = x.values.astype(np.float64).reshape(rows, columns)
        powers = np.exp(wide - wide.max(axis=1, keepdims=True))
        case("softmax", rows, [
            x, Buffer("f32", rows * columns + 3, "marks").expect(
                (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32), relative=1.8e-6),
            scalar("s32", columns)], f"{rows}x{columns}", tier="should", architectures=(80, 90))
    for rows, columns in ((5, 33), (3, 500)):
        x = Buffer("f32", rows * columns, "signed", seed=763, span=8)
        gain, offset = Buffer("f32", columns, "signed", seed=764, span=2), Buffer("f32", columns, "signed", seed=765,
            span=1)
        wide = x.values.astype(np.float64).reshape(rows, columns)
        centred = wide - wide.mean(axis=1, keepdims=True)
        normal = centred / np.sqrt((centred ** 2).mean(axis=1, keepdims=True) + np.float32(1e-5))
        case("layernorm", rows, [
            x, gain, offset, Buffer("f32", rows * columns + 3, "marks").expect(
                (normal * gain.values + offset.values).astype(np.float32), absolute=1.5e-6, relative=5e-7),
            scalar("s32", columns), scalar("f32", float(np.float32(1e-5)))], f"{rows}x{columns}", tier="should",
            architectures=(80, 90))
    for kind, name in (("f16", "matmul_f16"), ("f32", "matmul_tf32")):
        m, n, k = 64, 128, 96
        # Small whole numbers: exact in both, whatever the order of the sums.
        a, b = (Buffer(kind, count, "whole", seed=seed, bound=17) for count, seed in ((m * k, 766), (k * n, 767)))
        product = a.values.astype(np.float64).reshape(m, k) @ b.values.astype(np.float64).reshape(k, n)
        case(name, (m // 64, n // 64), [
            a, b, Buffer("f32", m * n + 3, "marks").expect(product.astype(np.float32)),
            *(scalar("s32", v) for v in (m, n, k))],
            f"{kind} {m}x{n}x{k}", entry="matmul", tier="exotic", architectures=(80,))

