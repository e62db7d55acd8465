import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a free port that answers from a table and keeps what it was asked.
final class CannedServer: Sendable {
    struct Request: Sendable {
        var method: String
        /// Path and query.
        var target: String
        var headers: HTTPHeaders
        var body: String
    }

    struct Answer: Sendable {
        /// How the body ends.
        enum Framing: Sendable {
            /// Its length was said before.
            case length
            /// In pieces; what follows the first waits for the gate.
            case pieces([String], Gate?)
            /// In pieces, and the connection is closed before the last.
            case cut
        }

        let status: Int
        let body: String
        var framing = Framing.length
        var headers: [(String, String)] = []

        init(_ body: String) { self.init(200, body) }

        init(_ status: Int, _ body: String) {
            self.status = status
            self.body = body
        }

        /// The error envelope.
        static func error(_ status: Int, _ kind: String, _ more: String = "") -> Answer {
            Answer(status, #"{"error":{"kind":"\#(kind)","message":"what went wrong","request_id":"r-1"\#(more)}}"#)
        }
    }

    /// Holds an answer back until it is opened.
    final class Gate: Sendable {
        private let opened = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: Void.self)
        func open() { opened.succeed() }
        fileprivate func pass(_ body: @escaping @Sendable () -> Void) { opened.futureResult.whenSuccess(body) }
    }

    /// What is left to answer, the last answer of each target again and again.
    private let answers: Mutex<[String: [Answer]]>
    private let recorded = Mutex<[Request]>([])

    private init(_ answers: [String: [Answer]]) { self.answers = Mutex(answers) }

    /// Serves `answers`, by `METHOD target`, while `body` runs; `body` gets the base URL.
    static func with(
        _ answers: [String: Answer], _ body: (String, CannedServer) async throws -> Void
    ) async throws {
        try await with(sequences: answers.mapValues { [$0] }, body)
    }

    /// As above, with one answer after the other.
    static func with(
        sequences answers: [String: [Answer]], _ body: (String, CannedServer) async throws -> Void
    ) async throws {
        let server = CannedServer(answers)
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body("http://127.0.0.1:\(channel.localAddress?.port ?? 0)", server)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    var requests: [Request] { recorded.withLock(\.self) }

    private func answer(_ request: Request) -> Answer {
        recorded.withLock { $0.append(request) }
        return answers.withLock { answers in
            let target = "\(request.method) \(request.target)"
            guard let left = answers[target], let first = left.first else { return .error(404, "not_found") }
            if left.count > 1 { answers[target] = Array(left.dropFirst()) }
            return first
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let server: CannedServer
        private var request: Request?

        init(_ server: CannedServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                request = Request(method: head.method.rawValue, target: head.uri, headers: head.headers, body: "")
            case .body(let bytes): request?.body += String(buffer: bytes)
            case .end:
                guard let request else { return }
                send(server.answer(request), context)
            }
        }

        private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
            var headers = HTTPHeaders(answer.headers)
            let isSized = if case .length = answer.framing { answer.status != 204 } else { false }
            if isSized { headers.add(name: "Content-Length", value: "\(answer.body.utf8.count)") }
            let head = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let channel = context.channel
            switch answer.framing {
            case .length:
                Self.write(answer.body, to: channel)
                channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
            case .pieces(let pieces, let gate):
                Self.write(pieces.first ?? "", to: channel)
                let rest = pieces.dropFirst()
                let finish: @Sendable () -> Void = {
                    for piece in rest { Self.write(piece, to: channel) }
                    channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
                }
                if let gate { gate.pass(finish) } else { finish() }
            case .cut:
                Self.write(answer.body, to: channel)
                channel.close(promise: nil)
            }
        }

        private static func write(_ text: String, to channel: any Channel) {
            let body = channel.allocator.buffer(string: text)
            channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil)
        }
    }
}
