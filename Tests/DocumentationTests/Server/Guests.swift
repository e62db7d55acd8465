/// Modules in the text format that the tests deploy.
enum Guests {
    static let add = """
        (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
        """

    /// Never ends.
    static let spin = #"(module (func (export "spin") (loop br 0)))"#

    /// Sleeps for `milliseconds` by WASI's `poll_oneoff` and returns.
    static func sleep(milliseconds: Int) -> String {
        """
        (module
          (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "sleep") (result i32)
            (i32.store (i32.const 16) (i32.const 1))
            (i64.store (i32.const 24) (i64.const \(milliseconds * 1_000_000)))
            (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128))))
        """
    }

    /// Returns `number`; its module is some tens of kilobytes, so that storing it takes a moment.
    static func constant(_ number: Int) -> String {
        """
        (module
          (memory 1)
          (data (i32.const 0) "\(String(repeating: "x", count: 40_000))")
          (func (export "number") (result i32) i32.const \(number)))
        """
    }
}
