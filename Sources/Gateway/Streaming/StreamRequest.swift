import HummingbirdCore
import NIOCore
import Runtime
import Tenancy

/// One request for a stream that is in order, and has one of the places that jobs and streams share.
struct StreamRequest {
    private let gateway: Gateway
    private let incoming: IncomingRequest
    private let request: CallRequest

    /// - Throws: what is wrong with the request, or that there is no place.
    init(gateway: Gateway, incoming: IncomingRequest, caller: Caller, body: ByteBuffer) throws(APIError) {
        self.gateway = gateway
        self.incoming = incoming
        incoming.scope.audit?.concerns(incoming.functionID)
        request = try gateway.callRequest(
            incoming.scope, caller, id: incoming.functionID, head: incoming.invokeHead, body: body)
        do throws(RuntimeError) {
            try gateway.jobs.reserve(caller.tenant)
        } catch {
            throw APIError(error)
        }
    }

    /// Runs the call and writes what its guest emits.
    /// - Returns: the status that the request is counted under.
    /// - Throws: when the connection must be closed.
    func answer(_ writer: consuming ResponseWriter, _ connection: StreamConnection) async throws -> Int {
        defer { gateway.jobs.release(request.tenant) }
        let head = incoming.request
        let isLast = head.headers[.connection] == "close"
        let outcome = await gateway.stream(
            incoming.scope, request, format: StreamFormat(accept: head.headers[.accept]),
            headers: gateway.crossOrigin.fields(incoming.fields.origin), isLast: isLast, connection: connection,
            writer: writer)
        if let error = outcome.error { incoming.scope.audit?.failed(error) }
        if outcome.isAborted { throw ChannelError.outputClosed }
        if isLast { throw ChannelError.outputClosed }
        return outcome.status
    }
}
