/// Guests that stream. Each chunk is its own number in four bytes, unless said otherwise.
enum StreamGuests {
    /// `count` emits as many chunks as its argument says and returns the first answer that is not 0; `flushed` does the
    /// same and flushes after each; `trap` and `spin` emit that many and then fault or never end; `clean` emits until
    /// an answer is not 0 and then returns it; `stay` does so and then never ends.
    static let counting = """
        (module
          (import "wasi:tensor/host" "emit-chunk" (func $emit (param i32 i32) (result i32)))
          (import "wasi:tensor/host" "flush" (func $flush (result i32)))
          (memory (export "memory") 1)
          (func $one (param $number i32) (result i32)
            (i32.store (i32.const 0) (local.get $number))
            (call $emit (i32.const 0) (i32.const 4)))
          (func $many (export "count") (param $count i32) (result i32) (local $index i32) (local $answer i32)
            (block $done
              (loop $more
                (br_if $done (i32.ge_u (local.get $index) (local.get $count)))
                (br_if $done (local.tee $answer (call $one (local.get $index))))
                (local.set $index (i32.add (local.get $index) (i32.const 1)))
                (br $more)))
            (local.get $answer))
          (func (export "flushed") (param $count i32) (result i32) (local $index i32) (local $answer i32)
            (block $done
              (loop $more
                (br_if $done (i32.ge_u (local.get $index) (local.get $count)))
                (br_if $done (local.tee $answer (call $one (local.get $index))))
                (br_if $done (local.tee $answer (call $flush)))
                (local.set $index (i32.add (local.get $index) (i32.const 1)))
                (br $more)))
            (local.get $answer))
          (func (export "trap") (param i32) (drop (call $many (local.get 0))) unreachable)
          (func (export "spin") (param i32) (drop (call $many (local.get 0))) (loop $l (br $l)))
          (func $clean (export "clean") (result i32) (call $many (i32.const -1)))
          (func (export "stay") (drop (call $clean)) (loop $l (br $l)))
          (func (export "quick") (result i32) (i32.const 7)))
        """
}
