extension Guest {
    /// Guests that stream. Chunks come from the input, which stands in the memory from 1024 on.
    ///
    /// - `echo` emits its input in pieces of as many bytes as its argument says.
    /// - `first` emits its input and never ends.
    /// - `fault` emits its input and traps; `leave` emits it and leaves with the code 3.
    /// - `flood` emits pieces of 65536 bytes until an answer is not 0, and traps unless that is its argument.
    /// - `clean` does so and returns that answer; `stay` does so and then never ends.
    /// - `answer` returns what `emit-chunk` and `flush` answer.
    static let streaming = """
        (module
          (import "wasi:tensor/host" "emit-chunk" (func $emit (param i32 i32) (result i32)))
          (import "wasi:tensor/host" "flush" (func $flush (result i32)))
          (import "wasi:tensor/host" "input-len" (func $length (result i32)))
          (import "wasi:tensor/host" "read-input" (func $read (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 4)
          (func $all (drop (call $read (i32.const 1024) (call $length)))
            (if (call $length) (then (drop (call $emit (i32.const 1024) (call $length))))))
          (func (export "echo") (param $size i32) (local $at i32) (local $end i32)
            (drop (call $read (i32.const 1024) (call $length)))
            (local.set $at (i32.const 1024))
            (local.set $end (i32.add (i32.const 1024) (call $length)))
            (loop $more
              (if (i32.lt_u (i32.add (local.get $at) (local.get $size)) (local.get $end))
                (then
                  (drop (call $emit (local.get $at) (local.get $size)))
                  (local.set $at (i32.add (local.get $at) (local.get $size)))
                  (br $more))))
            (drop (call $emit (local.get $at) (i32.sub (local.get $end) (local.get $at)))))
          (func (export "first") (call $all) (loop $l (br $l)))
          (func (export "fault") (call $all) unreachable)
          (func (export "leave") (call $all) (call $exit (i32.const 3)))
          (func $flood (result i32) (local $answer i32)
            (loop $more (br_if $more (i32.eqz (local.tee $answer (call $emit (i32.const 1024) (i32.const 65536))))))
            (local.get $answer))
          (func (export "flood") (param i32)
            (if (i32.ne (call $flood) (local.get 0)) (then unreachable)))
          (func (export "clean") (result i32) (call $flood))
          (func (export "stay") (drop (call $flood)) (loop $l (br $l)))
          (func (export "answer") (result i32 i32) (call $emit (i32.const 0) (i32.const 1)) (call $flush))
          (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
        """
}
