import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Receives the body of one request, within its own limit and the one that all bodies share.
struct RequestBodyReader {
    /// Of a body that is not wanted any more, this much is still read before the connection is closed.
    private static let drainBytes = 4 << 20

    private let announced: Int?
    private let stream: RequestBody
    /// Made once: a body's stream ends the process when it is iterated a second time.
    private var iterator: RequestBody.AsyncIterator?
    private let budget: BodyBudget
    private var reserved = 0
    /// Whether the body has been read to its end, or there is none.
    private(set) var isComplete: Bool
    /// Whether the client left before its body was complete.
    private(set) var isClientGone = false
    /// Whether the client waits for a permission to send the body.
    let awaitsContinue: Bool

    init(request: Request, budget: BodyBudget) {
        announced = request.headers[.contentLength].flatMap(Int.init)
        awaitsContinue = request.headers[.expect]?.lowercased() == "100-continue"
        stream = request.body
        self.budget = budget
        isComplete = (announced ?? 0) == 0 && request.headers[.transferEncoding] == nil
    }

    /// - Throws: `body_too_large`.
    func checkAnnouncedLength(limit: Int) throws(APIError) {
        if let announced, announced > limit { throw Self.tooLarge(limit) }
    }

    /// The whole body.
    /// - Throws: `body_too_large`, `capacity_exhausted`, `request_timeout`, or `bad_request` for a body that is not
    ///   well-formed or ends early.
    mutating func collect(limit: Int) async throws(APIError) -> ByteBuffer {
        try checkAnnouncedLength(limit: limit)
        var body = ByteBuffer()
        do {
            while let part = try await next() {
                guard body.readableBytes + part.readableBytes <= limit else { throw Self.tooLarge(limit) }
                guard budget.reserve(part.readableBytes) else {
                    throw APIError(.capacityExhausted, "too many request bodies are being received")
                }
                reserved += part.readableBytes
                if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
            }
        } catch let error as APIError {
            throw error
        } catch is RequestReadTimeout {
            throw APIError(.requestTimeout, "the request did not arrive in time")
        } catch is HTTPParserError {
            throw APIError(.badRequest, "the body of the request is not well-formed")
        } catch {
            isClientGone = true
            throw APIError(.badRequest, "the request ended early")
        }
        isComplete = true
        return body
    }

    /// Reads and drops what is left of the body, up to a limit.
    mutating func drain() async {
        guard !isComplete else { return }
        var left = Self.drainBytes
        do {
            while let part = try await next() {
                left -= part.readableBytes
                if left < 0 { return }
            }
        } catch {
            // The connection is closed next, whatever happened to it.
        }
    }

    private mutating func next() async throws -> ByteBuffer? {
        var iterator = iterator ?? stream.makeAsyncIterator()
        defer { self.iterator = iterator }
        return try await iterator.next()
    }

    /// Gives the memory of the body back.
    mutating func release() {
        budget.release(reserved)
        reserved = 0
    }

    private static func tooLarge(_ limit: Int) -> APIError {
        APIError(.bodyTooLarge, "a request body has at most \(limit) bytes")
    }
}
