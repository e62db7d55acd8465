#!/usr/bin/env python3
"""Computes what the kernels of `kernels/` and `corpus/` must leave, into `expectations/`. Needs numpy, no GPU."""

import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from reference import approximations, conversions, floats, integers, kernels, programs, warps  # noqa: E402
from reference.manifest import Manifest  # noqa: E402


def main() -> None:
    manifest = Manifest()
    for part in (kernels, integers, floats, conversions, approximations, programs, warps):
        part.add_cases(manifest)
    manifest.write(ROOT / "expectations")
    launches = sum(len(case["ptx"]) for case in manifest.cases)
    print(f"{len(manifest.cases)} cases, {launches} launches")


if __name__ == "__main__":
    main()
