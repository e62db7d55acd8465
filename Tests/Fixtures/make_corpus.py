#!/usr/bin/env python3
"""Compiles the CUDA and Triton sources of `corpus/` to PTX and writes `corpus/statistics.json`.

No GPU is needed. See `corpus/README.md` for the packages. Where `ptxas` is found (by `--ptxas`, on the PATH, or in the
Python package nvidia-cuda-nvcc-cu12), every file must assemble.
"""

import argparse
import ctypes
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
ARCHITECTURES = (70, 80, 90)
#: Sources that need a later architecture than the first.
EARLIEST = {
    "async_copy": 80,
    "bfloat_math": 80,
    "bfloat_math_90": 90,
    "float_minmax_nan": 80,
    "half_approximations": 80,
    "matrix_multiply": 80,
    "tanh": 80,
    "warp_redux": 80,
}
OPTIONS = {"fast_math": ["--use_fast_math"]}
#: Compiled once more with other options, under another name: (source, name, architecture, options).
VARIANTS = [
    ("switching", "switching_lineinfo", 80, ["--generate-line-info"]),
    ("early_return", "early_return_debug", 80, ["--device-debug"]),
]


class Compiler:
    """NVIDIA's runtime compiler, through its C interface."""

    def __init__(self):
        folder = pathlib.Path(sysconfig.get_paths()["purelib"]) / "nvidia" / "cuda_nvrtc" / "lib"
        self._library = ctypes.CDLL(str(next(folder.glob("libnvrtc.so.*"))))

    def compile(self, name: str, source: str, options: list[str]) -> str:
        library, program = self._library, ctypes.c_void_p()
        if library.nvrtcCreateProgram(ctypes.byref(program), source.encode(), name.encode(), 0, None, None):
            sys.exit(f"{name}: no program")
        given = (ctypes.c_char_p * len(options))(*[option.encode() for option in options])
        failed = library.nvrtcCompileProgram(program, len(options), given)
        read = (
            (library.nvrtcGetProgramLogSize, library.nvrtcGetProgramLog)
            if failed
            else (library.nvrtcGetPTXSize, library.nvrtcGetPTX)
        )
        text = self._read(program, *read)
        library.nvrtcDestroyProgram(ctypes.byref(program))
        if failed:
            sys.exit(f"{name}: {text}")
        return text

    @staticmethod
    def _read(program, size, copy) -> str:
        length = ctypes.c_size_t()
        size(program, ctypes.byref(length))
        buffer = ctypes.create_string_buffer(length.value)
        copy(program, buffer)
        return buffer.value.decode()


def compile_cuda(compiler: Compiler) -> None:
    # Debug sections name the working directory: one that every machine has.
    os.chdir("/")
    for source in sorted((CORPUS / "cuda").glob("*.cu")):
        for architecture in ARCHITECTURES:
            if architecture < EARLIEST.get(source.stem, 0):
                continue
            write_cuda(compiler, source, source.stem, architecture, OPTIONS.get(source.stem, []))
    for stem, name, architecture, options in VARIANTS:
        write_cuda(compiler, CORPUS / "cuda" / f"{stem}.cu", name, architecture, options)


def write_cuda(compiler: Compiler, source: pathlib.Path, name: str, architecture: int, options: list[str]) -> None:
    text = compiler.compile(source.name, source.read_text(), [f"--gpu-architecture=compute_{architecture}", *options])
    # The name of the source is all that remains of the place where it was compiled.
    write(CORPUS / "nvrtc" / f"sm_{architecture}" / f"{name}.ptx", re.sub(r'"[^"\n]*/([^"/\n]+\.cu)"', r'"\1"', text))


def compile_triton() -> None:
    # Whether products and sums are fused is said here, because the default is about to change.
    os.environ["TRITON_DEFAULT_FP_FUSION"] = "1"
    import triton
    from triton.backends.compiler import GPUTarget
    from triton.compiler import ASTSource

    sys.path.insert(0, str(CORPUS / "triton"))
    sys.dont_write_bytecode = True
    import kernels

    singles = {"a": "*fp32", "b": "*fp32", "out": "*fp32"}
    blocks = {"BLOCK_M": 64, "BLOCK_N": 64, "BLOCK_K": 32}
    sizes = {"M": "i32", "N": "i32", "K": "i32"}
    jobs = [
        ("vector_add", kernels.vector_add, singles | {"n": "i32"}, {"BLOCK": 1024}),
        ("softmax", kernels.softmax, {"values": "*fp32", "out": "*fp32", "columns": "i32"}, {"BLOCK": 256}),
        (
            "layernorm",
            kernels.layernorm,
            {
                "values": "*fp32",
                "gains": "*fp32",
                "offsets": "*fp32",
                "out": "*fp32",
                "columns": "i32",
                "epsilon": "fp32",
            },
            {"BLOCK": 512},
        ),
        ("matmul_tf32", kernels.matmul, singles | sizes, blocks),
        ("matmul_f16", kernels.matmul, {"a": "*fp16", "b": "*fp16", "out": "*fp32"} | sizes, blocks),
    ]
    shared = {}
    for architecture in (80, 90):
        for name, function, types, constants in jobs:
            signature = types | {constant: "constexpr" for constant in constants}
            places = {(list(signature).index(constant),): value for constant, value in constants.items()}
            compiled = triton.compile(
                ASTSource(fn=function, signature=signature, constexprs=places),
                target=GPUTarget("cuda", architecture, 32),
            )
            write(CORPUS / "triton" / f"sm_{architecture}" / f"{name}.ptx", neutral(compiled.asm["ptx"]))
            shared[f"triton/sm_{architecture}/{name}.ptx"] = compiled.metadata.shared
    write(CORPUS / "triton" / "shared_bytes.json", json.dumps(shared, indent=2) + "\n")


def neutral(text: str) -> str:
    """Without the folders of the machine that compiled it: in `.file` lines, and spelt as bytes in debug sections."""
    text = re.sub(r'(\.file\s+\d+\s+)"[^"]*"', r'\1"kernel.py"', text)
    strings = re.compile(r"(?:^[ \t]*\.b8 \d+(?:,\d+)*[ \t]*(?://.*)?\n|^\.b8 \d+ *(?://.*)?\n)+", re.M)

    def replaced(match: re.Match) -> str:
        block = match[0]
        values = [int(value) for value in re.findall(r"(?<![\w.])\d+", re.sub(r"\.b8|//.*", " ", block))]
        raw = bytes(value & 0xFF for value in values)
        clean = re.sub(rb"/[\x20-\x7e]*/", lambda path: b"_" * len(path[0]), raw)
        clean = re.sub(rb"_{2,}[\w.-]*\.py", lambda path: b"kernel.py".ljust(len(path[0]), b"_"), clean)
        if clean == raw:
            return block
        return "".join(f".b8 {value}\n" for value in clean)

    return strings.sub(replaced, text)


def write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\0"), encoding="utf-8")


def statistics(text: str) -> dict[str, int]:
    """Counted without a parser: comments off, then statements by their ends."""
    text = re.sub(r"/\*.*?\*/", " ", re.sub(r"//[^\n]*", "", text), flags=re.S)
    text = re.sub(r"\.section[^{]*\{.*?\n\s*\}", "", text, flags=re.S)
    text = re.sub(r"^\s*\.(?:loc|file)\b[^\n]*$", "", text, flags=re.M)
    label = re.compile(r"^\s*[$%A-Za-z_][\w$]*\s*:(?!:)", re.M)
    statement = re.compile(r"^(?:\{\s*)*(?:@!?%?[\w$]+\s+)?([a-z][a-z0-9_]*)(?:[.\s]|$)", re.S)
    # A body without declarations begins with its first instruction.
    bodies = re.sub(r"(?:\.(?:visible|weak)\s+)?\.(?:entry|func)\b[^{;]*\{", ";\n", text)
    counts = {"entries": len(re.findall(r"\.entry\b", text)), "functions": len(re.findall(r"\.func\b", text))}
    instructions = labels = 0
    for piece in bodies.split(";"):
        # A label, a brace or a directive without a semicolon may stand before the instruction.
        lines, body = piece.strip(), ""
        while lines != body:
            body = lines
            found = label.match(lines)
            if found:
                labels += 1
                lines = lines[found.end() :].strip()
            lines = re.sub(r"^[{}]\s*", "", lines)
        found = statement.match(lines)
        instructions += bool(found)
    return counts | {"labels": labels, "instructions": instructions}


def find_ptxas(wish: str | None, path: pathlib.Path) -> str | None:
    """Triton brings an assembler for the newer language that it writes."""
    packages = pathlib.Path(sysconfig.get_paths()["purelib"])
    inside = packages / (
        "triton/backends/nvidia/bin/ptxas-blackwell" if "triton" in path.parts else "nvidia/cuda_nvcc/bin/ptxas"
    )
    return wish or (str(inside) if inside.exists() else shutil.which("ptxas"))


def assemble(ptxas: str, path: pathlib.Path, text: str) -> None:
    target = re.search(r"\.target\s+(sm_\d+a?)", text)[1]
    with tempfile.NamedTemporaryFile(suffix=".cubin") as output:
        done = subprocess.run(
            [ptxas, f"-arch={target}", str(path), "-o", output.name], capture_output=True, text=True, check=False
        )
    if done.returncode:
        sys.exit(f"{path.name} for {target}: {done.stderr.strip()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("nvrtc", "triton", "statistics"), help="one part of the work")
    parser.add_argument("--ptxas", help="the assembler that checks the files")
    options = parser.parse_args()
    if options.only in (None, "nvrtc"):
        compile_cuda(Compiler())
    if options.only in (None, "triton"):
        compile_triton()
    counts, unchecked = {}, 0
    for folder in (CORPUS.parent / "kernels", CORPUS):
        for path in sorted(folder.rglob("*.ptx")):
            text = path.read_text(encoding="utf-8")
            counts[str(path.relative_to(CORPUS.parent))] = statistics(text)
            ptxas = find_ptxas(options.ptxas, path.relative_to(CORPUS.parent))
            unchecked += ptxas is None
            if ptxas:
                assemble(ptxas, path, text)
    write(CORPUS / "statistics.json", json.dumps(counts, indent=1).replace("\n  ", " ").replace("\n }", " }") + "\n")
    print(f"{len(counts)} files, {unchecked} of them not assembled because ptxas was not found")


if __name__ == "__main__":
    main()
