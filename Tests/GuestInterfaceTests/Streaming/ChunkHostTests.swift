import Dispatch
import Testing
import WasmEngine

@testable import GuestInterface

@Suite struct ChunkHostTests {
    /// `run` emits a piece of its memory and flushes. The two imports come under the two names of the module.
    private static let guest = """
        (module
          (import "wasi:tensor/host" "emit-chunk" (func $emit (param i32 i32) (result i32)))
          (import "wasi:tensor/host@0.1.0" "flush" (func $flush (result i32)))
          (memory (export "memory") 2)
          (data (i32.const 16) "tensor")
          (func (export "run") (param i32 i32) (result i32 i32)
            (call $emit (local.get 0) (local.get 1)) (call $flush))
          (func (export "twice") (param i32 i32) (result i32 i32)
            (call $emit (local.get 0) (local.get 1)) (call $emit (local.get 0) (local.get 1))))
        """

    private func invocation(
        _ pointer: Int32, _ length: Int32, sink: RecordingSink?, export: String = "run", milliseconds: UInt64 = 20_000,
        text: String = guest
    ) throws -> Invocation {
        let engine = try Engine(EngineConfiguration(maximumInstances: 8, maximumMemoryBytes: 1 << 20))
        let linker = Linker(engine: engine)
        try GuestInterface.define(in: linker)
        let module = try Module.compile(ModuleFormat.binary(fromText: Array(text.utf8)), engine: engine)
        return Invocation(
            template: try linker.template(for: module), function: try #require(module.export(named: export)),
            arguments: [.i32(pointer), .i32(length)], deadline: EpochTicker.now() + milliseconds * 1_000_000,
            streams: GuestStreams(chunks: sink))
    }

    @Test func `a chunk reaches the sink as the guest wrote it, and the guest goes on at once`() throws {
        let sink = RecordingSink()
        let call = try invocation(16, 6, sink: sink)
        #expect(call.poll() == .finished)
        #expect(call.outcome == .success([.i32(0), .i32(0)]))
        #expect(sink.chunks == [Array("tensor".utf8)] && sink.flushes == 1)
    }

    @Test func `without a stream both answer -1`() throws {
        let call = try invocation(16, 6, sink: nil)
        finish(call)
        #expect(call.outcome == .success([.i32(-1), .i32(-1)]))
    }

    @Test(arguments: [(131_072, 1), (131_071, 2), (-1, 2), (0, -1), (-1, -1), (131_073, 0)] as [(Int32, Int32)])
    func `a chunk outside the memory is refused, with a stream or without`(_ pointer: Int32, _ length: Int32) throws {
        let sink = RecordingSink()
        for (sink, flushed) in [(sink, Int32(0)), (nil, -1)] {
            let call = try invocation(pointer, length, sink: sink)
            finish(call)
            #expect(call.outcome == .success([.i32(-2), .i32(flushed)]))
        }
        #expect(sink.chunks.isEmpty)
    }

    @Test func `a guest that exports no memory cannot emit`() throws {
        let text = Self.guest.replacing(#"(memory (export "memory") 2)"#, with: "(memory 2)")
        let call = try invocation(16, 6, sink: RecordingSink(), text: text)
        finish(call)
        #expect(call.outcome == .success([.i32(-2), .i32(0)]))
    }

    @Test(arguments: [(8, 0), (9, -2), (131_072, -2)] as [(Int32, Int32)])
    func `a chunk has at most the sink's number of bytes`(_ length: Int32, _ answer: Int32) throws {
        let sink = RecordingSink(chunkBytes: 8)
        let call = try invocation(0, length, sink: sink)
        finish(call)
        #expect(call.outcome == .success([.i32(answer), .i32(0)]))
        #expect(sink.chunks.count == (answer == 0 ? 1 : 0))
    }

    @Test(arguments: ChunkAnswer.allCases)
    func `the guest gets the sink's answers as numbers`(_ answer: ChunkAnswer) throws {
        let call = try invocation(16, 6, sink: RecordingSink([answer, answer]))
        finish(call)
        #expect(call.outcome == .success([.i32(answer.rawValue), .i32(answer.rawValue)]))
    }

    @Test func `a guest whose chunk has no room is suspended, holds no thread, and gets its answer later`() throws {
        let sink = RecordingSink([nil, .done, nil])
        let call = try invocation(16, 6, sink: sink, export: "twice")
        #expect(call.poll() == .waiting)
        #expect(sink.chunks.count == 1)
        let woken = DispatchSemaphore(value: 0)
        call.park { woken.signal() }
        #expect(sink.resume(.clientGone))
        woken.wait()
        #expect(call.poll() == .finished)
        #expect(call.outcome == .success([.i32(-3), .i32(0)]))
    }

    @Test func `an answer that comes before the guest is parked is not lost`() throws {
        let sink = RecordingSink([.done, nil])
        let call = try invocation(16, 6, sink: sink)
        #expect(call.poll() == .waiting)
        #expect(sink.resume(.done))
        let woken = DispatchSemaphore(value: 0)
        call.park { woken.signal() }
        woken.wait()
        #expect(call.poll() == .finished)
        #expect(call.outcome == .success([.i32(0), .i32(0)]))
    }

    @Test func `a guest that waits for room meets its deadline, and a late answer is harmless`() throws {
        let sink = RecordingSink([nil])
        let call = try invocation(16, 6, sink: sink, milliseconds: 30)
        finish(call)
        #expect(call.outcome == .failure(.deadlineExceeded))
        #expect(sink.resume(.done))
    }

    @Test func `a guest that waits for room can be cancelled`() throws {
        let call = try invocation(16, 6, sink: RecordingSink([nil]))
        #expect(call.poll() == .waiting)
        call.cancel()
        #expect(call.poll() == .finished)
        #expect(call.outcome == .failure(.cancelled))
    }
}
