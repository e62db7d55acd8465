import NIOCore
import NIOPosix
import Runtime
import Storage
import TestSupport
import Testing
import WasmEngine

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct StreamSupervisorTests {
    /// A supervised call, without a connection.
    private struct Supervised {
        let chunks = ChunkStream()
        let presence = ClientPresence()
        let supervisor: StreamSupervisor
        /// Tells when the connection was given up.
        let aborts: AsyncStream<Void>
        let call: Call

        init(_ server: TestServer, _ id: String, _ export: String, _ times: StreamTimes) throws {
            let (aborts, aborting) = AsyncStream.makeStream(of: Void.self)
            self.aborts = aborts
            let connection = StreamConnection(
                eventLoop: MultiThreadedEventLoopGroup.singleton.any(), presence: presence
            ) { aborting.yield() }
            supervisor = StreamSupervisor(
                runtime: server.gateway.runtime, chunks: chunks, connection: connection, times: times)
            let request = CallRequest(
                function: try #require(FunctionID(ascii: Substring(id).utf8)), tenant: .init(0), export: export,
                input: [0x78], arrival: EpochTicker.now(), chunks: chunks)
            call = server.gateway.runtime.call(request) { [chunks, supervisor] answer in
                chunks.end(answer)
                supervisor.callEnded()
            }
            supervisor.watch(call)
        }

        /// Reads to the end.
        func end() async -> CallAnswer {
            while true {
                if case .ended(let answer) = await chunks.next() { return answer }
            }
        }
    }

    /// So long that it never comes in a test.
    private let never = TimeAmount.hours(1)

    @Test func `the times are those of the contract`() {
        let times = StreamTimes()
        #expect(times.keepAlive == .seconds(15) && times.farewell == .seconds(1) && times.rest == .seconds(30))
    }

    @Test func `a silence is broken again and again`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let times = StreamTimes(keepAlive: .milliseconds(1), farewell: never, rest: never)
            let stream = try Supervised(server, id, "first", times)
            stream.supervisor.keepAlive()
            // The guest emits one chunk, before or between the signs of life.
            var (silences, chunks) = (0, 0)
            while silences < 5 || chunks < 1 {
                switch await stream.chunks.next() {
                case .silence: silences += 1
                case .chunks(let batch): chunks += batch.count
                case .ended: Issue.record("the call has ended")
                }
            }
            #expect(chunks == 1)
            server.gateway.runtime.cancel(stream.call)
            _ = await stream.end()
            stream.supervisor.stop()
        }
    }

    @Test func `a client that does not take the rest in time loses its connection`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let times = StreamTimes(keepAlive: never, farewell: never, rest: .milliseconds(1))
            let stream = try Supervised(server, id, "fault", times)
            // Nobody has read anything.
            #expect(await stream.aborts.first { _ in true } != nil)
            #expect(!stream.supervisor.hasClientLeft)
            stream.supervisor.stop()
        }
    }

    @Test func `a guest that ends within its farewell is not cancelled`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let times = StreamTimes(keepAlive: never, farewell: never, rest: never)
            // It ends by itself when it learns that its client has left.
            let stream = try Supervised(server, id, "clean", times)
            try await wait { stream.chunks.hasBegun }
            stream.presence.leave()
            #expect(stream.supervisor.hasClientLeft)
            #expect(try await stream.end().result.get() == [.i32(-3)])
            stream.supervisor.stop()
        }
    }

    @Test func `a guest that outlasts its farewell is cancelled`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.streaming)
            let times = StreamTimes(keepAlive: never, farewell: .milliseconds(1), rest: never)
            let stream = try Supervised(server, id, "stay", times)
            try await wait { stream.chunks.hasBegun }
            stream.presence.leave()
            #expect(await stream.end().failure == .cancelled)
            stream.supervisor.stop()
        }
    }
}
