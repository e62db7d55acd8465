#!/usr/bin/env python3
"""Runs one kernel of `kernels.cl` on POCL: measure.py KERNEL SECONDS.

The first launch is checked against numpy and not counted. Then launches are timed, at least five and for as long as
SECONDS says. Prints {"name", "samples_us", "build_us", "first_us", "device"} as one line of JSON.
"""
import json
import pathlib
import sys
import time

import numpy as np
import pyopencl as cl

LEAST_SAMPLES = 5
ELEMENTS = 4_194_304
MATRIX = 512
ROWS = COLUMNS = 1_024
PICTURE, STEPS = 512, 256
int32, float32 = np.int32, np.float32


class Work:
    """A kernel's launch and the check of its first result."""

    def __init__(self, context: cl.Context):
        self.context = context
        self.random = np.random.default_rng(1)

    def normal(self, *shape: int) -> np.ndarray:
        return self.random.standard_normal(shape, dtype=float32)

    def given(self, array: np.ndarray) -> cl.Buffer:
        flags = cl.mem_flags.READ_WRITE | cl.mem_flags.COPY_HOST_PTR
        return cl.Buffer(self.context, flags, hostbuf=array)

    def vector_add(self):
        a, b = self.normal(ELEMENTS), self.normal(ELEMENTS)
        out = self.given(np.zeros_like(a))
        arguments = [self.given(a), self.given(b), out, int32(ELEMENTS)]
        return (ELEMENTS,), (256,), arguments, out, a, lambda found: bool((found == a + b).all())

    def saxpy(self):
        x, y = self.normal(ELEMENTS), self.normal(ELEMENTS)
        factor, out = float32(1e-3), self.given(y)
        wanted = factor.astype(np.float64) * x + y
        return (ELEMENTS,), (256,), [int32(ELEMENTS), factor, self.given(x), out], out, y, close(wanted, 1e-6)

    def softmax(self):
        x = self.normal(ROWS, COLUMNS)
        out = self.given(np.zeros_like(x))
        wide = x.astype(np.float64)
        powers = np.exp(wide - wide.max(axis=1, keepdims=True))
        wanted = powers / powers.sum(axis=1, keepdims=True)
        arguments = [self.given(x), out, int32(COLUMNS), cl.LocalMemory(4 * 256)]
        return (ROWS * 256,), (256,), arguments, out, x, close(wanted, 1e-6)

    def sgemm_tiled(self):
        a, b = self.normal(MATRIX, MATRIX), self.normal(MATRIX, MATRIX)
        out = self.given(np.zeros_like(a))
        wanted = a.astype(np.float64) @ b.astype(np.float64)
        arguments = [self.given(a), self.given(b), out, *[int32(MATRIX)] * 3]
        return (MATRIX, MATRIX), (16, 16), arguments, out, a, close(wanted, 1e-3)

    def mandelbrot(self):
        picture = np.zeros((PICTURE, PICTURE), int32)
        out, step = self.given(picture), float32(2.5 / PICTURE)
        arguments = [out, int32(PICTURE), int32(PICTURE), float32(-2), float32(-1.25), step, step, int32(STEPS)]
        # Without fused operations some points near the edge of the set leave it at another step.
        wanted = mandelbrot(step)
        return (PICTURE, PICTURE), (16, 16), arguments, out, picture, lambda found: (found != wanted).mean() < 0.005

    def histogram(self):
        data = self.random.integers(0, 256, ELEMENTS, dtype=np.uint8)
        counts = np.zeros(256, np.uint32)
        out = self.given(counts)
        wanted = np.bincount(data, minlength=256)
        return (64 * 256,), (256,), [self.given(data), out, int32(ELEMENTS)], out, counts, (
            lambda found: bool((found == wanted).all()))


def close(wanted: np.ndarray, bound: float):
    return lambda found: bool(np.abs(found - wanted).max() <= bound)


def mandelbrot(step: np.float32) -> np.ndarray:
    places = np.arange(PICTURE, dtype=float32) * step
    cr, ci = np.meshgrid(places + float32(-2), places + float32(-1.25))
    zr, zi, steps = np.zeros_like(cr), np.zeros_like(cr), np.zeros(cr.shape, int32)
    inside = np.ones(cr.shape, bool)
    with np.errstate(all="ignore"):
        for _ in range(STEPS):
            inside &= zr * zr + zi * zi <= 4
            steps += inside
            zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
    return steps


def main(name: str, seconds: float) -> int:
    devices = [device for platform in cl.get_platforms() if "Portable Computing Language" in platform.name
               for device in platform.get_devices()]
    if not devices:
        print("POCL offers no device", file=sys.stderr)
        return 1
    context = cl.Context(devices[:1])
    queue = cl.CommandQueue(context)
    start = time.perf_counter()
    text = pathlib.Path(__file__).with_name("kernels.cl").read_text(encoding="utf-8")
    kernel = cl.Kernel(cl.Program(context, text).build(), name)
    built = time.perf_counter()
    globals_, locals_, arguments, out, shape, is_right = getattr(Work(context), name)()
    kernel.set_args(*arguments)

    def launch() -> float:
        begin = time.perf_counter()
        cl.enqueue_nd_range_kernel(queue, kernel, globals_, locals_)
        queue.finish()
        return (time.perf_counter() - begin) * 1e6

    first = launch()
    found = np.empty_like(shape)
    cl.enqueue_copy(queue, found, out)
    queue.finish()
    if not is_right(found):
        print(f"{name}: POCL's result is not numpy's", file=sys.stderr)
        return 1
    samples: list[float] = []
    end = time.perf_counter() + seconds
    while len(samples) < LEAST_SAMPLES or time.perf_counter() < end:
        samples.append(launch())
    print(json.dumps({
        "name": f"kernel/{name}/pocl", "samples_us": samples, "build_us": (built - start) * 1e6, "first_us": first,
        "device": devices[0].name}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
