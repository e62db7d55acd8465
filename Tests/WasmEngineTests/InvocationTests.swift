import Testing

@testable import WasmEngine

@Suite struct InvocationTests {
    @Test func `a call returns the results of every number type`() throws {
        let template = try template(
            """
            (module
              (func (export "i") (param i32 i64) (result i64) (i64.add (i64.extend_i32_s (local.get 0)) (local.get 1)))
              (func (export "f") (param f32 f64) (result f64) (f64.mul (f64.promote_f32 (local.get 0)) (local.get 1)))
              (func (export "two") (result i32 f32) (i32.const 7) (f32.const 0.5)))
            """, engine: makeEngine())
        #expect(try run(invocation(template, "i", [.i32(-2), .i64(1 << 40)])) == .success([.i64((1 << 40) - 2)]))
        #expect(try run(invocation(template, "f", [.f32(1.5), .f64(3)])) == .success([.f64(4.5)]))
        #expect(try run(invocation(template, "two")) == .success([.i32(7), .f32(0.5)]))
    }

    @Test func `every call starts from fresh memory and globals`() throws {
        let template = try template(
            """
            (module (memory (export "memory") 1) (global $g (mut i32) (i32.const 5)) (data (i32.const 0) "\\07")
              (func (export "bump") (result i32)
                (global.set $g (i32.add (global.get $g) (i32.const 1)))
                (i32.store8 (i32.const 0) (i32.add (i32.load8_u (i32.const 0)) (i32.const 1)))
                (i32.add (global.get $g) (i32.load8_u (i32.const 0)))))
            """, engine: makeEngine())
        for _ in 0..<100 { #expect(try run(invocation(template, "bump")) == .success([.i32(14)])) }
    }

    @Test func `a trap names its kind and the guest's functions`() throws {
        let template = try template(
            """
            (module
              (func $inner (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0)))
              (func $outer (export "divide") (param i32) (result i32) (call $inner (local.get 0))))
            """, engine: makeEngine())
        guard case .failure(.trap(let trap)) = try run(invocation(template, "divide", [.i32(0)])) else {
            Issue.record("no trap")
            return
        }
        #expect(trap.kind == .integerDivisionByZero)
        #expect(trap.frames.map(\.function) == ["inner", "outer"])
        #expect(trap.frames.allSatisfy { $0.offset ?? 0 > 0 })
    }

    @Test(arguments: [
        ("unreachable", Trap.Kind.unreachable), ("(drop (i32.load (i32.const 70000)))", .memoryOutOfBounds),
        ("(call 0)", .stackOverflow), ("(drop (i32.trunc_f32_s (f32.const nan)))", .badConversionToInteger),
        ("(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))", .integerOverflow),
        ("(call_indirect (i32.const 0))", .indirectCallToNull),
        ("(call_indirect (i32.const 9))", .tableOutOfBounds),
    ])
    func `each fault has its kind`(_ body: String, _ kind: Trap.Kind) throws {
        let template = try template(
            "(module (memory 1) (table 1 funcref) (func (export \"f\") \(body)))", engine: makeEngine())
        guard case .failure(.trap(let trap)) = try run(invocation(template, "f")) else {
            Issue.record("no trap")
            return
        }
        #expect(trap.kind == kind)
        #expect(trap.frames.count <= Trap.frameLimit)
        #expect(trap.message.utf8.count <= Trap.messageLimit)
    }

    @Test func `an endless loop ends at its deadline`() throws {
        let template = try template("(module (func (export \"spin\") (loop $l (br $l))))", engine: makeEngine())
        #expect(try run(invocation(template, "spin", milliseconds: 30)) == .failure(.deadlineExceeded))
    }

    @Test func `an endless start function ends at its deadline`() throws {
        let template = try template(
            "(module (func $s (loop $l (br $l))) (start $s) (func (export \"f\")))", engine: makeEngine())
        #expect(try run(invocation(template, "f", milliseconds: 30)) == .failure(.deadlineExceeded))
    }

    @Test func `a start function that traps is the guest's trap`() throws {
        let template = try template(
            "(module (func $s unreachable) (start $s) (func (export \"f\")))", engine: makeEngine())
        guard case .failure(.trap(let trap)) = try run(invocation(template, "f")) else {
            Issue.record("no trap")
            return
        }
        #expect(trap.kind == .unreachable)
    }

    @Test func `a guest gives up its thread at the end of a slice`() throws {
        let template = try template("(module (func (export \"spin\") (loop $l (br $l))))", engine: makeEngine())
        let call = try invocation(template, "spin")
        #expect(call.poll() == .preempted)
        call.cancel()
        #expect(call.poll() == .finished)
        #expect(call.outcome == .failure(.cancelled))
    }

    @Test func `dropping an unfinished call frees its slot`() throws {
        let template = try template(
            "(module (memory 1) (func (export \"spin\") (loop $l (br $l))))", engine: makeEngine(instances: 1))
        for _ in 0..<20 { #expect(try invocation(template, "spin").poll() == .preempted) }
    }

    @Test func `a full pool is the host's failure, not the guest's`() throws {
        let template = try template(
            "(module (memory 1) (func (export \"spin\") (loop $l (br $l))))", engine: makeEngine(instances: 1))
        let first = try invocation(template, "spin")
        #expect(first.poll() == .preempted)
        guard case .failure(.instantiation) = try run(invocation(template, "spin")) else {
            Issue.record("the second instance had no slot to live in")
            return
        }
    }

    @Test func `memory cannot grow beyond the engine's limit`() throws {
        let template = try template(
            "(module (memory 1) (func (export \"grow\") (param i32) (result i32) (memory.grow (local.get 0))))",
            engine: makeEngine(memory: 1 << 20))
        #expect(try run(invocation(template, "grow", [.i32(15)])) == .success([.i32(1)]))
        #expect(try run(invocation(template, "grow", [.i32(16)])) == .success([.i32(-1)]))
    }
}
