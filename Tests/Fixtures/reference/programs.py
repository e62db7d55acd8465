"""Kernels that are programs: scans, calls, tables, branches, vectors, memory in general."""
import numpy as np

from . import ieee
from .manifest import Buffer, Manifest, scalar
from .semantics import signed

F32 = np.float32


def word(value: int) -> int:
    return value & 0xFFFFFFFF


def s32(value: int) -> int:
    return signed(value, 32)


def short(value: int) -> int:
    return signed(value, 16)


def add_cases(manifest: Manifest) -> None:
    convolution(manifest)
    scans(manifest)
    calls(manifest)
    branches(manifest)
    vectors(manifest)
    memory(manifest)
    launches(manifest)
    faults(manifest)


def convolution(manifest: Manifest) -> None:
    for width, height in ((65, 47), (1, 1), (2, 5)):
        image = Buffer("f32", width * height, "signed", seed=600, span=1)
        weights = Buffer("f32", 9, "signed", seed=601, span=1)
        picture, sums = np.pad(image.values.reshape(height, width), 1), np.zeros((height, width), F32)
        inside = np.pad(np.ones((height, width), bool), 1)
        for v in range(3):
            for u in range(3):
                place = np.s_[v:v + height, u:u + width]
                sums = np.where(inside[place], ieee.fma32(picture[place], weights.values[v * 3 + u], sums), sums)
        manifest.case(
            "nvrtc/conv2d", "conv2d_3x3", (-(-width // 16), -(-height // 8)), (16, 8),
            [image, weights, Buffer("f32", width * height + 3, "marks").expect(sums), scalar("s32", width),
             scalar("s32", height)], note=f"{width}x{height}")


def scans(manifest: Manifest) -> None:
    for n, threads in ((1, 32), (33, 64), (1000, 128), (4097, 256)):
        values = Buffer("u32", n, "bits", seed=610)
        grid = -(-n // threads)
        padded = np.zeros(grid * threads, np.uint32)
        padded[:n] = values.values
        sums = np.cumsum(padded.reshape(grid, threads), axis=1, dtype=np.uint32)
        manifest.case(
            "nvrtc/scan", "scan_block", grid, threads,
            [values, Buffer("u32", n + 3, "marks").expect(sums.reshape(-1)[:n]),
             Buffer("u32", grid + 3, "marks").expect(sums[:, -1]), scalar("s32", n)], shared=8 * threads, note=f"n={n}")
        if n > 1000:
            continue
        grid = -(-n // (2 * threads))
        padded = np.zeros((grid, 2 * threads), np.uint32)
        padded.reshape(-1)[:n] = values.values
        before = np.cumsum(padded, axis=1, dtype=np.uint32) - padded
        manifest.case(
            "nvrtc/scan", "scan_tree", grid, threads,
            [values, Buffer("u32", n + 3, "marks").expect(before.reshape(-1)[:n]), scalar("s32", n)],
            shared=8 * threads,
            note=f"n={n}")


def calls(manifest: Manifest) -> None:
    for n in (1, 100):
        a = Buffer("s32", n, "bits", seed=620)
        values = a.values.tolist()
        out, wide = np.zeros((6, n), np.int64), np.zeros(n)
        for i, x in enumerate(values):
            t, block = i % 64, i // 64 * 64
            base = x & 0xFF
            out[0, i] = base ** 3 * 7 - base ** 2 * 3 + base
            triple = (x, i * 0.25, short(i * 3))
            for _ in range(2):
                triple = (triple[2], triple[1] * 2 + triple[0], short(triple[0] & 0x7FFF))
            out[1, i], wide[i], out[2, i] = triple
            tile = [values[j] if j < n else 0 for j in range(block, block + 64)]
            out[3, i] = sum(x >> k for k in range(8)) + sum(tile[t & 32:(t & 32) + 32]) + sum(values[:5])
            out[4, i] = 3 ** (t & 7) if t & 1 else -t
            odd = (x & 0xFF) + signed(x >> 8, 8) & 1 != 0
            out[5, i] = odd != (x & 0x10000 != 0)
        manifest.case(
            "nvrtc/device_functions", "device_functions", -(-n // 64), 64,
            [a, Buffer("s32", 6 * n + 3, "marks").expect((out & 0xFFFFFFFF).astype(np.uint32).view(np.int32)),
             Buffer("f64", n + 3, "marks").expect(wide), scalar("s32", n)], tier="should", note=f"n={n}")
    manifest.case(
        "nvrtc/printing", "printing", 2, 32,
        [Buffer("s32", 70, "marks").expect(np.array([2, 8] + list(range(32)) * 2, np.int32)), scalar("s32", 42),
         scalar("f32", 1.5)], tier="should",
        prints="value 42, ratio 1.500\ntext x    42|42   |00042 ff -5000000000 18446744073709551615 %\ndone\n")


def collatz(x: int) -> int:
    steps = 0
    while x > 1:
        x = word(3 * x + 1) if x & 1 else x >> 1
        steps += 1
        if steps > 200:
            break
    return steps


def branches(manifest: Manifest) -> None:
    n = 200
    a = Buffer("s32", n, "below", seed=630, bound=40000)

    def choose(x: int) -> int:
        return {0: x + 1, 1: x * 3, 2: x ^ 0x55, 3: -x, 4: x - 9, 5: x - 9, 6: x * x, 7: x.bit_count(), 8: x & 0xFF,
                9: x | 0xF000}.get(x & 15, 1000)

    results = lambda function: Buffer("s32", n + 3, "marks").expect(
        np.array([s32(function(int(x))) for x in a.values], np.int32))
    manifest.case("nvrtc/switching", "switching", 4, 64, [a, results(choose), scalar("s32", n)])
    manifest.case("nvrtc/switching", "branch_table", 4, 64, [
        a, results(lambda x: (x + 10, x * 5, 7 - x, x + 10)[x & 3]), scalar("s32", n)], tier="should")
    b = Buffer("u32", n, "bits", seed=631, head=[0, 1, 2, 27, 703, 6171])
    wanted = []
    for x in b.values.tolist():
        total = 0
        for j in range(x & 7):
            for k in range(j + 1):
                if j == 3 or k ^ j == 5:
                    break
                total += k * j + 1
        wanted.append(collatz(x & 0xFFFF) * 1000 + total)
    manifest.case("nvrtc/switching", "divergence", 4, 64, [
        b, Buffer("u32", n + 3, "marks").expect(np.array(wanted, np.uint32)), scalar("s32", n)])
    for n in (1, 95, 96, 200):
        a = Buffer("s32", n, "bits", seed=632)
        wanted = []
        for first in range(0, n, 96):
            part = a.values[first:first + 96].tolist()
            tripled = [3 * value for value in part[::-1]]
            wanted += tripled[-1:] + tripled[:-1]
        manifest.case("nvrtc/early_return", "early_return", -(-n // 96), 96, [
            a, Buffer("s32", n + 3, "marks").expect(np.array([s32(value) for value in wanted], np.int32)),
            scalar("s32", n)], note=f"n={n}")
    for rounds in (0, 10, 40):
        wanted = np.array([lane if lane < rounds else -1 for lane in range(32)] * 4, np.int32)
        manifest.case("nvrtc/early_return", "early_exit", 2, 64, [
            Buffer("s32", 131, "marks").expect(wanted), scalar("s32", rounds)], note=f"rounds={rounds}")


def vectors(manifest: Manifest) -> None:
    n = 70
    a, b = Buffer("f32", 4 * n, "signed", seed=640, span=8), Buffer("u8", 4 * n, "bits", seed=641)
    c, d = Buffer("u16", 2 * n, "bits", seed=642), Buffer("f64", 2 * n, "signed", seed=643, span=8)
    v, q, s, e = (buffer.values.reshape(n, -1) for buffer in (a, b, c, d))
    columns = lambda *parts: np.stack(parts, axis=1)
    with np.errstate(over="ignore"):
        outputs = [
            ("f32", columns(v[:, 3], v[:, 2] + v[:, 0], v[:, 1], v[:, 0])),
            ("u8", columns(q[:, 3], q[:, 0] + q[:, 1], q[:, 2], np.uint8(255) - q[:, 0])),
            ("u16", columns(s[:, 1], s[:, 0] * np.uint16(3))), ("f64", columns(e[:, 1], e[:, 0] - e[:, 1]))]
    outs = [Buffer(kind, values.size + 3, "marks").expect(values) for kind, values in outputs]
    manifest.case("nvrtc/vectors", "vectors", 2, 64, [
        a, outs[0], b, outs[1], c, outs[2], d, outs[3], scalar("s32", n)])
    a = Buffer("u32", 4 * n, "bits", seed=644)
    tile = np.zeros((128, 4), np.uint64)
    tile[:n] = a.values.reshape(n, 4)[:, ::-1]
    longs, words, shorts = np.zeros((n, 2), np.uint64), np.zeros(n, np.uint32), np.zeros((n, 4), np.uint16)
    for i in range(n):
        row = [int(value) for value in tile[i // 64 * 64 + 63 - i % 64]]
        longs[i] = row[3] << 32 | row[2], row[1] << 32 | row[0]
        w1, w0 = int(tile[i, 2]), int(tile[i, 3])
        words[i] = word(w1 * 3 + w0)
        shorts[i] = w0 >> 16, w1 >> 16, w0 & 0xFFFF, w1 & 0xFFFF
    manifest.case("nvrtc/vectors", "vector_words", 2, 64, [
        a, Buffer("u64", 2 * n + 2, "marks").expect(longs), Buffer("u32", n + 3, "marks").expect(words),
        Buffer("u16", 4 * n + 4, "marks").expect(shorts), scalar("s32", n)])
    a, b = Buffer("s8", n, "bits", seed=645), Buffer("u8", n, "bits", seed=646)
    c, d = Buffer("s16", n, "bits", seed=647), Buffer("u16", n, "bits", seed=648)
    x, y, z, w = (buffer.values.astype(np.int64) for buffer in (a, b, c, d))
    tile = np.zeros(128, np.int64)
    tile[:n] = x
    across = np.array([tile[i // 64 * 64 + 63 - i % 64] for i in range(n)])
    local = np.array([short(int(z[i]) * (int(x[i] & 3) + 1)) for i in range(n)])
    total = (x + y * 1000 + z - w + across + local).astype(np.int32)
    manifest.case("nvrtc/vectors", "narrow", 2, 64, [
        a, b, c, d, Buffer("s32", n + 3, "marks").expect(total),
        Buffer("u8", n + 3, "marks").expect((x + y).astype(np.uint8)),
        Buffer("s16", n + 3, "marks").expect((z ^ w).astype(np.uint16).view(np.int16)), scalar("s32", n)])


def memory(manifest: Manifest) -> None:
    n = 100
    a = Buffer("u32", n, "bits", seed=650)
    sums = []
    for x in a.values.tolist():
        total = 7
        for _ in range(10):
            total = word(total * 3 + x)
        sums.append(total)
    counts = np.array([n, int(a.values.sum(dtype=np.uint64)) & 0xFFFFFFFF, 9], np.uint32)
    manifest.case("nvrtc/memory_order", "memory_order", 2, 64, [
        a, Buffer("u32", n + 3, "marks").expect(np.array(sums, np.uint32)), Buffer("u32", 5).expect(counts),
        scalar("s32", n)])
    a = Buffer("u32", 1000, "bits", seed=651)
    by_block = [[int(x) for i, x in enumerate(a.values) if i // 64 % 7 == block] for block in range(7)]
    parts = [sum(values) & 0xFFFFFFFF for values in by_block]
    manifest.case("nvrtc/memory_order", "last_block", 7, 64, [
        a, Buffer("u32", 10, "marks").expect(np.array(parts, np.uint32)),
        Buffer("u32", 1).expect(np.array([7], np.uint32)),
        Buffer("u32", 3, "marks").expect(np.array([sum(parts) & 0xFFFFFFFF], np.uint32)), scalar("s32", 1000)])
    n = 100
    a = Buffer("u32", n, "bits", seed=652)
    out, kinds = [], []
    for i, x in enumerate(a.values.tolist()):
        t, rest = i % 64, x >> 2
        out.append((int(a.values[rest % n]), rest % 64 * 5, i * (rest % 3 + 1), (11, 22, 33, 44)[rest % 4])[x & 3])
        mark, local = (77, i * 2) if x & 4 else (t * 7, 77)
        kinds.append((1, 2, 4, 8)[x & 3] | 0x70 | mark << 8 | local << 20)
    manifest.case("nvrtc/generic_memory", "generic_memory", 2, 64, [
        a, Buffer("u32", n + 3, "marks").expect(np.array(out, np.uint32)),
        Buffer("u32", n + 4).expect(np.array(kinds + [n], np.uint32)), scalar("s32", n)], tier="should")
    weights = (0.5, -1.0, 2.0, 0.25, 4.0, -8.0, 0.125, 1.0)
    n = 50
    a = Buffer("s32", n, "bits", seed=653)
    ks = [int(x) & 7 for x in a.values]
    single = [weights[k] * b"tensor wasm"[k + 3] + (-2, 0, 300)[(k & 1) + (k >> 2)] for k in ks]
    wide = [(2, 3, 5, 7, 11, 13)[k % 6] * 0.5 for k in ks]
    longs = [signed((-1, 0x0123456789ABCDEF)[k & 1] + int(x), 64) for k, x in zip(ks, a.values)]
    manifest.case("nvrtc/tables", "tables", 1, 64, [
        a, Buffer("f32", n + 3, "marks").expect(np.array(single, F32)),
        Buffer("f64", n + 3, "marks").expect(np.array(wide)),
        Buffer("s64", n + 3, "marks").expect(np.array(longs, np.int64)),
        Buffer("s32", n + 3, "marks").expect(np.array(ks + [40], np.int32)), scalar("s32", n)])
    total = sum(value * (k + 1) for k, value in enumerate(weights))
    manifest.case("nvrtc/tables", "tables_uniform", 1, 33, [
        Buffer("f32", 36, "marks").expect((total + np.arange(33)).astype(F32))])


def launches(manifest: Manifest) -> None:
    grid, block = (3, 2, 2), (4, 3, 5)
    rows = []
    for bz in range(grid[2]):
        for by in range(grid[1]):
            for bx in range(grid[0]):
                for thread in range(60):
                    x, y, z = thread % 4, thread // 4 % 3, thread // 12
                    rows.append([bx | by << 8 | bz << 16 | 2 << 24, x | y << 8 | z << 16 | 5 << 24,
                                 thread % 32 | 1 << 8, 48 | 1 << 16])
    wanted = np.array(rows, np.uint32)
    manifest.case("nvrtc/special_registers", "special_registers", grid, block,
                  [Buffer("u32", wanted.size + 3, "marks").expect(wanted)], shared=48, tier="should")
    manifest.case("nvrtc/special_registers", "clocks", 1, 64,
                  [Buffer("u32", 195, "marks").expect(np.ones(192, np.uint32))], tier="should")
    manifest.case("nvrtc/launch_bounds", "empty", (3, 2, 4), (7, 5, 3), [])
    manifest.case("nvrtc/launch_bounds", "bounded", 2, 128, [
        Buffer("s32", 259, "marks").expect(np.full(256, 128, np.int32))])
    values = [-5, -(1 << 40), 0.25, -1e300, 4000000000, 1 << 63]
    manifest.case("nvrtc/launch_bounds", "parameters", 1, 1, [
        *(scalar(kind, value) for kind, value in zip(("s32", "s64", "f32", "f64", "u32", "u64"), values)),
        Buffer("f64", 8, "marks").expect(np.array(values, np.float64))])


def faults(manifest: Manifest) -> None:
    """Launches that must end in an error, each beside one of the same kernel that must not."""
    n = 40
    good = Buffer("s32", n, "below", seed=660, bound=1000)
    bad = Buffer("s32", n, "below", seed=660, bound=1000, head=[1, 2, 0xFFFFFFFF])
    case = lambda entry, arguments, note, fails=False, threads=1: manifest.case(
        "nvrtc/faults", entry, 1, threads, arguments, note=note, fails=fails,
        tier="should" if entry == "trapping" else "must")
    case("trapping", [good, Buffer("s32", n + 3, "marks").expect(good.values), scalar("s32", n)], "not reached",
        threads=64)
    case("trapping", [bad, Buffer("s32", n + 3, "marks"), scalar("s32", n)], "reached", True, 64)
    out = lambda: Buffer("s32", 8)
    written = np.zeros(8, np.int32)
    written[7] = 1
    case("reaching", [out().expect(written), scalar("s64", 7), scalar("s32", 1)], "the last element")
    read = np.array([1], np.int32)
    case("reaching", [out().expect(read), scalar("s64", 7), scalar("s32", 0)], "and reading it")
    for place, what in ((8, "one past the end"), (-1, "one before the beginning"), (1 << 40, "far away"),
                        (1 << 33, "a multiple of 2^32")):
        for writes in (1, 0):
            case("reaching", [out(), scalar("s64", place), scalar("s32", writes)],
                 f"{what}, {'writing' if writes else 'reading'}", True)
    aligned = np.zeros(32, np.uint8)
    aligned[4] = 1
    case("misaligned", [Buffer("u8", 32).expect(aligned), scalar("s32", 4)], "by 4")
    for offset in (1, 2, 3):
        case("misaligned", [Buffer("u8", 32), scalar("s32", offset)], f"by {offset}", True)
    case("misaligned", [Buffer("u8", 30), scalar("s32", 28)], "over the end", True)
    case("shared_overrun", [Buffer("s32", 34, "marks").expect(np.arange(32, dtype=np.int32)), scalar("s32", 0)],
         "inside", threads=32)
    case("shared_overrun", [Buffer("s32", 34, "marks"), scalar("s32", 100000)], "outside", True, 32)
    manifest.case("nvrtc/launch_bounds", "bounded", 1, 129, [Buffer("s32", 140)], note="with more threads", fails=True)
