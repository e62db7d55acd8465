import HTTPTypes
import HummingbirdCore
import NIOCore
import Runtime

/// Writes the answer to one stream request, from its head to its end.
///
/// The head goes out with the first thing that there is to say: what is refused before that is an ordinary error.
struct StreamAnswer {
    let gateway: Gateway
    let scope: RequestScope
    let format: StreamFormat
    let chunks: ChunkStream
    let supervisor: StreamSupervisor
    let connection: StreamConnection
    /// Fields of the answer beside those every stream has.
    let headers: [(name: String, value: String)]
    /// Whether the connection ends after the answer, at the client's wish.
    let isLast: Bool

    func write(to writer: consuming ResponseWriter) async -> StreamOutcome {
        let first = await chunks.next()
        if supervisor.hasClientLeft { return await waitForEnd(from: first) }
        if case .ended(let answer) = first, let error = format.refusal(answer) {
            return await refuse(error, writer)
        }
        do {
            var body = try await writer.writeHead(head)
            return try await write(first, to: &body)
        } catch {
            return await abandon()
        }
    }

    private func write(
        _ first: ChunkDelivery, to body: inout some ResponseBodyWriter
    ) async throws -> StreamOutcome {
        var encoder = StreamEncoder(format: format)
        var delivery = first
        while true {
            if supervisor.hasClientLeft { return await waitForEnd(from: delivery) }
            switch delivery {
            case .chunks(let chunks): try await send(encoder.encode(chunks), to: &body)
            case .silence: try await send(encoder.keepAlive(), to: &body)
            case .ended(let answer): return try await end(answer, encoder, &body)
            }
            delivery = await chunks.next()
        }
    }

    private func send(_ bytes: ByteBuffer, to body: inout some ResponseBodyWriter) async throws {
        guard bytes.readableBytes > 0 else { return }
        try await body.write(bytes)
        await connection.settle()
        supervisor.wrote()
    }

    private func end(
        _ answer: CallAnswer, _ encoder: StreamEncoder, _ body: inout some ResponseBodyWriter
    ) async throws -> StreamOutcome {
        var encoder = encoder
        let error = answer.failure.map(APIError.init)
        if let error { gateway.log(error, scope) }
        let last = encoder.finish(answer.failure)
        if last.readableBytes > 0 { try await body.write(last) }
        // Without a word for an error, the body must not seem complete.
        if error != nil, format == .bytes { return StreamOutcome(status: 200, error: error, isAborted: true) }
        try await body.finish(format.trailer)
        return StreamOutcome(status: 200, error: error)
    }

    /// Answers with an error instead of a stream.
    private func refuse(_ error: APIError, _ writer: consuming ResponseWriter) async -> StreamOutcome {
        gateway.log(error, scope)
        var response = GatewayResponse.error(error, scope)
        response.headers += headers
        response.closesConnection = response.closesConnection || isLast
        do {
            try await writer.write(
                response: HTTPResponse(response, scope), body: ResponseBody(byteBuffer: response.body))
            return StreamOutcome(status: response.status, error: error)
        } catch {
            return await abandon()
        }
    }

    private var head: HTTPResponse {
        var response = GatewayResponse(status: 200, contentType: format.contentType)
        response.headers = headers + [("cache-control", "no-store"), ("x-accel-buffering", "no")]
        if format == .bytes { response.headers.append(("trailer", HTTPField.Name.streamStatus.rawName)) }
        response.closesConnection = isLast
        var head = HTTPResponse(response, scope)
        // A stream's length is not known before its end.
        head.headerFields[.contentLength] = nil
        return head
    }

    /// The connection does not take anything any more.
    private func abandon() async -> StreamOutcome {
        supervisor.clientLeft()
        return await waitForEnd(from: .silence)
    }

    /// The request lasts as long as its call, also when nobody waits for it: it takes a place on this server.
    private func waitForEnd(from delivery: ChunkDelivery) async -> StreamOutcome {
        var delivery = delivery
        while true {
            if case .ended(let answer) = delivery {
                return StreamOutcome(
                    status: Gateway.clientClosedRequest, error: answer.failure.map(APIError.init), isAborted: true)
            }
            delivery = await chunks.next()
        }
    }
}
