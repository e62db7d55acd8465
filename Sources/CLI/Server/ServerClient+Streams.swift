import AsyncHTTPClient
import NIOCore

extension ServerClient {
    /// Passes the body of a success on as it arrives, piece by piece.
    ///
    /// The next piece is asked for when `consume` has returned, so a reader that is slow slows the guest down.
    ///
    /// - Returns: the server's id of the request, when the body has come to its end.
    /// - Throws: ``StreamFailure`` when the body broke off; ``CommandError`` for any other answer than a success, and
    ///   what `consume` throws.
    func stream(_ request: ServerRequest, to consume: ([UInt8]) throws -> Void) async throws -> String? {
        let response: HTTPClientResponse
        do {
            response = try await http.execute(message(for: request), timeout: request.timeout)
        } catch {
            throw failure(of: error)
        }
        let requestID = response.headers.first(name: "X-Request-Id")
        let status = Int(response.status.code)
        guard (200..<300).contains(status) else {
            let body = try? await response.body.collect(upTo: ClientLimits.responseBytes)
            throw CommandError(
                status: status, body: body.map { Array($0.readableBytesView) } ?? [], subject: request.subject)
        }
        var pieces = response.body.makeAsyncIterator()
        while true {
            let piece: ByteBuffer?
            do {
                piece = try await pieces.next()
            } catch {
                throw StreamFailure(requestID: requestID)
            }
            guard let piece else { return requestID }
            try consume(Array(piece.readableBytesView))
        }
    }
}

/// A body that broke off before its end.
struct StreamFailure: Error {
    /// The server's id of the request.
    let requestID: String?
}
