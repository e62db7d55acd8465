"""Guests in the text format."""

RING = 1 << 32


def affine(factor: int, offset: int) -> str:
    """`run(n)` returns `n × factor + offset` at once, `rest(n, ms)` later; `spin` never returns, `trap` traps.

    The factor is odd, so that a result tells both which function ran and of which `n`.
    """
    return f"""(module
  (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func $value (param $n i32) (result i32)
    (i32.add (i32.mul (local.get $n) (i32.const {factor})) (i32.const {offset})))
  (func (export "run") (param i32) (result i32) (call $value (local.get 0)))
  (func (export "rest") (param i32 i32) (result i32)
    (i32.store (i32.const 16) (i32.const 1))
    (i64.store (i32.const 24) (i64.mul (i64.extend_i32_u (local.get 1)) (i64.const 1000000)))
    (drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128)))
    (call $value (local.get 0)))
  (func (export "spin") (loop (br 0)))
  (func (export "trap") (unreachable)))"""


def affine_result(factor: int, offset: int, number: int) -> int:
    """What `run` and `rest` return, as the signed integer that an answer shows."""
    value = (number * factor + offset) % RING
    return value - RING if value >= RING // 2 else value


def affine_argument(factor: int, offset: int, result: int) -> int:
    """The `n` that has this result."""
    return (result - offset) * pow(factor, -1, RING) % RING


ADD = '(module (func (export "run") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))'

def constant(number: int) -> str:
    """`run` returns a number; every number is another module."""
    return f'(module (func (export "run") (result i64) (i64.const {number})))'


SPIN = '(module (func (export "run") (loop (br 0))))'


def hoarder(mebibytes: int) -> str:
    """`run` writes to every page of a large memory, again and again."""
    pages = mebibytes * 16
    return f"""(module
  (memory (export "memory") {pages})
  (func (export "run") (local $at i32)
    (loop $again
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $at (i32.rem_u (i32.add (local.get $at) (i32.const 4096)) (i32.const {mebibytes << 20})))
      (br $again))))"""
