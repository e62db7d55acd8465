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
        let status: Int
        let body: String

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

    private let answers: [String: Answer]
    private let recorded = Mutex<[Request]>([])

    private init(_ answers: [String: Answer]) { self.answers = answers }

    /// Serves `answers`, by `METHOD target`, while `body` runs; `body` gets the base URL.
    static func with(
        _ answers: [String: Answer], _ body: (String, CannedServer) async throws -> Void
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
        return answers["\(request.method) \(request.target)"] ?? .error(404, "not_found")
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
                let answer = server.answer(request)
                let body = context.channel.allocator.buffer(string: answer.body)
                let head = HTTPResponseHead(
                    version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status),
                    headers: answer.status == 204 ? [:] : ["Content-Length": "\(body.readableBytes)"])
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
