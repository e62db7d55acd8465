import Dispatch
import Testing

@testable import WasmEngine

@Suite struct HostFunctionTests {
    static let sleeper = """
        (module (import "host" "sleep" (func $sleep (param i32) (result i32))) (memory (export "memory") 1)
          (func (export "run") (param i32) (result i32) (call $sleep (local.get 0))))
        """

    @Test func `a suspended guest goes on with the result that comes later, from another thread`() throws {
        let engine = try makeEngine()
        let linker = Linker(engine: engine)
        try linker.defineSuspending(Import(module: "host", name: "sleep"), parameters: [.i32]) { call in
            let suspension = Suspension.until(resumed: call.invocation)
            let value = Int32(bitPattern: call.u32(0))
            DispatchQueue.global().async { suspension.resume(returning: value * 2) }
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
        try linker.defineSuspending(Import(module: "host", name: "sleep"), parameters: [.i32]) { call in
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
        try linker.defineSuspending(Import(module: "host", name: "sleep"), parameters: [.i32]) { call in
            .suspend(.yielding(call.invocation, returning: 9))
        }
        let template = try template(Self.sleeper, engine: engine, linker: linker)
        let call = try invocation(template, "run", [.i32(1)])
        #expect(call.poll() == .preempted)
        // On a busy machine the guest may use up a slice as well.
        #expect(run(call) == .success([.i32(9)]))
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
