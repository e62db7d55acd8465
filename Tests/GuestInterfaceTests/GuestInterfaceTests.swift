import Dispatch
import Testing
import WasmEngine

@testable import GuestInterface

/// Compiles `text` against the whole interface and calls `run` in it.
private func call(
    _ text: String, _ arguments: [Value] = [], input: [UInt8] = [], milliseconds: UInt64 = 20_000
) throws -> Result<[Value], GuestFailure>? {
    let engine = try Engine(EngineConfiguration(maximumInstances: 8, maximumMemoryBytes: 1 << 20))
    let linker = Linker(engine: engine)
    try GuestInterface.define(in: linker)
    let module = try Module.compile(ModuleFormat.binary(fromText: Array(text.utf8)), engine: engine)
    let invocation = Invocation(
        template: try linker.template(for: module), function: try #require(module.export(named: "run")),
        arguments: arguments, deadline: EpochTicker.now() + milliseconds * 1_000_000,
        streams: GuestStreams(input: .bytes(input)))
    while true {
        switch invocation.poll() {
        case .finished: return invocation.outcome
        case .preempted: continue
        case .waiting:
            let woken = DispatchSemaphore(value: 0)
            invocation.park { woken.signal() }
            woken.wait()
        }
    }
}

@Suite struct TensorHostTests {
    private let reader = """
        (module
          (import "wasi:tensor/host" "input-len" (func $len (result i32)))
          (import "wasi:tensor/host@0.1.0" "read-input" (func $read (param i32 i32) (result i32)))
          (import "wasi:tensor/host" "read-input-at" (func $at (param i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "run") (param i32 i32 i32) (result i32 i32 i32)
            (call $len)
            (if (result i32) (i32.eqz (local.get 0))
              (then (call $read (local.get 1) (local.get 2)))
              (else (call $at (local.get 0) (local.get 1) (local.get 2))))
            (i32.load8_u (local.get 1))))
        """

    @Test(
        arguments: [
            (0, 0, 5, 5, 97), (0, 0, 3, 3, 97), (0, 8, 100, 5, 97), (2, 0, 100, 3, 99), (4, 0, 1, 1, 101),
            (5, 0, 9, 0, 0), (99, 0, 9, 0, 0), (0, 65_535, 2, -2, 0), (0, 4, -1, -2, 0), (1, 65_535, 2, -2, 0),
        ] as [(Int32, Int32, Int32, Int32, Int32)])
    func `input is copied as far as both sides reach`(
        _ offset: Int32, _ pointer: Int32, _ length: Int32, _ copied: Int32, _ first: Int32
    ) throws {
        let answer = try call(reader, [.i32(offset), .i32(pointer), .i32(length)], input: Array("abcde".utf8))
        #expect(answer == .success([.i32(5), .i32(copied), .i32(first)]))
    }
}

@Suite struct SchedulerHostTests {
    private let yielder = """
        (module
          (import "wasi:scheduler/host@0.1.0" "yield" (func $yield (result i32)))
          (import "wasi:scheduler/host@0.1.0" "deadline-remaining-ms" (func $left (result i32)))
          (func (export "run") (result i32 i32) (call $yield) (call $left)))
        """

    @Test func `far from the deadline a guest may go on`() throws {
        guard case .success(let values) = try call(yielder), case .i32(let left) = values[1] else {
            Issue.record("no result")
            return
        }
        #expect(values[0] == .i32(0))
        #expect(left > 1_000 && left <= 20_000)
    }

    @Test func `near the deadline a guest is told so`() throws {
        guard case .success(let values)? = try call(yielder, milliseconds: 9) else { return }
        #expect(values[0] == .i32(1))
    }
}

@Suite struct WASIClocksTests {
    /// Sleeps through `poll_oneoff` with one clock subscription and reports the events.
    private func sleeper(nanoseconds: Int64, clock: Int32 = 1) -> String {
        """
        (module
          (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get" (func $time (param i32 i64 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "run") (result i32 i32 i64 i64) (local i64)
            (drop (call $time (i32.const 1) (i64.const 0) (i32.const 512)))
            (local.set 0 (i64.load (i32.const 512)))
            (i64.store (i32.const 0) (i64.const 77))
            (i32.store (i32.const 16) (i32.const \(clock)))
            (i64.store (i32.const 24) (i64.const \(nanoseconds)))
            (call $poll (i32.const 0) (i32.const 128) (i32.const 1) (i32.const 256))
            (i32.load (i32.const 256)) (i64.load (i32.const 128))
            (drop (call $time (i32.const 1) (i64.const 0) (i32.const 512)))
            (i64.sub (i64.load (i32.const 512)) (local.get 0))))
        """
    }

    @Test func `a sleeping guest wakes with its event, not before its time`() throws {
        guard case .success(let values)? = try call(sleeper(nanoseconds: 5_000_000)), case .i64(let slept) = values[3]
        else {
            Issue.record("no result")
            return
        }
        #expect(values[0] == .i32(0) && values[1] == .i32(1) && values[2] == .i64(77))
        #expect(slept >= 5_000_000)
    }

    @Test func `a sleep beyond the deadline ends at the deadline`() throws {
        #expect(try call(sleeper(nanoseconds: .max), milliseconds: 20) == .failure(.deadlineExceeded))
    }

    @Test func `an unknown clock is refused`() throws {
        guard case .success(let values)? = try call(sleeper(nanoseconds: 1, clock: 9)) else { return }
        #expect(values[0] == .i32(28))
    }

    @Test(arguments: [(0, 0, 28), (1, 65_500, 21), (5_000, 0, 28), (1_400, 0, 21)] as [(Int32, Int32, Int32)])
    func `bad subscription lists are refused`(_ count: Int32, _ pointer: Int32, _ error: Int32) throws {
        let text = """
            (module
              (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (func (export "run") (result i32)
                (call $poll (i32.const \(pointer)) (i32.const 0) (i32.const \(count)) (i32.const 0))))
            """
        #expect(try call(text) == .success([.i32(error)]))
    }
}
