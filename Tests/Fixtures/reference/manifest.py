"""Collects the cases and writes the manifest and the files of expected values."""
import json
import pathlib

import numpy as np

from . import splitmix

FOLDER = pathlib.Path(__file__).resolve().parent.parent
#: Texts of the same source that were compiled in another way.
VARIANTS = {
    "nvrtc/switching": ["corpus/nvrtc/sm_80/switching_lineinfo.ptx"],
    "nvrtc/early_return": ["corpus/nvrtc/sm_80/early_return_debug.ptx"]}


def scalar(kind: str, value) -> dict:
    return {"kind": "scalar", "type": kind, "value": value}


class Buffer:
    """A buffer argument: how it is filled, and what parts of it a launch must leave in which state."""

    def __init__(self, kind: str, count: int, how: str = "zero", **fill):
        self.kind, self.count = kind, count
        self.fill = {"kind": how} | {key: value for key, value in fill.items() if value is not None}
        if "head" in fill:
            self.fill["head"] = [f"0x{int(bits):x}" for bits in fill["head"]]
        self.values = splitmix.make(kind, count, self.fill)
        self.spans: list[dict] = []
        self.is_scratch = False

    def expect(self, values, start: int = 0, absolute: float | None = None, relative: float | None = None) -> "Buffer":
        """Without a bound, bits must be equal, where any NaN stands for every NaN."""
        values = np.ascontiguousarray(values)
        assert values.dtype == self.values.dtype, (values.dtype, self.values.dtype)
        assert start + values.size <= self.count, (start, values.size, self.count)
        self.spans.append({"start": start, "values": values.reshape(-1), "absolute": absolute, "relative": relative})
        return self

    def scratch(self) -> "Buffer":
        """What the launch leaves here does not matter."""
        self.is_scratch = True
        return self

    def describe(self, data: bytearray) -> dict:
        argument = {"kind": "buffer", "type": self.kind, "count": self.count, "fill": self.fill}
        spans = []
        for span in self.spans:
            entry = {"start": span["start"], "count": span["values"].size, "offset": len(data)}
            data += span["values"].tobytes()
            for bound in ("absolute", "relative"):
                if span[bound] is not None:
                    entry[bound] = span[bound]
            spans.append(entry)
        if spans:
            argument["expected"] = spans
        return argument | ({"scratch": True} if self.is_scratch else {})


class Manifest:
    def __init__(self):
        self.cases: list[dict] = []
        self._data: dict[str, bytearray] = {}

    def case(
            self, source: str, entry: str, grid, block, arguments, shared: int = 0, tier: str = "must", note: str = "",
            fails: bool = False, prints: str | None = None, architectures=(70, 80, 90)) -> None:
        """One launch; `source` is a file of `kernels/`, or of the corpus without its architecture."""
        three = lambda size: list((tuple(np.atleast_1d(size)) + (1, 1))[:3])
        stem = source.split("/")[-1]
        files = [f"kernels/{stem}.ptx"] if source.startswith("kernels/") else [
            path for path in (f"corpus/{source.split('/')[0]}/sm_{sm}/{stem}.ptx" for sm in architectures)
            if (FOLDER / path).exists()]
        files += [path for path in VARIANTS.get(source, []) if (FOLDER / path).exists()]
        assert files and all((FOLDER / path).exists() for path in files), source
        data = self._data.setdefault(stem if not source.startswith("triton/") else f"triton_{stem}", bytearray())
        name = f"{entry} {note}".strip()
        assert name not in [case["name"] for case in self.cases], name
        self.cases.append({
            "name": name, "tier": tier, "ptx": files, "entry": entry, "grid": [int(n) for n in three(grid)],
            "block": [int(n) for n in three(block)], "shared": shared,
            "data": next(key for key, value in self._data.items() if value is data) + ".bin",
            "arguments": [item.describe(data) if isinstance(item, Buffer) else item for item in arguments]}
            | ({"fails": True} if fails else {}) | ({"prints": prints} if prints is not None else {}))

    def write(self, folder: pathlib.Path) -> None:
        data = folder / "data"
        data.mkdir(parents=True, exist_ok=True)
        for old in data.glob("*.bin"):
            old.unlink()
        for name, content in self._data.items():
            if content:
                (data / f"{name}.bin").write_bytes(content)
        for case in self.cases:
            if not self._data[case["data"][:-4]]:
                del case["data"]
        lines = ",\n".join("  " + json.dumps(case, separators=(",", ":")) for case in self.cases)
        (folder / "expectations.json").write_text(f'{{"version":1,"cases":[\n{lines}\n]}}\n', encoding="utf-8")
