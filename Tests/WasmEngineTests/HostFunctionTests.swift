import Dispatch
import Synchronization
import Testing

@testable import WasmEngine

/// Carries a guest's memory out of a host call, as a device does.
private struct HeldRegion: @unchecked Sendable {
    // Unchecked: the tests use it while the guest is suspended, or only look at its address.
    let bytes: UnsafeMutableRawBufferPointer
}

@Suite struct HostFunctionTests {
    static let sleeper = """
        (module (import "host" "sleep" (func $sleep (param i32) (result i32))) (memory (export "memory") 1)
          (func (export "run") (param i32) (result i32) (call $sleep (local.get 0))))
        """

    @Test func `a suspended guest goes on with the result that comes later, from another thread`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "sleep"), FunctionType([.i32], [.i32])) { call in
            let suspension = Suspension.until(resumed: call.invocation)
            let value = Int32(bitPattern: call.u32(0))
            DispatchQueue.global().async { suspension.resume { .i32(value * 2) } }
            return .suspend(suspension)
        }
        let template = try template(Self.sleeper, engine: engine, linker: linker)
        for value in 0..<200 {
            #expect(try run(invocation(template, "run", [.i32(Int32(value))])) == .success([.i32(Int32(value * 2))]))
        }
    }

    @Test func `a guest suspended for ever ends at its deadline`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "sleep"), FunctionType([.i32], [.i32])) { call in
            .suspend(.until(resumed: call.invocation))
        }
        let template = try template(Self.sleeper, engine: engine, linker: linker)
        let call = try invocation(template, "run", [.i32(1)], milliseconds: 20)
        var progress = call.poll()
        while progress == .preempted { progress = call.poll() }
        #expect(progress == .waiting)
        engine.ticker.schedule(at: call.deadline) { call.wake() }
        #expect(run(call) == .failure(.deadlineExceeded))
    }

    @Test func `yielding gives up the thread once and goes on`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "sleep"), FunctionType([.i32], [.i32])) { call in
            .suspend(.yielding(call.invocation, returning: .i32(9)))
        }
        let template = try template(Self.sleeper, engine: engine, linker: linker)
        let call = try invocation(template, "run", [.i32(1)])
        #expect(call.poll() == .preempted)
        // On a busy machine the guest may use up a slice as well.
        #expect(run(call) == .success([.i32(9)]))
    }

    @Test func `a suspending function takes and returns 64-bit integers, at once and later`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        let type = FunctionType([.i64, .i32], [.i64])
        try linker.defineSuspending(Import(module: "host", name: "scale"), type) { call in
            let product = call.i64(0) * Int64(call.u32(1))
            if product < 0 { return .value(.i64(product)) }
            let suspension = Suspension.until(resumed: call.invocation)
            DispatchQueue.global().async { suspension.resume { .i64(product) } }
            return .suspend(suspension)
        }
        let template = try template(
            """
            (module (import "host" "scale" (func $scale (param i64 i32) (result i64))) (memory (export "memory") 1)
              (func (export "run") (param i64 i32) (result i64) (call $scale (local.get 0) (local.get 1))))
            """, engine: engine, linker: linker)
        for (factor, product) in [(-(1 << 40), -(3 << 40)), (1 << 40, 3 << 40)] as [(Int64, Int64)] {
            #expect(try run(invocation(template, "run", [.i64(factor), .i32(3)])) == .success([.i64(product)]))
        }
    }

    @Test func `a guest resumed before it sleeps does not give up its thread`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "sleep"), FunctionType([.i32], [.i32])) { call in
            let suspension = Suspension.until(resumed: call.invocation)
            suspension.resume { .i32(5) }
            return .suspend(suspension)
        }
        let call = try invocation(template(Self.sleeper, engine: engine, linker: linker), "run", [.i32(1)])
        var progress = call.poll()
        while progress == .preempted { progress = call.poll() }
        #expect(progress == .finished)
        #expect(call.outcome == .success([.i32(5)]))
    }

    @Test func `a result that comes later is made on the guest's turn, with its memory at hand`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        let name = Import(module: "host", name: "sleep")
        try linker.defineSuspending(name, FunctionType([.i32], [.i32])) { call in
            guard let memory = call.memory() else { return .value(.i32(-1)) }
            let region = HeldRegion(bytes: memory.region())
            let suspension = Suspension.until(resumed: call.invocation)
            DispatchQueue.global().async {
                suspension.resume {
                    region.bytes[8] = 42
                    return .i32(0)
                }
            }
            return .suspend(suspension)
        }
        let template = try template(
            """
            (module (import "host" "sleep" (func $sleep (param i32) (result i32))) (memory (export "memory") 1)
              (func (export "run") (result i32)
                (drop (call $sleep (i32.const 0))) (i32.load8_u (i32.const 8))))
            """, engine: engine, linker: linker)
        #expect(try run(invocation(template, "run")) == .success([.i32(42)]))
    }

    @Test func `a guest that was suspended once is preempted like any other, not taken for waiting`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        let name = Import(module: "host", name: "sleep")
        try linker.defineSuspending(name, FunctionType([.i32], [.i32])) { call in
            let suspension = Suspension.until(resumed: call.invocation)
            DispatchQueue.global().async { suspension.resume { .i32(0) } }
            return .suspend(suspension)
        }
        let template = try template(
            """
            (module (import "host" "sleep" (func $sleep (param i32) (result i32)))
              (func (export "run") (drop (call $sleep (i32.const 0))) (loop $l (br $l))))
            """, engine: engine, linker: linker)
        let call = try invocation(template, "run")
        var progress = call.poll()
        while progress == .waiting {
            let woken = DispatchSemaphore(value: 0)
            call.park { woken.signal() }
            woken.wait()
            progress = call.poll()
        }
        for _ in 0..<3 {
            #expect(progress == .preempted)
            progress = call.poll()
        }
        call.cancel()
        #expect(call.poll() == .finished)
    }

    @Test func `a memory stays at its address when it grows`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        let regions = Mutex<[HeldRegion]>([])
        try linker.define(Import(module: "host", name: "look"), FunctionType([])) { call in
            guard let memory = call.memory() else { return }
            regions.withLock { $0.append(HeldRegion(bytes: memory.region())) }
        }
        let template = try template(
            """
            (module (import "host" "look" (func $look)) (memory (export "memory") 1)
              (func (export "run") (call $look) (drop (memory.grow (i32.const 100))) (call $look)))
            """, engine: engine, linker: linker)
        #expect(try run(invocation(template, "run")) == .success([]))
        let seen = regions.withLock { $0 }
        #expect(seen.map(\.bytes.count) == [1 << 16, 101 << 16])
        #expect(seen.first?.bytes.baseAddress == seen.last?.bytes.baseAddress)
    }

    @Test func `guest memory is readable inside its size and nowhere else`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.define(Import(module: "host", name: "probe"), FunctionType([.i32, .i32], [.i32])) { call in
            guard let memory = call.memory() else { return call.returns(i32: -9) }
            guard let bytes = memory.read(call.u32(0), call.u32(1)) else { return call.returns(i32: -2) }
            call.returns(i32: Int32(bytes.count) + Int32(bytes.first ?? 0))
        }
        let template = try template(
            """
            (module (import "host" "probe" (func $p (param i32 i32) (result i32))) (memory (export "memory") 1)
              (data (i32.const 65535) "\\05")
              (func (export "run") (param i32 i32) (result i32) (call $p (local.get 0) (local.get 1))))
            """, engine: engine, linker: linker)
        func probe(_ offset: UInt32, _ length: UInt32) throws -> Result<[Value], GuestFailure>? {
            try run(invocation(template, "run", [.i32(Int32(bitPattern: offset)), .i32(Int32(bitPattern: length))]))
        }
        #expect(try probe(65_535, 1) == .success([.i32(6)]))
        #expect(try probe(65_536, 0) == .success([.i32(0)]))
        #expect(try probe(65_535, 2) == .success([.i32(-2)]))
        #expect(try probe(.max, 1) == .success([.i32(-2)]))
        #expect(try probe(1, .max) == .success([.i32(-2)]))
    }

    @Test func `a host function can trap its guest`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.define(Import(module: "host", name: "refuse"), FunctionType([])) { $0.trap("not today") }
        let template = try template(
            "(module (import \"host\" \"refuse\" (func $r)) (func (export \"f\") (call $r)))", engine: engine,
            linker: linker)
        guard case .failure(.trap(let trap)) = try run(invocation(template, "f")) else {
            Issue.record("no trap")
            return
        }
        #expect(trap.message.contains("not today"))
        #expect(trap.kind == .other)
    }
}
