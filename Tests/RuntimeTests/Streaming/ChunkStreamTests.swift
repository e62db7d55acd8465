import Synchronization
import TestSupport
import Testing
import WasmEngine

@testable import Runtime

@Suite(.timeLimit(.minutes(1)))
struct ChunkStreamTests {
    /// A call whose chunks are read by a test.
    private struct Streamed {
        let call: Call
        let stream: ChunkStream
        let delivered: Mutex<Int>.Box

        /// All chunks until the end, as numbers, and the end.
        func rest() async -> (numbers: [Int], answer: CallAnswer) {
            var numbers: [Int] = []
            while true {
                switch await stream.next() {
                case .chunks(let chunks): numbers += chunks.map(Self.number)
                case .silence: continue
                case .ended(let answer): return (numbers, answer)
                }
            }
        }

        private static func number(_ bytes: [UInt8]) -> Int {
            bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }

    private func start(
        _ test: TestRuntime, _ export: String, _ count: Int? = nil, milliseconds: UInt64? = nil,
        limits: ChunkLimits = ChunkLimits()
    ) async throws -> Streamed {
        let function = try await test.deploy(StreamGuests.counting)
        // Loads it, so that the call below runs at once: its deadline is for the guest alone.
        _ = await test.runtime.call(test.request(function, "quick"))
        let delivered = Mutex<Int>.Box(0)
        let stream = ChunkStream(limits: limits) { count in delivered.value.withLock { $0 += count } }
        var request = test.request(
            function, export, count.map { [.number("\($0)")] } ?? [], milliseconds: milliseconds)
        request.chunks = stream
        return Streamed(call: test.runtime.call(request) { stream.end($0) }, stream: stream, delivered: delivered)
    }

    @Test(arguments: ["count", "flushed"], [0, 1, 31, 32, 33, 2_000])
    func `every chunk arrives once and in order, and then the end, which stays`(_ export: String, _ count: Int)
        async throws
    {
        try await withRuntime { test in
            let streamed = try await start(test, export, count)
            let (numbers, answer) = await streamed.rest()
            #expect(numbers == Array(0..<count))
            #expect(answer.values == [.i32(0)])
            #expect(streamed.delivered.value.withLock { $0 } == count)
            guard case .ended(let again) = await streamed.stream.next() else {
                Issue.record("the end did not stay")
                return
            }
            #expect(again.values == [.i32(0)])
        }
    }

    @Test func `a guest whose chunks nobody takes waits, while others are called and answered`() async throws {
        try await withRuntime { test in
            let slow = try await start(test, "count", 100)
            try await wait { slow.stream.isGuestWaiting }
            let function = try await test.deploy(StreamGuests.counting)
            for _ in 0..<20 { #expect(await test.runtime.call(test.request(function, "quick")).values == [.i32(7)]) }
            #expect(test.metric("tensor_wasm_active_instances") == 1)
            guard case .chunks(let first) = await slow.stream.next() else {
                Issue.record("no chunks")
                return
            }
            // All that fitted, and no more than may be in flight.
            #expect(first.count == ChunkLimits().chunksInFlight)
            let rest = await slow.rest()
            #expect(rest.numbers == Array(first.count..<100))
        }
    }

    @Test func `a guest that waits for room learns that its client has left, and may clean up`() async throws {
        try await withRuntime { test in
            let streamed = try await start(test, "clean")
            try await wait { streamed.stream.isGuestWaiting }
            streamed.stream.clientLeft()
            let (numbers, answer) = await streamed.rest()
            #expect(numbers == [] && answer.values == [.i32(-3)])
            #expect(streamed.delivered.value.withLock { $0 } == 0)
        }
    }

    @Test func `a guest that faults ends the stream after its chunks`() async throws {
        try await withRuntime { test in
            let streamed = try await start(test, "trap", 3)
            let (numbers, answer) = await streamed.rest()
            #expect(numbers == [0, 1, 2] && answer.failure?.code == "trap")
        }
    }

    @Test(arguments: [("spin", 3), ("count", 40)])
    func `the deadline ends the stream of a guest that runs and of one that waits`(
        _ export: String, _ count: Int
    ) async throws {
        try await withRuntime { test in
            let streamed = try await start(test, export, count, milliseconds: 1_000)
            // Nothing is read until the call has ended.
            try await wait { test.metric("tensor_wasm_instance_terminations_total") >= 2 }
            let (numbers, answer) = await streamed.rest()
            #expect(numbers == Array(0..<min(count, 32)))
            #expect(answer.failure == .deadlineExceeded)
        }
    }

    @Test func `a cancelled call ends its stream`() async throws {
        try await withRuntime { test in
            let streamed = try await start(test, "spin", 1)
            guard case .chunks = await streamed.stream.next() else { return }
            test.runtime.cancel(streamed.call)
            #expect(await streamed.rest().answer.failure == .cancelled)
        }
    }

    @Test func `a call that is refused ends its stream without having begun`() async throws {
        try await withRuntime { test in
            let streamed = try await start(test, "nothing")
            #expect(await streamed.rest().answer.failure?.code == "missing_export")
            #expect(!streamed.stream.hasBegun)
        }
    }

    @Test func `a nudge ends the wait of a reader and nothing else`() async throws {
        try await withRuntime { test in
            let streamed = try await start(test, "spin", 0)
            try await wait { streamed.stream.hasBegun }
            async let delivery = streamed.stream.next()
            // Until the reader waits, nudges are lost on it.
            let isOver = Mutex<Bool>.Box(false)
            let nudging = Task {
                while !isOver.value.withLock({ $0 }) {
                    streamed.stream.nudge()
                    await Task.yield()
                }
            }
            guard case .silence = await delivery else {
                Issue.record("no silence")
                return
            }
            isOver.value.withLock { $0 = true }
            await nudging.value
            test.runtime.cancel(streamed.call)
            _ = await streamed.rest()
        }
    }

    @Test func `only the first end counts`() async {
        let stream = ChunkStream()
        stream.end(.refused(.notFound))
        stream.end(.refused(.cancelled))
        guard case .ended(let answer) = await stream.next() else { return }
        #expect(answer.failure == .notFound)
    }
}

extension Mutex where Value: Sendable {
    /// A mutex that can be shared.
    final class Box: Sendable {
        let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
    }
}
