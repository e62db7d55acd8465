/// Modules in the text format for tests to deploy.
enum Guest {
    static let add = """
        (module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
        """

    /// `main` never ends; `add` does.
    static let endless = """
        (module
          (func (export "main") (loop (br 0)))
          (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
        """

    /// One export for each number type that returns its argument, and one that returns all of them.
    static let identities = """
        (module
          (func (export "i32") (param i32) (result i32) (local.get 0))
          (func (export "i64") (param i64) (result i64) (local.get 0))
          (func (export "f32") (param f32) (result f32) (local.get 0))
          (func (export "f64") (param f64) (result f64) (local.get 0))
          (func (export "all") (param i32 i64 f32 f64) (result i32 i64 f32 f64)
            (local.get 0) (local.get 1) (local.get 2) (local.get 3))
          (func (export "none")))
        """

    /// `descend` calls itself as many times as its argument says, and then executes `unreachable`.
    static let trapping = """
        (module
          (func $descend (export "descend") (param i32)
            (if (i32.eqz (local.get 0)) (then unreachable))
            (call $descend (i32.sub (local.get 0) (i32.const 1))))
          (func (export "divide") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
          (memory 1)
          (func (export "load") (param i32) (result i32) (i32.load (local.get 0))))
        """

    /// `main` leaves with the code of its input's first byte.
    static let leaving = """
        (module
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (import "wasi:tensor/host" "read-input" (func $read (param i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "main")
            (drop (call $read (i32.const 0) (i32.const 1)))
            (call $exit (i32.load8_u (i32.const 0)))))
        """

    /// `write` writes its input to the stream of its first argument, as many times as its second says. The input
    /// comes from standard input, or, with a third argument other than 0, from `read-input`.
    static let echo = """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (import "wasi:tensor/host" "read-input" (func $input (param i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "write") (param $stream i32) (param $times i32) (param $isDirect i32) (result i32)
            (i32.store (i32.const 0) (i32.const 16))
            (i32.store (i32.const 4) (i32.const 60000))
            (if (local.get $isDirect)
              (then (i32.store (i32.const 8) (call $input (i32.const 16) (i32.const 60000))))
              (else (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))))
            (i32.store (i32.const 4) (i32.load (i32.const 8)))
            (block $done
              (loop $more
                (br_if $done (i32.eqz (local.get $times)))
                (drop (call $write (local.get $stream) (i32.const 0) (i32.const 1) (i32.const 12)))
                (local.set $times (i32.sub (local.get $times) (i32.const 1)))
                (br $more)))
            (i32.load (i32.const 4))))
        """
}
